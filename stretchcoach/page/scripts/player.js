/**
 * Plays what is to be heard at each event: a chime, then the words, by what the person chose.
 *
 * A cue is its words, its chime, whether that is heard only instead of the words, and the time in
 * which the words must be over.
 *
 * @typedef {[number, string|null, number, number|null]} Cue
 * @typedef {[number, number, string|null, number, number|null]} TimedCue
 */

const SENTENCE_ENDS = /([.!?…]) +|([。！？]) */g;

class Player {
  /**
   * @param {string[]} texts
   * @param {Object<string, Cue[]>} moments
   * @param {(index: number) => {durationMs: number|null, cues: TimedCue[], easier: Cue[]}} heardIn
   * @param {Voice} voice
   * @param {Chimes} chimes
   */
  constructor(texts, moments, heardIn, voice, chimes) {
    this.texts = texts;
    this.moments = moments;
    this.heardIn = heardIn;
    this.voice = voice;
    this.chimes = chimes;
    this.profile = "voice_and_sounds";
    this.isPaused = false;
    /** @type {Happening|null} */
    this.unannounced = null;
  }

  get speaks() {
    return this.profile === "voice_and_sounds" && this.voice.isAvailable;
  }

  /** @param {string} profile */
  setProfile(profile) {
    this.profile = profile;
    if (profile !== "voice_and_sounds") this.voice.stop();
  }

  /**
   * While the clock stands still nothing is announced: who moves through the routine in a pause
   * hears where they are when they go on.
   * @param {Happening} event
   */
  onEvent(event) {
    let told = event;
    if (event.type === "paused" || event.type === "session-ended") {
      this.voice.stop();
      this.isPaused = event.type === "paused";
    } else if (event.type === "ended" && event.outcome !== "done") {
      this.voice.stop(); // what is being said is about where one no longer is
    } else if (event.type === "started" && this.isPaused) {
      this.unannounced = event;
      return;
    } else if (event.type === "resumed") {
      this.isPaused = false;
      told = this.unannounced || event;
      this.unannounced = null;
    }
    this.play(this.cuesOf(told));
  }

  /** @param {Happening} event @returns {Cue[]} */
  cuesOf(event) {
    const at = (/** @type {number} */ ms) =>
      this.heardIn(event.index || 0)
        .cues.filter((cue) => cue[0] === ms)
        .map(([, ...cue]) => /** @type {Cue} */ (cue));
    switch (event.type) {
      case "started":
        return at(0);
      case "second":
        return at(event.elapsed_ms || 0);
      case "halfway":
        return this.atHalf(event.index || 0).flatMap(at);
      case "paused":
        return this.moments[event.reason === "eased-off" ? "eased" : "paused"];
      case "resumed":
        return this.moments[event.settle_ms ? "settling" : "resumed"];
      case "settled":
        return this.moments.settled;
      case "easier":
        return this.heardIn(event.index || 0).easier;
      case "session-ended":
        return this.moments[event.finished ? "finished" : "stopped"];
      default:
        return [];
    }
  }

  /**
   * Half of the interval, where that is not a whole second, which has been heard already.
   * @param {number} index
   */
  atHalf(index) {
    const totalMs = this.heardIn(index).durationMs || 0;
    const halfMs = Math.floor(totalMs / 2);
    return (totalMs - halfMs) % SECOND_MS ? [halfMs] : [];
  }

  /** @param {Cue[]} cues */
  play(cues) {
    if (this.profile === "silent") return;
    let beforeMs = 0; // the window of a cue begins when the words before it are over
    for (const [place, chime, standsForWords, windowMs] of cues) {
      const text = this.texts[place];
      if (chime && !standsForWords) this.chimes.play(chime);
      const isSpoken = this.say(text, windowMs === null ? null : windowMs + beforeMs);
      if (chime && standsForWords && !isSpoken) this.chimes.play(chime);
      beforeMs += text ? this.voice.lastsMs(text) : 0;
    }
  }

  /**
   * A slow voice says as many sentences as it can, from the first on.
   * @param {string} text @param {number|null} windowMs
   */
  say(text, windowMs) {
    if (!text || this.profile !== "voice_and_sounds") return false;
    if (this.voice.say(text, windowMs)) return true;
    const parts = text.replace(SENTENCE_ENDS, "$1$2\n").split("\n").filter(Boolean);
    if (parts.length < 2) return false;
    const late = parts.findIndex((part) => !this.voice.say(part, windowMs));
    return late !== 0;
  }
}
