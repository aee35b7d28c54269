/**
 * The figure: frames from the start of an exercise to its hold. It moves into the hold at the end
 * of the time to get ready, back after it, and with each rep, as in the program.
 */

const INTO_HOLD_AT_MS = 4000;
const INTO_HOLD_MS = 3000;
const QUICK_MS = 1200;
const OWN_PACE_HALF_MS = 2000;

class Figure {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {string[][]} frames  the addresses of the frames, by exercise
   * @param {() => boolean} isStill  whether nothing is to move
   */
  constructor(canvas, frames, isStill) {
    this.canvas = canvas;
    this.addresses = frames;
    this.isStill = isStill;
    /** @type {Map<number, HTMLImageElement[]>} */
    this.read = new Map();
    /** @type {number|null} */
    this.exercise = null;
    this.at = 0; // 0 is the start, 1 the hold
    this.motion = 0;
  }

  /**
   * Whether there is a picture of `exercise`.
   * @param {number|null} exercise
   */
  has(exercise) {
    return exercise !== null && this.addresses[exercise].length > 0;
  }

  /** @param {number|null} exercise @param {boolean} isMirrored @param {string} alt @param {boolean} atHold */
  show(exercise, isMirrored, alt, atHold) {
    this.canvas.hidden = !this.has(exercise);
    this.canvas.classList.toggle("mirrored", isMirrored);
    this.canvas.setAttribute("aria-label", alt);
    if (exercise === this.exercise) return;
    this.exercise = exercise;
    this.stop();
    this.at = atHold ? 1 : 0;
    this.draw();
  }

  /**
   * Decode what will be shown next, and let go of the rest.
   * @param {(number|null)[]} exercises
   */
  prepare(exercises) {
    for (const known of this.read.keys()) if (!exercises.includes(known)) this.read.delete(known);
    for (const exercise of exercises) if (exercise !== null) this.framesOf(exercise);
  }

  /** @param {number} exercise */
  framesOf(exercise) {
    const known = this.read.get(exercise);
    if (known) return known;
    const images = this.addresses[exercise].map((address) => {
      const image = new Image();
      image.onload = () => this.exercise === exercise && this.draw();
      image.src = address;
      return image;
    });
    this.read.set(exercise, images);
    return images;
  }

  draw() {
    if (!this.has(this.exercise)) return;
    const frames = this.framesOf(/** @type {number} */ (this.exercise));
    const frame = frames[Math.round(this.at * (frames.length - 1))];
    const paper = this.canvas.getContext("2d");
    if (!paper || !frame.complete || !frame.naturalWidth) return;
    if (this.canvas.width !== frame.naturalWidth || this.canvas.height !== frame.naturalHeight) {
      this.canvas.width = frame.naturalWidth;
      this.canvas.height = frame.naturalHeight;
    }
    paper.clearRect(0, 0, this.canvas.width, this.canvas.height);
    paper.drawImage(frame, 0, 0);
  }

  /** @param {number} to @param {number} lastsMs */
  play(to, lastsMs) {
    this.stop();
    const from = this.at;
    if (this.isStill() || lastsMs <= 0 || from === to) {
      this.at = to;
      this.draw();
      return;
    }
    const beganMs = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - beganMs) / lastsMs);
      this.at = from + (to - from) * share * share * (3 - 2 * share);
      this.draw();
      this.motion = share < 1 ? requestAnimationFrame(step) : 0;
    };
    this.motion = requestAnimationFrame(step);
  }

  stop() {
    cancelAnimationFrame(this.motion);
    this.motion = 0;
  }

  // With the events of a session.

  /** @param {Happening} event @param {Interval[]} intervals */
  onEvent(event, intervals) {
    const here = intervals[event.index || 0];
    const totalMs = here.duration_ms;
    if (event.type === "started") this.begin(here, intervals[(event.index || 0) + 1]);
    else if (event.type === "second") this.second(here, intervals[(event.index || 0) + 1], event);
    else if (event.type === "paused") this.stop();
    else if (event.type === "halfway" && here.kind === "move" && totalMs) this.play(0, totalMs / 2);
  }

  /** @param {Interval} here @param {Interval|undefined} following */
  begin(here, following) {
    const totalMs = here.duration_ms;
    if (here.kind === "hold") this.play(1, Math.min(QUICK_MS, (totalMs || QUICK_MS) / 2));
    else if (here.kind === "move") this.play(1, (totalMs || 2 * OWN_PACE_HALF_MS) / 2);
    else if (here.kind === "relax") this.play(0, Math.min(QUICK_MS, totalMs || QUICK_MS));
    else if (leadsIntoHold(here, following) && (totalMs || 0) <= INTO_HOLD_AT_MS)
      this.play(1, totalMs || QUICK_MS);
  }

  /** @param {Interval} here @param {Interval|undefined} following @param {Happening} event */
  second(here, following, event) {
    const elapsedMs = event.elapsed_ms || 0;
    if (leadsIntoHold(here, following) && event.remaining_ms === INTO_HOLD_AT_MS)
      this.play(1, INTO_HOLD_MS);
    else if (here.duration_ms === null && elapsedMs % OWN_PACE_HALF_MS === 0)
      this.play((elapsedMs / OWN_PACE_HALF_MS) % 2 ? 0 : 1, OWN_PACE_HALF_MS);
  }
}

/**
 * Before a movement the figure waits at its start.
 * @param {Interval} here @param {Interval|undefined} following
 */
function leadsIntoHold(here, following) {
  return ["get-ready", "switch"].includes(here.kind) && !!following && following.kind === "hold";
}
