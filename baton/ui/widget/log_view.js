// @ts-check
/**
 * The log of the conversation. Lines are added and brought up to date, never redrawn, so a screen reader hears each
 * once and nothing jumps; it follows the newest line unless the customer has scrolled up to read. Of a long talk the end
 * is drawn, and what came before as soon as the customer scrolls up to it.
 */
import { h, icon } from "./dom.js";
import { isBotThinking, lines } from "./fold.js";
import { createMessage, nameOf } from "./message_view.js";
import { drawnFrom, earlier, holding } from "../shared/tail.js";

/** How near to the end counts as reading along, in pixels. */
const NEAR = 80;
/** How near to the first drawn line those before it are drawn, in pixels. */
const NEAR_FIRST = 400;
/** How long the page says that the bot is looking before it stays quiet, in milliseconds. */
const LOOKING_LASTS = 20_000;

/**
 * @param {{scroller: HTMLElement, newest: HTMLElement}} at @param {import("./labels.js").Say} say
 * @param {() => string} language @param {import("./message_view.js").Actions} actions
 */
export function createLog({ scroller, newest }, say, language, actions) {
  const log = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions text" });
  // Not read aloud: the log says the answer once, when it is whole.
  const draft = h("p", { class: "draft", "aria-hidden": true, dir: "auto", hidden: true });
  const typing = h("p", { class: "typing", "aria-hidden": true });
  /** @type {Map<string, {element: HTMLElement, day: HTMLElement | null, update: (line: any, may: boolean) => void}>} */
  const shown = new Map();
  let isFollowing = true;
  let from = 0;
  /** @type {import("./wire").Snapshot | null} */
  let known = null;
  scroller.append(log, draft, typing);

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    isFollowing = true;
  }

  newest.addEventListener("click", () => toEnd());
  let top = 0;
  const isNear = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  scroller.addEventListener("scroll", () => {
    // Only a move upwards is the reader's wish: a composer that grows also leaves the end out of sight.
    isFollowing = isNear() || (isFollowing && scroller.scrollTop >= top);
    top = scroller.scrollTop;
    if (isNear()) newest.hidden = true;
    if (from && !isFollowing && scroller.scrollTop < NEAR_FIRST) drawEarlier();
  });
  const sizes = new ResizeObserver(() => isFollowing && toEnd());
  sizes.observe(scroller);
  sizes.observe(log);

  /** @param {import("./fold.js").Line} line @param {import("./fold.js").Line[]} all @param {number} index */
  function add(line, all, index) {
    const made = createMessage(line, say, language(), actions);
    const day = line.day ? h("p", { class: "day" }, h("time", { datetime: line.day }, dayName(line.day, language()))) : null;
    const after = all.slice(index + 1).find((each) => shown.has(each.key));
    const next = after && shown.get(after.key);
    const before = next ? (next.day ?? next.element) : null;
    if (day) log.insertBefore(day, before);
    log.insertBefore(made.element, before);
    shown.set(line.key, { ...made, day });
  }

  /** Draws what was said before the first drawn line, which stays where it is and is not read out again. */
  function drawEarlier() {
    const putBack = holding(scroller, /** @type {HTMLElement} */ (log.firstElementChild));
    from = earlier(from);
    if (known) drawLines(known);
    putBack();
  }

  /** Brings what is drawn up to date. @param {import("./wire").Snapshot} snapshot @returns {import("./fold.js").Line[]} Lines that were not there. */
  function drawLines(snapshot) {
    const whole = lines(snapshot);
    from = drawnFrom(whole.length, from, isFollowing);
    const all = whole.slice(from);
    const keys = new Set(all.map((line) => line.key));
    for (const [key, { element, day }] of shown) {
      if (keys.has(key)) continue;
      day?.remove();
      element.remove();
      shown.delete(key);
    }
    const fresh = all.filter((line) => !shown.has(line.key));
    const isBot = (snapshot.conversation?.state ?? "bot") === "bot";
    all.forEach((line, index) => {
      if (!shown.has(line.key)) add(line, all, index);
      shown.get(line.key)?.update(line, line.isLast && isBot);
    });
    return fresh;
  }

  /** @param {import("./wire").Snapshot} snapshot */
  function render(snapshot) {
    known = snapshot;
    const fresh = drawLines(snapshot);
    log.setAttribute("aria-label", say("messages"));
    renderDraft(snapshot.draft?.text ?? "");
    renderTyping(snapshot);
    follow(fresh);
  }

  /** @param {string} text */
  function renderDraft(text) {
    if (draft.textContent === text) return;
    draft.hidden = !text;
    draft.textContent = text;
    if (isFollowing) toEnd();
  }

  /** @param {import("./wire").Snapshot} snapshot */
  function renderTyping(snapshot) {
    const last = snapshot.messages.at(-1);
    const isLooking = isBotThinking(snapshot) && !!last && Date.now() - Date.parse(last.at) < LOOKING_LASTS;
    const who = snapshot.typing ?? (isLooking ? { kind: /** @type {const} */ ("bot") } : null);
    const words = !who ? "" : who.kind === "bot" ? say("bot_writing") : say("is_typing", { name: nameOf(who, say) });
    if (typing.dataset.words === words) return;
    typing.dataset.words = words;
    typing.replaceChildren(...(words ? [h("span", { class: "dots" }, h("i"), h("i"), h("i")), words] : []));
    if (isFollowing) toEnd();
  }

  /** Shows what is new from its beginning, however long it is. @param {import("./fold.js").Line[]} fresh */
  function follow(fresh) {
    if (!fresh.length) return;
    if (!isFollowing && !fresh.some((line) => line.outgoing)) {
      newest.replaceChildren(icon("down"), say("new_messages")); // whose words had not come when the page began
      return void (newest.hidden = false);
    }
    const first = shown.get(fresh[0].key);
    const start = first ? (first.day ?? first.element).offsetTop - scroller.offsetTop - 12 : Infinity;
    toEnd();
    if (shown.size > fresh.length && start < scroller.scrollTop) scroller.scrollTop = start;
    isFollowing = isNear();
  }

  /** Takes all lines out, so that the next render draws them in another language. */
  function clear() {
    log.replaceChildren();
    shown.clear();
  }

  return { render, toEnd, clear };
}

/** @param {string} at @param {string} language */
function dayName(at, language) {
  const day = new Date(at);
  const daysAgo = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (daysAgo < 2) return capital(new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-daysAgo, "day"), language);
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" }).format(day);
}

/** @param {string} word @param {string} language */
function capital(word, language) {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}
