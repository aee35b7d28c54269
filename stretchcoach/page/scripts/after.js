/** What is shown after a session: what was held, what was different, and how it feels. */

class After {
  /** @param {Diary} diary @param {Words} words */
  constructor(diary, words) {
    this.diary = diary;
    this.words = words;
    /** @type {Kept|null} */
    this.kept = null;
    part("after").addEventListener("input", () => this.keep());
  }

  /** @param {Kept} kept @param {boolean} isFinished */
  showKept(kept, isFinished) {
    const { words } = this;
    this.kept = kept;
    const record = this.diary.record(kept);
    part("after-head").textContent = isFinished ? words.all_done : words.stopped;
    part("after-back").hidden = isFinished;
    const both = heldMs(record, null);
    const lines = [
      [words.in_all, heldMs(record)],
      [words.left_side, heldMs(record, "left")],
      [words.right_side, heldMs(record, "right")],
      ...(both ? [[words.both_sides, both]] : []),
    ];
    const rows = lines.map(([name, ms]) => {
      const row = document.createElement("div");
      row.append(element("dt", String(name)), element("dd", timeWords(words, Number(ms))));
      return row;
    });
    part("held").replaceChildren(...rows);
    const told = remarks(record, words).filter((one) => one !== words.all_done);
    part("different").hidden = !told.length;
    part("different-list").replaceChildren(...told.map((one) => element("li", one)));
  }

  /** What is said is kept while it is given. */
  keep() {
    if (!this.kept) return;
    this.kept.after = ratings("after");
    const note = /** @type {HTMLTextAreaElement} */ (part("note-text")).value;
    this.kept.note = note.trim();
    this.diary.write(this.kept);
  }

  leave() {
    const kept = this.kept;
    this.kept = null;
    return kept;
  }
}

/** What was said of how it feels. @param {string} when @returns {Object<string, number>} */
function ratings(when) {
  const chosen = ["buttock", "leg"].map((place) => {
    const cell = document.querySelector(`input[name="${when}-${place}"]:checked`);
    return cell ? [[place, Number(/** @type {HTMLInputElement} */ (cell).value)]] : [];
  });
  return Object.fromEntries(chosen.flat());
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.dir = "auto";
  return made;
}
