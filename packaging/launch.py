"""Where the program that was built begins."""

import sys

from stretchcoach.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
