// @ts-check
/** The top of the page: whose desk this is, who speaks now, and the way out. Below it, the welcome of an empty page. */
import { fill, h, icon } from "./dom.js";
import { nameOf } from "./message_view.js";

/** @param {HTMLElement} root @param {import("./labels.js").Say} say @param {{close: (() => void) | null}} on */
export function createHeader(root, say, on) {
  const name = h("bdi");
  const speaker = h("p", { class: "speaker" });
  const close = on.close ? h("button", { type: "button", class: "round", onclick: on.close }, icon("down")) : null;
  const mark = h("span", { class: "mark", "aria-hidden": true });
  root.append(mark, h("div", { class: "names" }, h("h1", {}, name), speaker), close ?? "");

  /** @param {import("./wire").Snapshot} snapshot @param {import("./wire").Settings} settings */
  return function render({ conversation }, settings) {
    const isPerson = conversation?.state === "human";
    const holder = nameOf({ kind: isPerson ? "operator" : "bot", name: conversation?.owner.name }, say);
    const words = { queued: say("waiting"), resolved: say("resolved"), human: `${holder} · ${say("person")}`, bot: holder };
    fill(name, settings.company || say("conversation"));
    fill(mark, initials(isPerson ? holder : settings.company || say("conversation")));
    fill(speaker, words[conversation?.state ?? "bot"]);
    root.classList.toggle("is-person", isPerson);
    close?.setAttribute("aria-label", say("close_chat"));
  };
}

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
    const questions = (settings.suggestions ?? []).slice(0, 3);
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
