// @ts-check
/** The customer's own conversations: to go on in one, to begin another, to have this one sent by e-mail. */
import { h, icon } from "./dom.js";
import { nameOf } from "./message_view.js";
import { createSheet } from "./sheet.js";

/** @typedef {import("./wire").Past} Past */

/**
 * @param {import("./labels.js").Say} say @param {() => string} language
 * @param {{look: () => Promise<Past[]>, shown: () => string | undefined, isNew: (one: Past) => boolean,
 *   goTo: (next: Past | null) => void, transcript: () => (() => void) | null}} on
 */
export function createPast(say, language, on) {
  const sheet = createSheet(say, { class: "content past" });

  /** @param {Past | null} next */
  const go = (next) =>
    sheet.attempt(async () => {
      try {
        on.goTo(next);
      } catch (error) {
        const isWaiting = /** @type {any} */ (error).code === "not_sent";
        throw isWaiting ? { detail: say("not_sent") } : error;
      }
      sheet.close();
    });

  /** @param {Past} one */
  function row(one) {
    const isShown = one.id === on.shown();
    const isNew = !isShown && on.isNew(one);
    const label = h("span", { class: "label", dir: "auto" }, standing(one));
    const when = h("time", { datetime: one.last.at }, day(one.last.at));
    const words = h("span", { class: "last", dir: "auto" }, one.last.text);
    const news = isNew ? h("span", { class: "dot" }, h("span", { class: "unseen" }, say("new_messages"))) : null;
    const current = isShown ? "true" : null;
    return h("li", {}, h("button", { type: "button", class: "past-one", "aria-current": current, onclick: () => (isShown ? sheet.close() : void go(one)) }, label, when, words, news));
  }

  /** @param {Past} one @returns {string} Who has it now. */
  function standing({ state, owner }) {
    if (state === "human") return nameOf({ kind: "operator", name: owner.name }, say);
    return state === "bot" ? say("bot") : say(state === "queued" ? "waiting" : "resolved");
  }

  /** @param {string} at */
  function day(at) {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    /** @type {Intl.DateTimeFormatOptions} */
    const form = isToday ? { hour: "numeric", minute: "2-digit" } : { day: "numeric", month: "short" };
    return new Intl.DateTimeFormat(language(), form).format(new Date(at));
  }

  /** @param {Past[]} all */
  function draw(all) {
    const begin = h("button", { type: "button", class: "confirm", onclick: () => void go(null) }, say("new_conversation"));
    const send = on.shown() ? on.transcript() : null;
    const mail = send && h("button", { type: "button", class: "word", onclick: () => (sheet.close(), send()) }, icon("mail"), say("send_by_email"));
    sheet.show(say("past_conversations"), [
      all.length ? h("ul", { class: "past-list" }, ...all.map(row)) : null,
      h("div", { class: "buttons" }, begin, mail),
    ]);
    /** @type {HTMLElement | null} */ (sheet.content.querySelector("button"))?.focus();
  }

  return {
    async open() {
      sheet.show(say("past_conversations"), [h("p", { class: "muted" }, say("loading"))]);
      await sheet.attempt(async () => draw(await on.look()));
    },
  };
}
