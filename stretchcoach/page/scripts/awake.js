/** Keeps the screen awake while a session runs, where the browser lets a page do so. */

class Awake {
  /** @param {() => boolean} isWanted */
  constructor(isWanted) {
    this.isWanted = isWanted;
    /** @type {WakeLockSentinel|null} */
    this.lock = null;
    this.isAsking = false;
    document.addEventListener("visibilitychange", () => this.update());
  }

  get isThere() {
    return "wakeLock" in navigator;
  }

  /** A lock goes when the page is hidden, and has to be asked for again. */
  async update() {
    const isHeld = this.lock !== null && !this.lock.released;
    if (!this.isThere || this.isAsking || document.hidden || this.isWanted() === isHeld) return;
    this.isAsking = true;
    try {
      if (isHeld && this.lock) await this.lock.release();
      else this.lock = await navigator.wakeLock.request("screen");
    } catch {
      this.lock = null; // a battery that is nearly empty, for one
    } finally {
      this.isAsking = false;
    }
  }
}
