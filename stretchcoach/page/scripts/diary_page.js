/** The diary on the page: its list, and the ways out of it. */

class DiaryPage {
  /** @param {Diary} diary @param {any} data @param {(words: string) => void} pass */
  constructor(diary, data, pass) {
    this.diary = diary;
    this.data = data;
    this.pass = pass;
    this.isSure = false;
    part("copy-button").addEventListener("click", () => this.copy());
    part("save-button").addEventListener("click", () => this.save());
    part("clear-button").addEventListener("click", () => this.clear());
    part("clear-button").addEventListener("blur", () => this.beSure(false));
    this.show();
  }

  show() {
    const all = this.diary.all();
    const items = all.map((kept) => {
      const item = document.createElement("li");
      const lines = this.diary.lines(kept).map((line) => element("p", line));
      item.append(element("h3", this.diary.when(kept, this.data.language)), ...lines);
      return item;
    });
    part("sessions").replaceChildren(...items);
    part("diary-empty").hidden = all.length > 0;
    part("diary-ways").hidden = !all.length;
    tell("full-hint", this.diary.store.isFull ? this.data.words.is_full : "");
    this.beSure(false);
  }

  async copy() {
    const text = this.diary.text(this.data.language);
    const { words } = this.data;
    try {
      await navigator.clipboard.writeText(text);
      this.pass(words.copied);
    } catch {
      this.pass(copiedByHand(text) ? words.copied : words.not_copied);
    }
  }

  save() {
    const file = new Blob([this.diary.file(this.data.diary_format)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `stretchcoach-${this.data.record.routine}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    this.pass(this.data.words.saved);
  }

  /** Asked twice, for nothing brings it back. */
  clear() {
    if (!this.isSure) {
      this.beSure(true);
      return;
    }
    this.diary.clear();
    this.show();
  }

  /** @param {boolean} isSure */
  beSure(isSure) {
    this.isSure = isSure;
    const { words } = this.data;
    part("clear-button").textContent = isSure ? words.clear_sure : words.clear;
  }
}

/** Where a page may not write to the clipboard. @param {string} text */
function copiedByHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  return isCopied;
}
