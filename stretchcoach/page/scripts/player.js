/**
 * Plays what is to be heard at each event: a chime, then the words, by what the person chose.
 *
 * A cue is its words, its chime, whether that is heard only instead of the words, and the time in
 * which the words must be over.
 *
 * @typedef {[number, string|null, number, number|null]} Cue
 *
 * @typedef {Object} Heard  what is heard in an interval
 * @property {Cue[]} at_start @property {Cue[]} later @property {Cue[]} halfway
 * @property {number|null} counted_from_ms  how long it must last for its last seconds to be counted
 */

const SENTENCE_ENDS = /([.!?…]) +|([。！？]) */g;

class Player {
  /**
   * @param {string[]} texts
   * @param {Object<string, Cue[]>} moments
   * @param {(index: number) => Heard} heardIn
   * @param {(index: number) => Cue[]} easierIn  what is said when one goes on with an easier version
   * @param {number} cueAtMs  when so much of an interval is over, something may be said
   * @param {Voice} voice
   * @param {Chimes} chimes
   */
  constructor(texts, moments, heardIn, easierIn, cueAtMs, voice, chimes) {
    this.texts = texts;
    this.moments = moments;
    this.heardIn = heardIn;
    this.easierIn = easierIn;
    this.cueAtMs = cueAtMs;
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
    const index = event.index || 0;
    switch (event.type) {
      case "started":
        return this.heardIn(index).at_start;
      case "second":
        return this.atSecond(this.heardIn(index), event.elapsed_ms || 0, event.remaining_ms);
      case "halfway":
        return this.heardIn(index).halfway;
      case "paused":
        return this.moments[event.reason === "eased-off" ? "eased" : "paused"];
      case "resumed":
        return this.moments[event.settle_ms ? "settling" : "resumed"];
      case "settled":
        return this.moments.settled;
      case "easier":
        return this.easierIn(index);
      case "session-ended":
        return this.moments[event.finished ? "finished" : "stopped"];
      default:
        return [];
    }
  }

  /**
   * The last seconds are counted where it lasts long enough, with what was added.
   * @param {Heard} heard @param {number} elapsedMs @param {number|null|undefined} remainingMs
   * @returns {Cue[]}
   */
  atSecond(heard, elapsedMs, remainingMs) {
    if (typeof remainingMs !== "number") return [];
    const { counted_from_ms: fromMs } = heard;
    const counted = this.moments[String(remainingMs / SECOND_MS)];
    if (counted && fromMs !== null && elapsedMs + remainingMs >= fromMs) return counted;
    return elapsedMs === this.cueAtMs ? heard.later : [];
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
