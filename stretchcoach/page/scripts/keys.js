/** The keys of the session, the same as in the program. */

/** @type {Object<string, string>} */
const KEYS = {
  " ": "toggle", k: "toggle", arrowright: "next", n: "next", arrowleft: "back", p: "back",
  "+": "more", "=": "more", "-": "less", e: "ease", d: "done", enter: "done", m: "sound", escape: "stop", s: "skip",
};

/** What a key that is held down asks for again and again; all else once, for fingers are slow. */
const HELD = ["more", "less"];

/**
 * What a key asks for; "" where it is somebody else's.
 * @param {KeyboardEvent} event
 */
function askedBy(event) {
  const key = event.key.toLowerCase();
  const target = /** @type {HTMLElement} */ (event.target);
  const what = KEYS[key] || "";
  if (event.ctrlKey || event.altKey || event.metaKey) return "";
  if (event.repeat && !HELD.includes(what)) return "";
  if (target.matches("textarea, input")) return "";
  if (target.matches("button") && (key === " " || key === "enter")) return ""; // it is pressed
  return what;
}
