// @ts-check
/** The top of the page: whose desk this is, who speaks now, and the way out. Below it, the welcome of an empty page. */
import { fill, h, icon } from "./dom.js";
import { nameOf } from "./message_view.js";

/**
 * @param {HTMLElement} root @param {import("./labels.js").Say} say
 * @param {{past: () => void, close: (() => void) | null}} on
 */
export function createHeader(root, say, on) {
  const name = h("bdi");
  const speaker = h("p", { class: "speaker" });
  const close = on.close ? h("button", { type: "button", class: "round", onclick: on.close }, icon("down")) : null;
  const past = h("button", { type: "button", class: "round", onclick: on.past }, icon("list"));
  const mark = h("span", { class: "mark", "aria-hidden": true });
  root.append(mark, h("div", { class: "names" }, h("h1", {}, name), speaker), past, close ?? "");

  /**
   * @param {import("./wire").Snapshot} snapshot @param {import("./wire").Settings} settings
   * @param {{isThere: boolean, unread: number}} others The customer's other conversations.
   */
  return function render({ conversation }, settings, others) {
    const isPerson = conversation?.state === "human";
    const holder = nameOf({ kind: isPerson ? "operator" : "bot", name: conversation?.owner.name }, say);
    const words = { queued: say("waiting"), resolved: say("resolved"), human: `${holder} · ${say("person")}`, bot: holder };
    fill(name, settings.company || say("conversation"));
    fill(mark, initials(isPerson ? holder : settings.company || say("conversation")));
    fill(speaker, words[conversation?.state ?? "bot"]);
    root.classList.toggle("is-person", isPerson);
    past.hidden = !others.isThere;
    past.classList.toggle("has-news", others.unread > 0);
    past.setAttribute("aria-label", say("past_conversations") + (others.unread ? ` (${others.unread})` : ""));
    close?.setAttribute("aria-label", say("close_chat"));
  };
}

/** Questions to begin with that a tenant can choose, as the console takes them. */
const MOST = 4;

/** @param {HTMLElement} root @param {import("./labels.js").Say} say @param {{send: (text: string) => void}} on */
export function createWelcome(root, say, on) {
  const section = h("section", { class: "welcome" });
  root.prepend(section);
  let drawn = "";

  /** @param {import("./wire").Settings} settings @param {"empty" | "loading" | "talking"} phase */
  return function render(settings, phase) {
    const face = JSON.stringify([settings, phase, say("welcome"), say("loading")]);
    if (face === drawn) return;
    drawn = face;
    section.hidden = phase === "talking";
    if (phase === "loading") return fill(section, h("p", { class: "muted is-late" }, say("loading")));
    const ask = (/** @type {string} */ question) =>
      h("li", {}, h("button", { type: "button", class: "choice", dir: "auto", onclick: () => on.send(question) }, question));
    const questions = (settings.suggestions ?? []).slice(0, MOST);
    fill(
      section,
      h("p", { class: "greeting", dir: "auto" }, settings.greeting || say("welcome")),
      h("p", { class: "muted" }, say("welcome_note")),
      questions.length ? h("ul", { class: "suggestions" }, ...questions.map(ask)) : null,
    );
  };
}

/** @param {string} name */
function initials(name) {
  const words = name.split(/[\s&+]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words.slice(0, 2).map((word) => [...word][0].toLocaleUpperCase()).join("");
}
