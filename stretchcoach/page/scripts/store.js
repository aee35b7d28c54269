/**
 * What the browser keeps for this routine. Where it keeps nothing, as some do for files, it is kept
 * as long as the page is open.
 */

class Store {
  /** @param {string} prefix */
  constructor(prefix) {
    this.prefix = prefix;
    /** @type {Map<string, string>} */
    this.memory = new Map();
    this.isKept = this.tryOut();
    this.isFull = false;
  }

  tryOut() {
    try {
      const key = `${this.prefix}try`;
      localStorage.setItem(key, "1");
      localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} key @returns {any} what was written, or null */
  read(key) {
    const name = this.prefix + key;
    try {
      const text = this.memory.get(name) || (this.isKept ? localStorage.getItem(name) : null);
      return text ? JSON.parse(text) : null;
    } catch {
      return null; // somebody else wrote it
    }
  }

  /** @param {string} key @param {any} value */
  write(key, value) {
    const name = this.prefix + key;
    const text = JSON.stringify(value);
    try {
      if (!this.isKept) throw new Error("nothing is kept");
      localStorage.setItem(name, text);
      this.memory.delete(name);
      this.isFull = false;
    } catch {
      this.memory.set(name, text);
      this.isFull = this.isKept;
    }
  }

  /** @param {string} key */
  remove(key) {
    this.memory.delete(this.prefix + key);
    if (this.isKept) localStorage.removeItem(this.prefix + key);
  }

  /** The keys that begin with `start`. @param {string} start @returns {string[]} */
  keys(start) {
    const stored = this.isKept ? Object.keys(localStorage) : [];
    const begin = this.prefix + start;
    const all = new Set([...stored, ...this.memory.keys()]);
    return [...all].filter((key) => key.startsWith(begin)).map((key) => key.slice(this.prefix.length));
  }
}
