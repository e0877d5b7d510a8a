// @ts-check
/**
 * Who holds the baton, above the composer, and the way to a person. It is there in every state: as a button while
 * the bot speaks, as the place in line while the customer waits, as a name once somebody has taken over.
 */
import { fill, h, icon } from "./dom.js";
import { isAskingForPerson } from "./fold.js";
import { nameOf } from "./message_view.js";

/**
 * @param {HTMLElement} root @param {import("./labels.js").Say} say
 * @param {{askForPerson: () => void, withdraw: () => Promise<void>, showPacket: () => void, startOver: () => void,
 *   transcript: () => (() => void) | null, lasts: () => boolean, ways: () => void, copyLink: (button: HTMLElement) => Promise<void>}} on @param {() => string} language
 */
export function createHolder(root, say, language, on) {
  const words = h("div", { class: "words", role: "status" });
  const buttons = h("div", { class: "buttons" });
  const problem = h("p", { class: "problem", role: "alert" });
  const frame = h("div", { class: "holder" }, words, buttons, problem);
  root.append(frame);
  let drawn = "";

  /** @param {import("./wire").Snapshot} snapshot */
  function render(snapshot) {
    const state = isAskingForPerson(snapshot) ? "asking" : (snapshot.conversation?.state ?? "bot");
    const refused = snapshot.outbox.find((entry) => entry.kind === "handoff" && entry.status === "refused");
    const face = JSON.stringify([state, snapshot.conversation?.owner, snapshot.conversation?.handoff, refused, say("talk_to_person")]);
    if (face === drawn) return;
    drawn = face;
    const hadFocus = buttons.contains(document.activeElement);
    frame.dataset.state = state;
    const lines = sentences(state, snapshot);
    fill(words, ...lines.map((line, index) => h("p", { class: index ? "more" : "lead" }, index ? null : badge(state, snapshot.conversation?.handoff?.mode), line)));
    fill(buttons, ...actions(state, snapshot.conversation?.handoff?.mode));
    fill(problem, refused ? refused.problem || say("error") : null);
    if (hadFocus) /** @type {HTMLElement | null} */ (buttons.querySelector("button"))?.focus();
  }

  /** @param {string} state @param {import("./wire").Snapshot} snapshot @returns {string[]} */
  function sentences(state, { conversation }) {
    if (state === "asking") return [`${say("talk_to_person")} · ${say("sending")}`];
    if (state === "human") return [say("with_person", { name: nameOf({ kind: "operator", name: conversation?.owner.name }, say) })];
    if (state === "resolved") return [say("resolved"), say("write_to_reopen")];
    if (state !== "queued") return [];
    const { queue_name: queue, position, wait, mode, reference, due, slot } = conversation?.handoff ?? {};
    if (mode === "ticket" || mode === "email" || mode === "callback") {
      const by = slot ? say("call_at", { slot: span(slot) }) : due ? say("answer_by", { when: moment(due) }) : "";
      return [say(`mode_${mode}`), [reference ? say("reference", { reference }) : "", by].filter(Boolean).join(" · ")].filter(Boolean);
    }
    const place = position === 1 ? say("next_in_line") : position ? say("position", { position }) : "";
    return [say("waiting"), [mode ? say(`mode_${mode}`) : "", queue, place, wait?.words, on.lasts() ? "" : say("keep_open")].filter(Boolean).join(" · ")].filter(Boolean);
  }

  /** @param {string} at */
  const moment = (at) =>
    new Intl.DateTimeFormat(language(), { weekday: "long", hour: "numeric", minute: "2-digit" }).format(new Date(at));

  /** @param {{start: string, end: string}} slot */
  function span({ start, end }) {
    const form = new Intl.DateTimeFormat(language(), { weekday: "long", hour: "numeric", minute: "2-digit" });
    return form.formatRange(new Date(start), new Date(end));
  }

  /** @param {string} state @param {import("./wire").Mode} [mode] */
  function actions(state, mode) {
    if (state === "queued") {
      const link = word("copy_link", () => void on.copyLink(link).catch((error) => fill(problem, error.detail || say("error"))));
      const other = mode === "callback" ? "other_time" : "other_way";
      return [word(other, on.ways), word("show_passed_on", on.showPacket), link, word("cancel_wait", withdraw)];
    }
    if (state === "human" || state === "asking") return [];
    const ask = h("button", { type: "button", class: "ask", onclick: on.askForPerson }, icon("person"), say("talk_to_person"));
    if (state !== "resolved") return [ask];
    const send = on.transcript();
    return [ask, word("new_conversation", on.startOver), send && word("send_by_email", send)];
  }

  /** @param {import("./labels.js").Label} label @param {() => void} run */
  function word(label, run) {
    return h("button", { type: "button", class: "word", onclick: run }, say(label));
  }

  async function withdraw() {
    fill(problem);
    await on.withdraw().catch((error) => fill(problem, error.detail || say("error")));
  }

  return { render };
}

/** @param {string} state @param {import("./wire").Mode} [mode] */
function badge(state, mode) {
  if (state === "human") return icon("person");
  if (mode === "ticket") return icon("page");
  if (mode === "callback") return icon("phone");
  return icon(mode === "email" ? "mail" : "clock");
}
