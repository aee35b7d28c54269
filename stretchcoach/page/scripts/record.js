/**
 * What the diary keeps of a session, as the events tell. The plan of a session is kept once for all
 * that were done by it; what is written to a file is the diary of the program.
 *
 * @typedef {Object} Kept
 * @property {string} id
 * @property {string} plan  the fingerprint of the timeline
 * @property {string} started
 * @property {number} started_offset_s
 * @property {string} ended
 * @property {number} ended_offset_s
 * @property {string} state  open, finished or stopped
 * @property {number} at_index
 * @property {number} at_elapsed_ms
 * @property {Object<string, number>} before
 * @property {Object<string, number>} after
 * @property {string} note
 * @property {number[]} easier  the easier versions that were taken
 * @property {Object<string, {held_ms: number, outcome: string|null, eased_at_ms?: number}>} did
 */

const OUTCOMES = [null, "skipped", "shortened", "done", "eased-off"];
const SAVE_EVERY_MS = 5000;

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} key @param {number} wallMs */
function moment(key, wallMs) {
  const when = new Date(wallMs);
  return { [key]: when.toISOString(), [`${key}_offset_s`]: -60 * when.getTimezoneOffset() };
}

/** @param {string} plan @param {Object<string, number>} before @param {number} wallMs @returns {Kept} */
function newKept(plan, before, wallMs) {
  const times = { ...moment("started", wallMs), ...moment("ended", wallMs) };
  const place = { at_index: 0, at_elapsed_ms: 0 };
  const said = { before, after: {}, note: "", easier: [] };
  return /** @type {any} */ ({ id: newId(), plan, ...times, state: "open", ...place, ...said, did: {} });
}

class Recorder {
  /** @param {Kept} kept @param {(kept: Kept) => void} write @param {() => number} wall */
  constructor(kept, write, wall) {
    this.kept = kept;
    this.write = write;
    this.wall = wall;
    this.here = kept.at_index;
  }

  /** @param {Happening} event */
  onEvent(event) {
    const kept = this.kept;
    const index = event.index || 0;
    if (event.type === "started") {
      this.here = index;
      this.place(index, 0);
    } else if (event.type === "second") {
      const sinceMs = (event.elapsed_ms || 0) - (kept.at_index === index ? kept.at_elapsed_ms : 0);
      if (sinceMs >= SAVE_EVERY_MS) this.place(index, event.elapsed_ms || 0);
    } else if (event.type === "paused") {
      if (event.reason === "eased-off") this.did(index).eased_at_ms = event.elapsed_ms;
      this.place(index, event.elapsed_ms || 0);
    } else if (event.type === "ended") this.end(index, event.held_ms || 0, event.outcome || null);
    else if (event.type === "session-ended") {
      kept.state = event.finished ? "finished" : "stopped";
      if (event.finished) this.keep();
      else this.place(this.here, 0);
    }
  }

  /**
   * Of two performances of an interval the fuller one is kept.
   * @param {number} index @param {number} heldMs @param {string|null} outcome
   */
  end(index, heldMs, outcome) {
    const here = this.did(index);
    here.held_ms = Math.max(here.held_ms, heldMs);
    if (OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(here.outcome)) here.outcome = outcome;
    this.place(index + 1, 0);
  }

  /** @param {number} index */
  did(index) {
    return (this.kept.did[index] = this.kept.did[index] || { held_ms: 0, outcome: null });
  }

  /** @param {number} index @param {number} elapsedMs */
  place(index, elapsedMs) {
    this.kept.at_index = index;
    this.kept.at_elapsed_ms = elapsedMs;
    this.keep();
  }

  keep() {
    Object.assign(this.kept, moment("ended", this.wall()));
    this.write(this.kept);
  }
}

/** A session that was cut off and will not be resumed. @param {Kept} kept */
function stopped(kept) {
  const { at_index: index, at_elapsed_ms: heldMs } = kept;
  if (heldMs > 0) {
    const here = kept.did[index] || { held_ms: 0, outcome: null };
    const outcome = here.eased_at_ms === undefined ? "shortened" : "eased-off";
    if (OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(here.outcome)) here.outcome = outcome;
    kept.did[index] = { ...here, held_ms: Math.max(here.held_ms, heldMs) };
  }
  return { ...kept, state: "stopped", at_elapsed_ms: 0 };
}

/**
 * A session as the diary of the program has it. What was not given is left out.
 * @param {Kept} kept @param {any} plan  the record before anything was done
 */
function asJson(kept, plan) {
  const { plan: _, easier: __, did, before, after, note, ...times } = kept;
  const intervals = plan.intervals.map((/** @type {any} */ interval, /** @type {number} */ index) => {
    const { outcome, ...held } = did[index] || { held_ms: 0, outcome: null };
    return { ...interval, ...held, ...(outcome ? { outcome } : {}) };
  });
  const said = { before, after, ...(note ? { note } : {}) };
  return { ...plan, ...times, ...said, intervals };
}
