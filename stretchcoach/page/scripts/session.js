/**
 * One performance of the routine: a cursor over its intervals. Commands and the passing of time go
 * in, events come out, in order, as in the session of the program. It has no clock.
 *
 * @typedef {Object} Interval
 * @property {string} kind
 * @property {number|null} duration_ms  null lasts until the person says done
 * @property {number} step
 * @property {string|null} exercise
 * @property {string|null} side
 * @property {number[]} ways  where one lands by next, by back, by back at once, by skipping
 * @property {number|null} easier
 *
 * @typedef {Object} Happening
 * @property {string} type
 * @property {number} [index]
 * @property {number} [elapsed_ms]
 * @property {number|null} [remaining_ms]
 * @property {number} [held_ms]
 * @property {string} [outcome]
 * @property {string} [reason]
 * @property {number} [settle_ms]
 * @property {number} [added_ms]
 * @property {boolean} [finished]
 */

const SECOND_MS = 1000;
const WORK = ["hold", "move"];

class Session {
  /**
   * @param {Interval[]} intervals
   * @param {number} settleMs  the time to get back into a hold after a pause
   * @param {number} restartMs  back within this time leads to what was before
   */
  constructor(intervals, settleMs, restartMs) {
    this.intervals = intervals;
    this.settleTimeMs = settleMs;
    this.restartMs = restartMs;
    this.state = "ready";
    this.index = 0;
    /** @type {number|null} how long the interval lasts with what was added */
    this.durationMs = intervals[0].duration_ms;
    this.elapsedMs = 0;
    this.settleMs = 0;
    this.halfwayPassed = false;
    /** @type {Set<string>} */
    this.eased = new Set();
  }

  get interval() {
    return this.intervals[this.index];
  }

  get isWork() {
    return WORK.includes(this.interval.kind);
  }

  /** @returns {number|null} */
  get remainingMs() {
    return this.durationMs === null ? null : this.durationMs - this.elapsedMs;
  }

  /** How much time must pass until something happens of itself. */
  get toNextMs() {
    return this.settleMs || this.toBoundaryMs();
  }

  get totalRemainingMs() {
    if (this.state === "ended") return 0;
    const following = this.intervals.slice(this.index + 1);
    return following.reduce((sum, one) => sum + (one.duration_ms || 0), this.remainingMs || 0);
  }

  get hasBegun() {
    return this.state === "running" || this.state === "paused";
  }

  get isEased() {
    return this.eased.has(this.turn);
  }

  get turn() {
    return `${this.interval.step}/${this.interval.side}`;
  }

  // What is done. A command that cannot be given now does nothing.

  /** @param {number} [index] @returns {Happening[]} */
  start(index = 0) {
    if (this.state !== "ready") return [];
    this.state = "running";
    return [this.enter(index)];
  }

  /** @param {string} [reason] @returns {Happening[]} */
  pause(reason = "asked") {
    return this.state === "running" ? this.stopClock(reason) : [];
  }

  /** @returns {Happening[]} */
  resume() {
    if (this.state !== "paused") return [];
    this.state = "running";
    const inHold = this.interval.kind === "hold" && this.elapsedMs > 0;
    this.settleMs = inHold ? this.settleTimeMs : 0;
    return [{ type: "resumed", index: this.index, settle_ms: this.settleMs }];
  }

  /** @returns {Happening[]} */
  next() {
    return this.hasBegun ? this.leaveFor(this.interval.ways[0]) : [];
  }

  /** @returns {Happening[]} */
  previous() {
    if (!this.hasBegun) return [];
    const [, back, before] = this.interval.ways;
    const isAtStart = back === this.index && this.elapsedMs < this.restartMs;
    return this.leaveFor(isAtStart ? before : back);
  }

  /** Leave this side of this exercise. @returns {Happening[]} */
  skip() {
    return this.hasBegun ? this.leaveFor(this.interval.ways[3]) : [];
  }

  /** @returns {Happening[]} */
  done() {
    const isAsked = this.hasBegun && this.durationMs === null;
    return isAsked ? this.leaveFor(this.index + 1, "done") : [];
  }

  /** @returns {Happening[]} */
  easeOff() {
    if (!this.hasBegun || !this.isWork) return [];
    this.eased.add(this.turn);
    return this.stopClock("eased-off");
  }

  /** @returns {Happening[]} */
  takeEasier() {
    const isThere = this.hasBegun && this.interval.easier !== null;
    return isThere ? [{ type: "easier", index: this.index }] : [];
  }

  get canAddTime() {
    return this.hasBegun && this.durationMs !== null;
  }

  /**
   * Make the interval longer, or shorter by a negative time, but a second remains.
   * @param {number} addedMs @returns {Happening[]}
   */
  addTime(addedMs) {
    if (!this.hasBegun || this.durationMs === null) return [];
    const beforeMs = this.durationMs;
    const shortestMs = Math.min(beforeMs, this.elapsedMs + SECOND_MS);
    this.durationMs = Math.max(beforeMs + addedMs, shortestMs);
    if (this.elapsedMs >= this.halfMs) this.halfwayPassed = true; // said now, it would be late
    const reallyMs = this.durationMs - beforeMs;
    return reallyMs ? [{ type: "added", index: this.index, added_ms: reallyMs }] : [];
  }

  /** @returns {Happening[]} */
  stop() {
    if (this.state === "ended") return [];
    const ended = this.hasBegun ? [this.endedEvent(this.earlyOutcome())] : [];
    this.state = "ended";
    return [...ended, { type: "session-ended", finished: false }];
  }

  /** @param {number} elapsedMs @returns {Happening[]} */
  advance(elapsedMs) {
    /** @type {Happening[]} */
    const events = [];
    let leftMs = elapsedMs;
    while (leftMs > 0 && this.state === "running") {
      const usedMs = Math.min(this.toNextMs, leftMs);
      if (this.settleMs > 0) {
        this.settleMs -= usedMs;
        if (this.settleMs === 0) events.push({ type: "settled", index: this.index });
      } else {
        this.elapsedMs += usedMs;
        events.push(...this.boundaryEvents());
      }
      leftMs -= usedMs;
    }
    return events;
  }

  // How time passes within an interval, and how one gets from one to another.

  toBoundaryMs() {
    const remaining = this.remainingMs;
    if (remaining === null) return SECOND_MS - (this.elapsedMs % SECOND_MS);
    const toSecondMs = remaining % SECOND_MS || SECOND_MS;
    return this.halfwayPassed ? toSecondMs : Math.min(toSecondMs, this.halfMs - this.elapsedMs);
  }

  get halfMs() {
    return Math.floor((this.durationMs || 0) / 2);
  }

  /** What happens at this very moment, which may be nothing. @returns {Happening[]} */
  boundaryEvents() {
    const remaining = this.remainingMs;
    if (remaining === 0) return this.leaveFor(this.index + 1, "done");
    /** @type {Happening[]} */
    const events = [];
    const whole = remaining === null ? this.elapsedMs : remaining;
    if (whole % SECOND_MS === 0) {
      const [index, elapsed] = [this.index, this.elapsedMs];
      events.push({ type: "second", index, elapsed_ms: elapsed, remaining_ms: remaining });
    }
    if (!this.halfwayPassed && this.elapsedMs >= this.halfMs) {
      this.halfwayPassed = true;
      events.push({ type: "halfway", index: this.index });
    }
    return events;
  }

  /** @param {string} reason @returns {Happening[]} */
  stopClock(reason) {
    this.state = "paused";
    this.settleMs = 0;
    return [{ type: "paused", index: this.index, elapsed_ms: this.elapsedMs, reason }];
  }

  /** @param {number} index @param {string} [outcome] @returns {Happening[]} */
  leaveFor(index, outcome) {
    const ended = this.endedEvent(outcome || this.earlyOutcome());
    if (index < this.intervals.length) return [ended, this.enter(index)];
    this.state = "ended";
    return [ended, { type: "session-ended", finished: true }];
  }

  /** @param {number} index @returns {Happening} */
  enter(index) {
    this.index = index;
    this.durationMs = this.interval.duration_ms;
    this.elapsedMs = 0;
    this.settleMs = 0;
    this.halfwayPassed = !(this.isWork && this.durationMs);
    return { type: "started", index };
  }

  /** @param {string} outcome @returns {Happening} */
  endedEvent(outcome) {
    const how = this.isEased && this.isWork ? "eased-off" : outcome;
    return { type: "ended", index: this.index, held_ms: this.elapsedMs, outcome: how };
  }

  earlyOutcome() {
    return this.elapsedMs > 0 ? "shortened" : "skipped";
  }
}
