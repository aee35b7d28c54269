/**
 * The words of the page, and times in them. What is in braces is filled in, as in Python.
 *
 * @typedef {Object<string, string>} Words
 */

/**
 * @param {string} text such as "{minutes} min {seconds:02d} s"
 * @param {Object<string, string|number>} values
 * @returns {string}
 */
function fill(text, values) {
  return text.replace(/\{(\w+)(:02d)?\}/g, (_, name, padded) => {
    const value = String(values[name]);
    return padded ? value.padStart(2, "0") : value;
  });
}

/**
 * A time to read: 13 min 25 s, 40 s. Part seconds are rounded up.
 * @param {Words} words
 * @param {number} totalMs
 */
function timeWords(words, totalMs) {
  const all = Math.ceil(totalMs / 1000);
  const minutes = Math.floor(all / 60);
  const seconds = all % 60;
  return fill(minutes ? words.minutes_seconds : words.seconds, { minutes, seconds });
}

/**
 * A time in a sentence: 30 s, 1 min 30 s.
 * @param {Words} words
 * @param {number} totalMs
 */
function shortTimeWords(words, totalMs) {
  return totalMs >= 60000 && totalMs % 60000 === 0
    ? fill(words.whole_minutes, { minutes: totalMs / 60000 })
    : timeWords(words, totalMs);
}
