/**
 * What is shown of the interval one is in.
 *
 * @typedef {Object} View  its texts are places in the list of texts
 * @property {number} phase @property {number} title @property {number} alt
 * @property {number|null} exercise @property {boolean} mirrored
 * @property {string|null} side @property {number} side_text @property {boolean} affected
 * @property {number} above @property {number} cue @property {number} note @property {number} sets
 * @property {[number, number]|null} rep @property {[number, number]|null} rep_below
 * @property {number} coming @property {boolean} at_hold @property {boolean} breathes
 */

const MINUTES_FROM_S = 100; // from here on as 1:40
const RING = 2 * Math.PI * 54; // around the ring, as it is drawn

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id @param {string} text */
function tell(id, text) {
  const element = part(id);
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

class Stage {
  /** @param {any} data @param {Figure} figure @param {BreathGuide} breath */
  constructor(data, figure, breath) {
    this.data = data;
    this.words = data.words;
    this.figure = figure;
    this.breath = breath;
    /** @type {View|null} */
    this.view = null;
  }

  /** @param {number} place */
  text(place) {
    return this.data.texts[place];
  }

  /** @param {View} view @param {Session} session */
  showInterval(view, session) {
    this.view = view;
    const { words } = this;
    const { step } = session.interval;
    tell("step", fill(words.step_of, { n: step, total: this.data.steps }));
    tell("title", this.text(view.title) || this.text(view.phase));
    tell("above", this.text(view.above));
    tell("side-words", this.text(view.side_text));
    part("arrow").setAttribute("class", `arrow ${view.side || "none"}${view.affected ? " hurt" : ""}`);
    tell("affected", view.affected ? words.affected : "");
    tell("cue", this.text(view.cue));
    tell("note", this.text(view.note));
    tell("coming", this.text(view.coming));
    const counted = view.rep || view.rep_below;
    const rep = counted ? fill(words.rep_of, { n: counted[0], total: counted[1] }) : "";
    tell("sets", [this.text(view.sets), rep].filter(Boolean).join(" · "));
    tell("no-picture", this.figure.has(view.exercise) || view.exercise === null ? "" : words.no_picture);
    this.figure.show(view.exercise, view.mirrored, this.text(view.alt), view.at_hold);
    this.breath.show(view.breathes);
    part("words").scrollTop = 0;
  }

  /** The time, which changes with each second. @param {Session} session */
  showTime(session) {
    const { words, view } = this;
    if (!view) return;
    const remaining = session.remainingMs;
    const seconds = remaining === null ? null : Math.ceil(remaining / 1000);
    const rep = view.rep;
    const isPaused = session.state === "paused";
    part("session").classList.toggle("paused", isPaused);
    if (session.settleMs > 0) this.face(words.settle, String(Math.ceil(session.settleMs / 1000)), "");
    else if (seconds === null) this.face(this.text(view.phase), "✓", words.done);
    else if (rep)
      this.face(this.text(view.phase), String(rep[0]), fill(words.rep_below, { total: rep[1], seconds }));
    else this.face(this.text(view.phase), digits(seconds), this.unit(seconds));
    if (isPaused) tell("phase", words.paused);
    const left = timeWords(words, session.totalRemainingMs);
    tell("left", fill(words.left, { time: left }));
    const total = this.data.record.planned_ms;
    const doneMs = total - Math.min(total, session.totalRemainingMs); // time may have been added
    const done = total ? Math.round((100 * doneMs) / total) : 0;
    part("done-bar").style.width = `${done}%`;
    part("progress").setAttribute("aria-valuenow", String(done));
    this.showRing(session);
  }

  /** The ring runs on to the next second while the clock does. @param {Session} session */
  showRing(session) {
    const total = session.durationMs;
    const ring = part("ring-left");
    const runsMs = session.state === "running" && !session.settleMs ? session.toNextMs : 0;
    const leftMs = total === null ? 0 : Math.max(0, total - session.elapsedMs - runsMs);
    const isNew = session.elapsedMs === 0;
    ring.style.transitionDuration = "0ms";
    if (isNew) ring.style.strokeDashoffset = "0";
    void ring.getBoundingClientRect(); // from where it is, not from where it was to be
    ring.style.transitionDuration = `${runsMs}ms`;
    ring.style.strokeDashoffset = total ? String(RING * (1 - leftMs / total)) : "0";
  }

  /** @param {string} phase @param {string} large @param {string} small */
  face(phase, large, small) {
    tell("phase", phase);
    tell("large", large);
    part("large").classList.toggle("long", large.length > 2);
    tell("small", small);
  }

  /** @param {number} seconds */
  unit(seconds) {
    return seconds < MINUTES_FROM_S ? this.data.second_words[seconds] : this.words.minutes;
  }

  /** What a screen reader reads out where no voice is heard. @param {Session} session */
  announce(session) {
    const view = this.view;
    if (!view) return;
    const parts = [view.phase, view.title, view.side_text, view.above, view.sets, view.note];
    const said = parts.map((place) => this.text(place)).filter(Boolean);
    const isWork = session.isWork;
    part("live").textContent = (isWork ? [said[0], this.text(view.side_text)] : said).filter(Boolean).join(". ");
  }
}

/** @param {number} seconds */
function digits(seconds) {
  if (seconds < MINUTES_FROM_S) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
