/** The small diary: the sessions that this browser keeps of the routine. */

const SESSION = "session/";
const PLAN = "plan/";
const RESUME_WITHIN_MS = 20 * 3600 * 1000;

class Diary {
  /** @param {Store} store @param {any} plan  the record before anything was done @param {Words} words */
  constructor(store, plan, words) {
    this.store = store;
    this.plan = plan;
    this.words = words;
  }

  /** @param {Kept} kept */
  write(kept) {
    if (!this.store.read(PLAN + kept.plan)) this.store.write(PLAN + kept.plan, this.plan);
    this.store.write(SESSION + kept.id, kept);
  }

  /** All sessions, the latest first; what another page has spoilt is left out. @returns {Kept[]} */
  all() {
    return this.store
      .keys(SESSION)
      .map((key) => this.store.read(key))
      .filter((kept) => kept && kept.id && this.store.read(PLAN + kept.plan))
      .sort((one, other) => (one.started < other.started ? 1 : -1));
  }

  /**
   * The session that can be gone on with: of this timeline, cut off not long ago.
   * @param {number} wallMs @returns {Kept|null}
   */
  open(wallMs) {
    const latest = this.all()[0];
    const isOpen = latest && latest.state === "open" && latest.plan === this.plan.fingerprint;
    const isNew = isOpen && wallMs - Date.parse(latest.ended) < RESUME_WITHIN_MS;
    return isNew && latest.at_index < this.plan.intervals.length ? latest : null;
  }

  /** What was cut off and is not gone on with counts as stopped. */
  closeOpen() {
    for (const kept of this.all()) if (kept.state === "open") this.write(stopped(kept));
  }

  clear() {
    for (const start of [SESSION, PLAN])
      for (const key of this.store.keys(start)) this.store.remove(key);
  }

  /** @param {Kept} kept */
  record(kept) {
    return asJson(kept, this.store.read(PLAN + kept.plan));
  }

  /** The diary as the program takes it in. @param {string} format */
  file(format) {
    const sessions = this.all().reverse().map((kept) => this.record(kept));
    return JSON.stringify({ format, sessions, activities: [] }, null, 1);
  }

  /** The lines about a session: when, and what was done. @param {Kept} kept @returns {string[]} */
  lines(kept) {
    const [words, record] = [this.words, this.record(kept)];
    const times = [
      [words.held, heldMs(record)],
      [words.held_left, heldMs(record, "left")],
      [words.held_right, heldMs(record, "right")],
      [words.held_both, heldMs(record, null)],
    ].filter(([, ms]) => ms);
    const held = times.map(([text, ms]) => fill(String(text), { time: timeWords(words, Number(ms)) }));
    const felt = ["buttock", "leg"].map((place) => this.felt(kept, place)).filter(Boolean);
    const told = [remarks(record, words).join("; "), held.join(", "), felt.join("; "), kept.note];
    return told.filter(Boolean);
  }

  /** @param {Kept} kept @param {string} place */
  felt(kept, place) {
    const [words, before, after] = [this.words, kept.before[place], kept.after[place]];
    const name = words[place];
    if (before !== undefined && after !== undefined)
      return fill(words.feeling_changed, { name, before, after });
    const n = before === undefined ? after : before;
    return n === undefined ? "" : fill(words.feeling, { name, n });
  }

  /** @param {Kept} kept @param {string} language */
  when(kept, language) {
    const began = new Date(kept.started);
    const own = navigator.language || language; // of the same language, a country's own way
    const way = own.startsWith(language) ? own : language;
    return began.toLocaleString(way, { dateStyle: "medium", timeStyle: "short" });
  }

  /** What a person pastes into a message. @param {string} language */
  text(language) {
    const sessions = this.all().map((kept) =>
      [this.when(kept, language), ...this.lines(kept).map((line) => `  ${line}`)].join("\n")
    );
    return [this.plan.title, ...sessions].join("\n\n");
  }
}
