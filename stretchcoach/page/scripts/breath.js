/**
 * The breathing guide: a disc that grows with the breath in and shrinks with the breath out, beside
 * the words of a hold. Where nothing is to move, only its word changes.
 */

const LEAST_DISC = 10;
const MOST_DISC = 30;
const STILL_FULLNESS = 0.6;

class BreathGuide {
  /**
   * @param {{in_ms: number, out_ms: number}|null} breath  null is no guide
   * @param {Words} words
   * @param {() => boolean} isStill
   * @param {() => {elapsedMs: number, runs: boolean}} time  of the interval, at this very moment
   */
  constructor(breath, words, isStill, time) {
    this.breath = breath;
    this.words = words;
    this.isStill = isStill;
    this.time = time;
    this.motion = 0;
    if (!breath) return;
    const rhythm = { i: Math.round(breath.in_ms / 1000), o: Math.round(breath.out_ms / 1000) };
    part("breath-rhythm").textContent = fill(words.rhythm, rhythm);
  }

  /** @param {boolean} breathes  whether this is an interval for it */
  show(breathes) {
    const isShown = !!this.breath && breathes;
    part("breath").hidden = !isShown;
    part("guided").classList.toggle("breathing", isShown);
    this.update();
  }

  /** Follow the clock for as long as it runs. */
  update() {
    cancelAnimationFrame(this.motion);
    const { breath } = this;
    if (!breath || part("breath").hidden) return;
    const { elapsedMs, runs } = this.time();
    const atMs = elapsedMs % (breath.in_ms + breath.out_ms);
    const isIn = atMs < breath.in_ms;
    const word = isIn ? this.words.breathe_in : this.words.breathe_out;
    if (part("breath-word").textContent !== word) part("breath-word").textContent = word;
    const share = isIn ? atMs / breath.in_ms : 1 - (atMs - breath.in_ms) / breath.out_ms;
    const fullness = this.isStill() ? STILL_FULLNESS : share * share * (3 - 2 * share);
    const radius = LEAST_DISC + (MOST_DISC - LEAST_DISC) * fullness;
    part("breath-disc").setAttribute("r", radius.toFixed(2));
    if (runs && !this.isStill()) this.motion = requestAnimationFrame(() => this.update());
  }
}
