/**
 * The voice of the browser. Words that could not be over in time are not begun, so that no
 * sentence runs into the next phase.
 */

const SPEAKING_START_MS = 300; // as the program reckons an ordinary voice
const NEVER_BEGAN_MS = 4000;
const SLOW_BY = 3; // a voice that needs so much longer than reckoned has lost its end

class Voice {
  /**
   * @param {SpeechSynthesis|undefined} synth
   * @param {string} language
   * @param {number} lettersASecond
   * @param {() => number} now
   */
  constructor(synth, language, lettersASecond, now) {
    this.synth = synth;
    this.language = language;
    this.lettersASecond = lettersASecond;
    this.now = now;
    this.isLost = !synth;
    this.onLost = () => {};
    /** @type {{text: string, untilMs: number|null}[]} */
    this.waiting = [];
    this.busyUntilMs = 0;
    this.watch = 0;
    /** @type {SpeechSynthesisUtterance|null} */
    this.saying = null;
  }

  get isAvailable() {
    return !this.isLost;
  }

  /** @param {string} text */
  lastsMs(text) {
    return SPEAKING_START_MS + Math.round((text.length * 1000) / this.lettersASecond);
  }

  /**
   * Say `text` after what is being said, if it can be over within `windowMs`; whether it can.
   * @param {string} text @param {number|null} windowMs
   */
  say(text, windowMs) {
    if (this.isLost) return false;
    const nowMs = this.now();
    const beginMs = Math.max(nowMs, this.busyUntilMs);
    const untilMs = windowMs === null ? null : nowMs + windowMs;
    if (untilMs !== null && beginMs + this.lastsMs(text) > untilMs) return false;
    this.busyUntilMs = beginMs + this.lastsMs(text);
    this.waiting.push({ text, untilMs });
    if (!this.saying) this.sayNext();
    return true;
  }

  stop() {
    this.waiting = [];
    this.busyUntilMs = 0;
    this.saying = null;
    clearTimeout(this.watch);
    if (this.synth) this.synth.cancel();
  }

  sayNext() {
    clearTimeout(this.watch);
    this.saying = null;
    const coming = this.waiting.shift();
    if (!coming || !this.synth) return;
    const { text, untilMs } = coming;
    if (untilMs !== null && this.now() + this.lastsMs(text) > untilMs + SPEAKING_START_MS) {
      this.sayNext();
      return;
    }
    const said = new SpeechSynthesisUtterance(text);
    said.lang = this.language;
    said.onstart = () => this.wait(said, SLOW_BY * this.lastsMs(text), false);
    said.onend = () => this.saying === said && this.sayNext();
    said.onerror = (event) => {
      const isOurs = event.error === "interrupted" || event.error === "canceled";
      if (this.saying === said) isOurs ? this.sayNext() : this.lose();
    };
    this.saying = said;
    this.busyUntilMs = Math.max(this.busyUntilMs, this.now() + this.lastsMs(text));
    this.wait(said, NEVER_BEGAN_MS, true);
    this.synth.speak(said);
  }

  /**
   * Some browsers never tell of the end, and some without a voice never begin.
   * @param {SpeechSynthesisUtterance} said @param {number} forMs @param {boolean} isBegin
   */
  wait(said, forMs, isBegin) {
    clearTimeout(this.watch);
    this.watch = window.setTimeout(() => {
      if (this.saying !== said) return;
      if (isBegin) this.lose();
      else this.sayNext();
    }, forMs);
  }

  lose() {
    this.stop();
    this.isLost = true;
    this.onLost();
  }
}
