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
 *   lasts: () => boolean}} on
 */
export function createHolder(root, say, on) {
  const words = h("div", { class: "words", role: "status" });
  const buttons = h("div", { class: "buttons" });
  const problem = h("p", { class: "problem", role: "alert" });
  root.append(h("div", { class: "holder" }, words, buttons, problem));
  const frame = /** @type {HTMLElement} */ (root.firstElementChild);
  let drawn = "";

  /** @param {import("./wire").Snapshot} snapshot */
  function render(snapshot) {
    const state = isAskingForPerson(snapshot) ? "asking" : (snapshot.conversation?.state ?? "bot");
    const refused = snapshot.outbox.find((entry) => entry.kind === "handoff" && entry.status === "refused");
    const face = JSON.stringify([state, snapshot.conversation?.owner, snapshot.conversation?.handoff, refused, say("person")]);
    if (face === drawn) return;
    drawn = face;
    const hadFocus = buttons.contains(document.activeElement);
    frame.dataset.state = state;
    const lines = sentences(state, snapshot);
    fill(words, ...lines.map((line, index) => h("p", { class: index ? "more" : "lead" }, index ? null : badge(state), line)));
    fill(buttons, ...actions(state));
    fill(problem, refused ? refused.problem || say("failed") : null);
    if (hadFocus) /** @type {HTMLElement | null} */ (buttons.querySelector("button"))?.focus();
  }

  /** @param {string} state @param {import("./wire").Snapshot} snapshot @returns {string[]} */
  function sentences(state, { conversation }) {
    const handoff = conversation?.handoff;
    if (state === "asking") return [say("asking")];
    if (state === "human") return [say("held_by", { name: nameOf({ kind: "operator", name: conversation?.owner.name }, say) })];
    if (state === "resolved") return [say("closed")];
    if (state !== "queued") return [];
    const lead = handoff?.queue_name ? say("waiting_in", { queue: handoff.queue_name }) : say("waiting");
    const place = handoff?.position === 1 ? say("next") : handoff?.position ? say("position", { n: handoff.position }) : "";
    return [lead, [place, say(on.lasts() ? "stay" : "stay_here")].filter(Boolean).join(" ")];
  }

  /** @param {string} state */
  function actions(state) {
    if (state === "queued") return [word("show_passed_on", on.showPacket), word("cancel_wait", withdraw)];
    if (state === "resolved") return [word("start_over", on.startOver)];
    if (state === "human" || state === "asking") return [];
    return [h("button", { type: "button", class: "ask", onclick: on.askForPerson }, icon("person"), say("talk_to_person"))];
  }

  /** @param {import("./labels.js").Label} label @param {() => void} run */
  function word(label, run) {
    return h("button", { type: "button", class: "word", onclick: run }, say(label));
  }

  async function withdraw() {
    fill(problem);
    await on.withdraw().catch((error) => fill(problem, error.detail || say("failed")));
  }

  return { render };
}

/** @param {string} state */
function badge(state) {
  return icon(state === "human" ? "person" : "clock");
}
