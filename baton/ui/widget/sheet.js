// @ts-check
/** A sheet that rises over the conversation: a name, what stands in it, and a problem where there is one. */
import { fill, h, icon } from "./dom.js";

let made = 0;

/** @param {import("./labels.js").Say} say @param {Record<string, unknown>} [looks] Attributes of its content. */
export function createSheet(say, looks) {
  const id = `sheet-${++made}`;
  const title = h("h2", { id, dir: "auto" });
  const close = h("button", { type: "button", class: "round", onclick: () => dialog.close() }, icon("close"));
  const content = h("div", { class: "content", "aria-labelledby": looks?.role ? id : null, ...looks });
  const problem = h("p", { class: "problem", role: "alert" });
  const dialog = h("dialog", { class: "sheet", "aria-labelledby": id }, h("header", {}, title, close), content, problem);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);

  return {
    content,
    /** @param {string} name @param {import("./dom.js").Child[]} parts */
    show(name, parts) {
      fill(title, name);
      fill(problem);
      fill(content, ...parts);
      close.setAttribute("aria-label", say("close"));
      if (!dialog.open) dialog.showModal();
    },
    close: () => dialog.close(),
    /** @param {string} words */
    refuse: (words) => fill(problem, words),
    /**
     * Does what needs the server, and says what was refused.
     * @param {() => Promise<void>} work @returns {Promise<{code?: string, detail?: string} | null>} The refusal.
     */
    async attempt(work) {
      fill(problem);
      content.setAttribute("aria-busy", "true");
      try {
        await work();
        return null;
      } catch (error) {
        const refusal = /** @type {any} */ (error);
        fill(problem, refusal.detail || say("error"));
        return refusal;
      } finally {
        content.removeAttribute("aria-busy");
      }
    },
  };
}

/**
 * A form that asks for an e-mail address.
 * @param {import("./labels.js").Say} say
 * @param {{known?: string, take: (address: string) => void, refuse: (words: string) => void, beside?: Node}} on
 */
export function emailForm(say, on) {
  const field = h("input", { id: "your-email", type: "email", autocomplete: "email", required: true, dir: "ltr" });
  field.value = on.known ?? "";
  return h("form", { novalidate: true, onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!field.checkValidity() || !field.value.includes("@")) return on.refuse(say("email_invalid")), field.focus();
    on.take(field.value.trim());
  } }, h("label", { for: "your-email" }, say("your_email")), field,
    h("div", { class: "buttons" }, h("button", { type: "submit", class: "confirm" }, say("confirm")), on.beside));
}
