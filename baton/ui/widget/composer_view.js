// @ts-check
/** Where the customer writes. Enter sends, Shift+Enter starts a new line; the draft survives a reload. */
import { fill, h, icon } from "./dom.js";

const LIMIT = 10_000;
/** The counter shows itself when this many characters are left. */
const NEAR_LIMIT = 500;

/**
 * @param {HTMLElement} root @param {import("./labels.js").Say} say
 * @param {{
 *   draft: string, send: (text: string) => void, changed: (draft: string) => void,
 *   pick: () => void, bring: (files: FileList) => void, files: () => {count: number, isBusy: boolean},
 * }} on
 */
export function createComposer(root, say, on) {
  const field = h("textarea", { rows: 1, id: "text", enterkeyhint: "send", autocomplete: "off", "aria-describedby": "count" });
  const count = h("p", { class: "count", id: "count", "aria-live": "polite" });
  const button = h("button", { type: "submit", class: "send" }, icon("send"));
  const clip = h("button", { type: "button", class: "send clip", onclick: on.pick }, icon("clip"));
  const tray = h("div", { class: "tray", hidden: true });
  const form = h("form", { class: "composer", onsubmit: submit, onpaste: bring, ondrop: bring, ondragover: (/** @type {Event} */ event) => event.preventDefault() },
    tray, clip, field, button, count);
  field.value = on.draft;
  root.append(form);

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (!maySend()) return field.focus();
    field.value = "";
    on.changed("");
    measure();
    on.send(text);
    field.focus();
  }

  /** Files that are pasted or dropped; a text stays one. @param {any} event */
  function bring(event) {
    const files = (event.dataTransfer ?? event.clipboardData)?.files;
    if (!files?.length) return;
    event.preventDefault();
    on.bring(files);
  }

  function maySend() {
    const { count, isBusy } = on.files();
    const text = field.value.trim();
    return (text || count > 0) && !isBusy && lengthOf(text) <= LIMIT;
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
    button.setAttribute("aria-disabled", String(!maySend()));
  }

  return {
    /** Sets the words, which may have come in another language. */
    render() {
      field.setAttribute("aria-label", say("write_message"));
      field.placeholder = say("write_message");
      button.setAttribute("aria-label", say("send"));
      clip.setAttribute("aria-label", say("attach"));
      measure();
    },
    focus: () => field.focus(),
    tray,
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
