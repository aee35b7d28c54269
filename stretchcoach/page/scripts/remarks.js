/** A session of the diary in words: what was left out, shortened or eased off, as in the program. */

const LESS = [undefined, "skipped", "shortened"];

/**
 * All there is to say, the most important first; at least one sentence.
 * @param {any} record  a session as JSON @param {Words} words @returns {string[]}
 */
function remarks(record, words) {
  const isFinished = record.state === "finished";
  const last = Math.min(record.at_index, record.intervals.length - 1);
  const atStep = record.intervals[last].step;
  /** @type {string[][]} */
  const [eased, leftOut, shortened] = [[], [], []];
  for (const step of record.steps) {
    const work = record.intervals.filter(
      (/** @type {any} */ one) => one.step === step.step && WORK.includes(one.kind)
    );
    eased.push(...easedWords(step, work, words));
    if (isFinished || step.step < atStep) {
      leftOut.push(...leftOutWords(step, work, words));
      shortened.push(...shortenedWords(step, work, words));
    }
  }
  const cutOff = isFinished ? [] : [fill(words.stopped_at, { n: atStep })];
  const all = [...cutOff, ...eased, ...leftOut, ...shortened];
  return all.length ? all : [words.all_done];
}

/** @param {any[]} work @returns {(string|undefined)[]} */
function sidesOf(work) {
  return [...new Set(work.map((one) => one.side))];
}

/** @param {string} plain @param {string} sided @param {string} name @param {string|undefined} side @param {Words} words */
function onSide(plain, sided, name, side, words) {
  const where = side === "left" ? words.on_left : words.on_right;
  return side ? fill(sided, { name, on_the_side: where }) : fill(plain, { name });
}

/** @param {any} step @param {any[]} work @param {Words} words @returns {string[]} */
function easedWords(step, work, words) {
  const isEased = (/** @type {any} */ one) =>
    one.eased_at_ms !== undefined || one.outcome === "eased-off";
  return sidesOf(work.filter(isEased)).map((side) => {
    const first = work.find((one) => isEased(one) && one.side === side);
    let where = fill(words.eased_at, { n: step.step });
    if (side) {
      const there = side === "left" ? words.on_left : words.on_right;
      where = fill(words.where_side, { where, on_the_side: there });
    }
    if (first.eased_at_ms === undefined) return where;
    return fill(words.where_after, { where, time: shortTimeWords(words, first.eased_at_ms) });
  });
}

/** @param {any} step @param {any[]} work @param {Words} words @returns {string[]} */
function leftOutWords(step, work, words) {
  const sides = sidesOf(work);
  const empty = sides.filter((side) => work.every((one) => one.side !== side || !one.held_ms));
  if (empty.length && empty.length === sides.length)
    return [fill(words.left_out, { name: step.name })];
  return empty
    .filter(Boolean)
    .map((side) => onSide(words.left_out, words.left_out_side, step.name, side, words));
}

/**
 * Sides on which something was held, but not all of it.
 * @param {any} step @param {any[]} work @param {Words} words @returns {string[]}
 */
function shortenedWords(step, work, words) {
  return sidesOf(work)
    .filter((side) => {
      const here = work.filter((one) => one.side === side);
      return here.some((one) => LESS.includes(one.outcome)) && here.some((one) => one.held_ms);
    })
    .map((side) => onSide(words.shortened, words.shortened_side, step.name, side, words));
}

/**
 * The time of work that was really done on `side`; null is both sides together.
 * @param {any} record @param {string|null} [side]
 */
function heldMs(record, side) {
  return record.intervals
    .filter((/** @type {any} */ one) => WORK.includes(one.kind))
    .filter((/** @type {any} */ one) => side === undefined || (one.side || null) === side)
    .reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + (one.held_ms || 0), 0);
}
