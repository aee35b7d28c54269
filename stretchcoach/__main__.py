"""python -m stretchcoach"""

import signal
import sys


def main() -> int:
    """The program as it is started. Ctrl+C ends it at once until it has something to lose."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from stretchcoach.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
