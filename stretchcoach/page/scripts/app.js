/** Puts the parts together: the four screens, the buttons and keys, and what lasts a session. */

const PROFILES = ["voice_and_sounds", "sounds", "silent"];

class App {
  /** @param {any} data */
  constructor(data) {
    this.data = data;
    this.words = data.words;
    this.clock = { now: () => performance.now(), wall: () => Date.now() };
    this.store = new Store(`stretchcoach/${data.record.routine}/`);
    this.diary = new Diary(this.store, data.record, data.words);
    this.chimes = new Chimes();
    this.voice = new Voice(window.speechSynthesis, data.language, data.letters_a_second, this.clock.now);
    this.voice.onLost = () => this.pass(this.words.no_voice);
    const [heardIn, easierIn] = [this.shownIn.bind(this), this.easierCues.bind(this)];
    this.player = new Player(data.texts, data.moments, heardIn, easierIn, data.cue_at_ms, this.voice, this.chimes);
    const frames = data.exercises.map((/** @type {any} */ one) => one.frames);
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const isStill = () => still.matches;
    this.figure = new Figure(/** @type {any} */ (part("figure")), frames, isStill);
    this.breath = new BreathGuide(data.breath, data.words, isStill, () => this.timeNow());
    this.stage = new Stage(data, this.figure, this.breath);
    /** @type {Runner|null} */
    this.runner = null;
    /** @type {Recorder|null} */
    this.recorder = null;
    /** @type {Object<string, any>} what is another thing since the person eased off */
    this.changed = {};
    this.after = new After(this.diary, data.words);
    this.awake = new Awake(() => !!this.runner && this.runner.isRunning);
    this.begin();
  }

  begin() {
    const kept = this.store.read("sound");
    this.setProfile(PROFILES.includes(kept) ? kept : PROFILES[0]);
    this.showStart();
    const presses = {
      "start-button": () => this.start(null),
      "resume-button": () => this.start(this.diary.open(this.clock.wall())),
      "sound-button": () => this.nextProfile(), "sound-choice": () => this.nextProfile(),
      "back-button": () => this.do("back"), "pause-button": () => this.do("toggle"),
      "next-button": () => this.do("next"), "ease-button": () => this.do("ease"),
      "more-button": () => this.do("more"),
      "skip-button": () => this.do("skip"), "stop-button": () => this.do("stop"),
      "easier-button": () => this.goOn(true), "return-button": () => this.goOn(false),
      "skip-eased-button": () => this.do("skip"),
      "after-done": () => this.leaveAfter(), "after-back": () => this.backToSession(),
    };
    for (const [id, press] of Object.entries(presses)) part(id).addEventListener("click", press);
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("visibilitychange", () => this.runner && this.runner.ask());
    window.addEventListener("pagehide", () => this.onPageHide());
    window.addEventListener("popstate", () => this.onWayBack());
    this.diaryPage = new DiaryPage(this.diary, this.data, (words) => this.pass(words));
  }

  // The screens

  /** @param {string} id */
  show(id) {
    for (const screen of ["start", "session", "after"]) part(screen).hidden = screen !== id;
    window.scrollTo(0, 0);
    part(`${id}-head`).focus();
  }

  showStart() {
    const open = this.diary.open(this.clock.wall());
    const { words } = this;
    part("resume-button").hidden = !open;
    if (open) {
      const place = this.data.intervals[open.at_index];
      part("resume-button").textContent = fill(words.resume_at, { step_no: place.step });
    }
    part("start-button").textContent = open ? words.start_over : words.start;
    part("start-button").classList.toggle("primary", !open);
    tell("kept-hint", this.store.isKept ? "" : words.not_kept);
    tell("awake-hint", this.awake.isThere ? "" : words.no_wake_lock);
    part("running-only").hidden = false;
    if (this.diaryPage) this.diaryPage.show();
  }

  /** @param {Kept|null} open  the session to go on with */
  start(open) {
    const data = this.data;
    this.chimes.prepare();
    if (!open) this.diary.closeOpen();
    const before = open ? {} : ratings("before");
    const kept = open || newKept(data.record.fingerprint, before, this.clock.wall());
    this.recorder = new Recorder(kept, (one) => this.diary.write(one), this.clock.wall);
    this.changed = {};
    for (const turn of kept.easier) Object.assign(this.changed, data.easier[turn].changed);
    const session = new Session(data.intervals, data.settle_ms, data.restart_ms);
    this.runner = new Runner(session, this.clock, (event) => this.onEvent(event));
    const index = open ? data.intervals[open.at_index].ways[1] : 0;
    markWay();
    this.show("session");
    this.runner.ask(() => session.start(index));
  }

  // What happens in a session

  /** @param {Happening} event */
  onEvent(event) {
    const runner = /** @type {Runner} */ (this.runner);
    const session = runner.session;
    if (event.type === "easier") this.takeEasier(event.index || 0);
    if (this.recorder) this.recorder.onEvent(event);
    this.player.onEvent(event);
    if (event.type === "session-ended") {
      this.showAfter(!!event.finished);
      return;
    }
    const index = event.index || 0;
    if (index !== session.index && event.type !== "ended") return; // it is over already
    if (event.type === "started" || event.type === "easier") this.showInterval(session);
    this.figure.onEvent(event, this.data.intervals);
    if (event.type === "paused" && event.reason === "slept") this.pass(this.words.slept);
    if (["started", "paused", "resumed", "settled", "added"].includes(event.type)) this.showState(session);
    if (event.type === "added" && (event.added_ms || 0) > 0) part("live").textContent = this.words.more_time;
    if (event.type === "paused") this.showEasing(event.reason === "eased-off" ? session : null);
    if (event.type === "resumed" || event.type === "started") this.showEasing(null);
    if (event.type !== "ended") this.stage.showTime(session);
    this.breath.update();
    this.awake.update();
  }

  /** @param {Session} session */
  showInterval(session) {
    const view = this.viewOf(session.index);
    this.stage.showInterval(view, session);
    const ahead = this.data.intervals.slice(session.index).map((/** @type {any} */ _, /** @type {number} */ n) =>
      this.viewOf(session.index + n).exercise);
    this.figure.prepare([...new Set(ahead)].slice(0, 2));
    if (!this.player.speaks) this.stage.announce(session);
  }

  /** @param {Session} session */
  showState(session) {
    const { words } = this;
    const isPaused = session.state === "paused";
    const isOwnPace = session.interval.duration_ms === null && !isPaused;
    const pause = isOwnPace ? words.done : isPaused ? words.go_on : words.pause;
    part("pause-words").textContent = pause;
    part("pause-button").dataset.sign = isOwnPace ? "done" : isPaused ? "play" : "pause";
    /** @type {HTMLButtonElement} */ (part("ease-button")).disabled = !session.isWork;
    /** @type {HTMLButtonElement} */ (part("more-button")).disabled = !session.canAddTime;
    part("skip-button").textContent = this.skipWords(session);
  }

  /** @param {Session} session */
  skipWords(session) {
    const { side, exercise } = session.interval;
    if (!exercise) return this.words.skip_rest;
    return side ? this.words.skip_side : this.words.skip_exercise;
  }

  /** @param {Session|null} session  while the person eases off in it */
  showEasing(session) {
    const { words } = this;
    part("easing").hidden = !session;
    part("leading").hidden = !!session;
    part("session").classList.toggle("eased", !!session);
    if (!session) return;
    const isOffered = session.interval.easier !== null;
    const easier = isOffered ? this.easier(session.index) : null;
    const advice = easier ? this.data.texts[easier.advice] : words.smaller_advice;
    tell("easing-name", easier ? this.data.texts[easier.name] : "");
    tell("easing-words", `${words.clock_stopped} ${advice}`);
    part("easier-button").textContent = easier ? words.easier : words.smaller;
    part("skip-eased-button").textContent = this.skipWords(session);
    part("easier-button").focus();
  }

  /** From here on, also when the session is gone on with later. @param {number} index */
  takeEasier(index) {
    Object.assign(this.changed, this.easier(index).changed);
    if (this.recorder) this.recorder.kept.easier.push(this.data.intervals[index].easier);
  }

  /** @param {number} index */
  easier(index) {
    return this.data.easier[this.data.intervals[index].easier];
  }

  /** @param {number} index */
  shownIn(index) {
    return this.changed[index] || this.data.intervals[index];
  }

  /** @param {number} index @returns {View} */
  viewOf(index) {
    return this.data.views[this.shownIn(index).view];
  }

  /** @param {number} index @returns {Cue[]} */
  easierCues(index) {
    return this.data.intervals[index].easier === null ? [] : this.easier(index).cues;
  }

  /** How much of the interval is over, and whether that goes on. */
  timeNow() {
    const { runner } = this;
    if (!runner) return { elapsedMs: 0, runs: false };
    return { elapsedMs: runner.elapsedMsNow, runs: runner.isRunning };
  }

  // What a person does

  /** @param {string} what */
  do(what) {
    const runner = this.runner;
    if (!runner) return;
    const session = runner.session;
    const isOwnPace = session.interval.duration_ms === null && session.state === "running";
    if (what === "done" || (what === "toggle" && isOwnPace)) runner.ask(() => session.done());
    else if (what === "toggle") this.toggle(runner);
    else if (what === "next") runner.ask(() => session.next());
    else if (what === "back") runner.ask(() => session.previous());
    else if (what === "ease") runner.ask(() => session.easeOff());
    else if (what === "more") runner.ask(() => session.addTime(this.data.more_time_ms));
    else if (what === "less") runner.ask(() => session.addTime(-this.data.more_time_ms));
    else if (what === "skip") {
      runner.ask(() => session.skip());
      runner.ask(() => session.resume());
    } else if (what === "stop") runner.ask(() => session.stop());
    else if (what === "sound") this.nextProfile();
  }

  /** By what the person saw: a pause found on waking stays a pause. @param {Runner} runner */
  toggle(runner) {
    const session = runner.session;
    const wasRunning = runner.isRunning;
    runner.ask(() => (wasRunning ? session.pause() : session.resume()));
  }

  /** After easing off. @param {boolean} easier */
  goOn(easier) {
    const runner = this.runner;
    if (!runner) return;
    if (easier) runner.ask(() => runner.session.takeEasier());
    runner.ask(() => runner.session.resume());
    part("pause-button").focus();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const what = this.runner ? askedBy(event) : "";
    if (!what) return;
    event.preventDefault();
    const isEasing = !part("easing").hidden;
    if (isEasing && HELD.includes(what)) return; // the clock waits for a choice
    if (isEasing && what === "toggle") this.goOn(true);
    else this.do(what);
  }

  nextProfile() {
    const next = PROFILES[(PROFILES.indexOf(this.player.profile) + 1) % PROFILES.length];
    this.setProfile(next);
    this.store.write("sound", next);
  }

  /** @param {string} profile */
  setProfile(profile) {
    this.player.setProfile(profile);
    const words = this.words[profile];
    part("sound-words").textContent = words;
    const button = part("sound-button");
    button.dataset.sign = profile;
    button.setAttribute("aria-label", `${this.words.sound}: ${words}`);
  }

  // At the end, and when the page goes

  /** @param {boolean} isFinished */
  showAfter(isFinished) {
    this.runner = null;
    this.figure.stop();
    this.awake.update();
    this.after.showKept(/** @type {Recorder} */ (this.recorder).kept, isFinished);
    if (history.state && history.state.session) history.back();
    this.show("after");
  }

  leaveAfter() {
    this.after.leave();
    this.recorder = null;
    for (const form of document.querySelectorAll("form")) form.reset();
    this.showStart();
    this.show("start");
  }

  backToSession() {
    const kept = this.after.leave();
    if (kept) this.start({ ...kept, state: "open" });
  }

  onPageHide() {
    const [runner, recorder] = [this.runner, this.recorder];
    if (runner && recorder) recorder.place(runner.session.index, Math.floor(runner.elapsedMsNow));
  }

  /** The phone's own way back leaves the session as it is; it can be resumed. */
  onWayBack() {
    const runner = this.runner;
    if (!runner) return;
    runner.ask(() => runner.session.pause());
    this.runner = null;
    this.awake.update();
    this.showStart();
    this.show("start");
  }

  /** Say something in passing. @param {string} words */
  pass(words) {
    tell("passing", words);
    clearTimeout(this.passing);
    this.passing = window.setTimeout(() => tell("passing", ""), 8000);
  }
}

/** The phone's own way back leads out of the session then, where the browser lets a page say so. */
function markWay() {
  try {
    history.pushState({ session: true }, "");
  } catch {
    // a page without an address of its own, as in some previews
  }
}
