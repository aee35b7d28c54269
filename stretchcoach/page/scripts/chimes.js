/**
 * The chimes, the same notes as in the program, made by the browser while they sound.
 *
 * A note is its start in seconds, its pitch in hertz, its timbre, and the pitch it glides to.
 */

/** @type {Object<string, number[][]>} a timbre is partials: ratio, gain, seconds to fall to 1/e */
const TIMBRES = {
  wood: [[1, 1, 0.16], [2, 0.06, 0.1], [3.93, 0.18, 0.04]],
  bell: [[0.5, 0.35, 0.6], [1, 1, 0.4], [2, 0.25, 0.25], [3, 0.1, 0.15]],
  soft: [[1, 1, 0.22], [2, 0.05, 0.12]],
  tap: [[1, 1, 0.05], [3.93, 0.25, 0.015]],
};

/** @type {Object<string, {peak: number, notes: [number, number, string, number?][]}>} */
const CHIMES = {
  "get-ready": { peak: 0.5, notes: [[0, 392.0, "wood"], [0.18, 523.25, "wood"]] },
  hold: { peak: 0.5, notes: [[0, 261.63, "bell"]] },
  relax: { peak: 0.5, notes: [[0, 440.0, "soft", 293.66]] },
  move: { peak: 0.4, notes: [[0, 783.99, "tap"]] },
  rest: { peak: 0.5, notes: [[0, 659.26, "soft"], [0.22, 523.25, "soft"], [0.44, 392.0, "soft"]] },
  switch: {
    peak: 0.5,
    notes: [[0, 523.25, "wood"], [0.15, 392.0, "wood"], [0.3, 523.25, "wood"], [0.45, 392.0, "wood"]],
  },
  halfway: { peak: 0.3, notes: [[0, 1046.5, "soft"]] },
  count: { peak: 0.25, notes: [[0, 880.0, "tap"]] },
  pause: { peak: 0.5, notes: [[0, 392.0, "soft"], [0.16, 293.66, "soft"]] },
  resume: { peak: 0.5, notes: [[0, 293.66, "soft"], [0.16, 392.0, "soft"]] },
  end: {
    peak: 0.5,
    notes: [[0, 261.63, "bell"], [0.09, 329.63, "bell"], [0.18, 392.0, "bell"], [0.27, 523.25, "bell"]],
  },
};

const ATTACK_S = 0.008;
const GLIDE_S = 0.3;
const SHARE = 0.6; // several partials together stay below the loudest that is possible

class Chimes {
  constructor() {
    /** @type {AudioContext|null} */
    this.context = null;
  }

  /** Browsers let a page sound only once somebody has pressed something in it. */
  prepare() {
    try {
      this.context = this.context || new AudioContext();
      void this.context.resume();
    } catch {
      this.context = null; // no sound here
    }
  }

  /** @param {string} name */
  play(name) {
    const context = this.context;
    const chime = CHIMES[name];
    if (!context || !chime || context.state === "closed") return;
    if (context.state !== "running") void context.resume();
    for (const [atS, pitchHz, timbre, glideToHz] of chime.notes) {
      for (const [ratio, gain, decayS] of TIMBRES[timbre]) {
        const glides = glideToHz ? glideToHz * ratio : 0;
        const loud = chime.peak * SHARE * gain;
        this.tone(context, context.currentTime + atS, pitchHz * ratio, glides, loud, decayS);
      }
    }
  }

  /**
   * @param {AudioContext} context
   * @param {number} atS @param {number} pitchHz @param {number} glideToHz
   * @param {number} loudness @param {number} decayS
   */
  tone(context, atS, pitchHz, glideToHz, loudness, decayS) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.setValueAtTime(pitchHz, atS);
    if (glideToHz) tone.frequency.exponentialRampToValueAtTime(glideToHz, atS + GLIDE_S);
    volume.gain.setValueAtTime(0, atS);
    volume.gain.linearRampToValueAtTime(loudness, atS + ATTACK_S);
    volume.gain.setTargetAtTime(0, atS + ATTACK_S, decayS);
    tone.connect(volume).connect(context.destination);
    tone.start(atS);
    tone.stop(atS + ATTACK_S + 5 * decayS);
  }
}
