/**
 * The one place where time enters. The timer only asks; the clock answers, so that a late timer
 * makes one event late and nothing else.
 *
 * @typedef {Object} Clock
 * @property {() => number} now  milliseconds that no one sets
 * @property {() => number} wall  the clock on the wall, which goes on while the phone sleeps
 */

const SLEEP_GAP_MS = 2000;

class Runner {
  /**
   * @param {Session} session
   * @param {Clock} clock
   * @param {(event: Happening) => void} tell
   */
  constructor(session, clock, tell) {
    this.session = session;
    this.clock = clock;
    this.tell = tell;
    this.lastMs = Math.floor(clock.now());
    this.lastWallMs = clock.wall();
    this.timer = 0;
    /** @type {Happening[]} */
    this.untold = [];
    this.isTelling = false;
  }

  get isRunning() {
    return this.session.state === "running";
  }

  /** How much of the interval is over at this very moment. */
  get elapsedMsNow() {
    const session = this.session;
    if (!this.isRunning || session.settleMs > 0) return session.elapsedMs;
    const passedMs = Math.max(0, Math.floor(this.clock.now()) - this.lastMs);
    return session.elapsedMs + Math.min(passedMs, session.toNextMs);
  }

  /**
   * Let the time pass that has passed, then do `command`, then tell of both.
   * @param {() => Happening[]} [command]
   */
  ask(command) {
    this.catchUp();
    if (command) this.untold.push(...command());
    this.arm();
    if (this.isTelling) return;
    this.isTelling = true;
    try {
      for (let event = this.untold.shift(); event; event = this.untold.shift()) this.tell(event);
    } finally {
      this.isTelling = false;
    }
  }

  /**
   * Time during which the phone slept, or the page stood still, counts nothing: the session is
   * paused where it was. Some phones stop one of the two clocks while they sleep.
   */
  catchUp() {
    const [nowMs, wallMs] = [Math.floor(this.clock.now()), this.clock.wall()];
    const [passedMs, wallPassedMs] = [nowMs - this.lastMs, wallMs - this.lastWallMs];
    this.lastMs = nowMs;
    this.lastWallMs = wallMs;
    if (!this.isRunning) return;
    const slept = wallPassedMs - passedMs > SLEEP_GAP_MS;
    const stood = passedMs - this.session.toNextMs > SLEEP_GAP_MS;
    const events = slept || stood ? this.session.pause("slept") : this.session.advance(passedMs);
    this.untold.push(...events);
  }

  arm() {
    clearTimeout(this.timer);
    if (!this.isRunning) return;
    const dueMs = this.lastMs + this.session.toNextMs - this.clock.now();
    this.timer = window.setTimeout(() => this.ask(), Math.max(0, Math.ceil(dueMs)));
  }
}
