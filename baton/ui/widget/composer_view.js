// @ts-check
/** Where the customer writes. Enter sends, Shift+Enter starts a new line; the draft survives a reload. */
import { fill, h, icon } from "./dom.js";

export const LIMIT = 10_000;
/** The counter shows itself when this many characters are left. */
const NEAR_LIMIT = 500;

/**
 * @param {HTMLElement} root @param {import("./labels.js").Say} say
 * @param {{draft: string, send: (text: string) => void, changed: (draft: string) => void}} on
 */
export function createComposer(root, say, on) {
  const field = h("textarea", { rows: 1, id: "text", enterkeyhint: "send", autocomplete: "off", "aria-describedby": "count" });
  const count = h("p", { class: "count", id: "count", "aria-live": "polite" });
  const button = h("button", { type: "submit", class: "send" }, icon("send"));
  const form = h("form", { class: "composer", onsubmit: submit }, field, button, count);
  field.value = on.draft;
  root.append(form);

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || lengthOf(text) > LIMIT) return field.focus();
    field.value = "";
    on.changed("");
    measure();
    on.send(text);
    field.focus();
  }

  field.addEventListener("keydown", (event) => {
    const isComposing = event.isComposing || event.keyCode === 229; // an input method's Enter picks a word
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener("input", () => {
    on.changed(field.value);
    measure();
  });

  function measure() {
    field.dir = field.value ? "auto" : ""; // an empty field would show its placeholder from left to right
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    const left = LIMIT - lengthOf(field.value.trim());
    const isOver = left < 0;
    const used = `${LIMIT - left} / ${LIMIT}`;
    const words = isOver ? `${used}. ${say("too_long")}` : left <= NEAR_LIMIT ? used : "";
    if (count.textContent !== words) fill(count, words);
    count.classList.toggle("problem", isOver);
    field.setAttribute("aria-invalid", String(isOver));
    button.setAttribute("aria-disabled", String(isOver || !field.value.trim()));
  }

  return {
    /** Sets the words, which may have come in another language. */
    render() {
      field.setAttribute("aria-label", say("write_message"));
      field.placeholder = say("write_message");
      button.setAttribute("aria-label", say("send"));
      measure();
    },
    focus: () => field.focus(),
    /** Puts a draft back, unless something has been written meanwhile. @param {string} draft */
    restore(draft) {
      field.value ||= draft;
      measure();
    },
  };
}

/** @param {string} text @returns {number} Characters as the server counts them: an emoji is not two. */
export function lengthOf(text) {
  return text.length <= LIMIT - NEAR_LIMIT ? text.length : [...text].length;
}
