// @ts-check
/**
 * How a waiting customer goes on: the ways that are real now, the times for a call, and how to leave safely.
 *
 * One sheet with three pages. What is chosen is checked by the server; a time that somebody else was quicker to book
 * brings the free ones again.
 *
 * @typedef {import("./wire").Choices} Choices
 * @typedef {import("./wire").Mode} Mode
 */
import { fill, h, icon } from "./dom.js";
import { createSheet, emailForm } from "./sheet.js";

const ICONS = /** @type {const} */ ({ live: "chat", queued: "clock", ticket: "page", callback: "phone", email: "mail" });
/** Days that are shown at once; the others are one press away. */
const DAYS = 5;

/**
 * @param {import("./labels.js").Say} say @param {() => string} language
 * @param {{choices: () => Promise<Choices>, choose: (body: Record<string, unknown>) => Promise<void>, returnLink: () => Promise<string>}} on
 */
export function createWays(say, language, on) {
  const sheet = createSheet(say, { class: "content ways" });
  let present = /** @type {Choices | null} */ (null);

  /** @param {string} name @param {(Node | null)[]} parts */
  function page(name, parts) {
    sheet.show(name, parts);
    /** @type {HTMLElement | null} */ (sheet.content.querySelector("input, button"))?.focus();
  }

  /** @param {() => Promise<void>} work */
  async function attempt(work) {
    const refusal = await sheet.attempt(work);
    if (refusal?.code !== "slot_taken") return;
    await read().then(times).catch(() => {});
    sheet.refuse(refusal.detail || say("error"));
  }

  async function read() {
    present = await on.choices();
  }

  /** @param {Record<string, unknown>} body */
  const take = (body) =>
    attempt(async () => {
      await on.choose({ timezone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...body });
      sheet.close();
    });

  function ways() {
    const offered = present?.modes ?? [];
    page(present?.question ?? say("choose"), [
      h("ul", { class: "ways-list" }, ...offered.map(({ mode, needs, due }) =>
        h("li", {}, h("button", {
          type: "button", class: "way", "aria-current": mode === present?.mode ? "true" : null,
          onclick: () => (mode === "callback" ? times() : needs.includes("email") ? address(mode) : take({ mode })),
        }, icon(ICONS[mode]), h("span", {}, h("b", {}, say(`mode_${mode}`)), h("span", { class: "muted" }, meaning(mode, due)))))))
    ]);
  }

  /** @param {Mode} mode @param {string | null | undefined} due */
  function meaning(mode, due) {
    if (mode === "ticket") return due ? say("answer_by", { when: moment(due) }) : "";
    if (mode === "callback") return present?.slots.length ? moment(present.slots[0].start) : say("no_times");
    if (mode === "email" || !present?.position) return "";
    const place = present.position === 1 ? say("next_in_line") : say("position", { position: present.position });
    return present.wait_words ? `${place} · ${say("wait", { range: present.wait_words })}` : place;
  }

  /** @param {string} at */
  function moment(at) {
    const form = /** @type {const} */ ({ weekday: "long", hour: "numeric", minute: "2-digit" });
    return new Intl.DateTimeFormat(language(), form).format(new Date(at));
  }

  function times() {
    const days = byDay(present?.slots ?? []);
    if (!days.length) return page(say("choose_time"), [h("p", {}, say("no_times")), back()]);
    let day = days[0];
    let start = "";
    const picks = h("div", { class: "days", role: "group", "aria-label": say("choose_time") });
    const hours = h("div", { class: "hours", role: "group" });
    const phone = h("input", { id: "way-phone", type: "tel", autocomplete: "tel", required: true, dir: "ltr", inputmode: "tel" });
    const confirm = h("button", { type: "submit", class: "confirm", disabled: true }, say("confirm"));
    const dayName = new Intl.DateTimeFormat(language(), { weekday: "short", day: "numeric", month: "short" });
    const hour = new Intl.DateTimeFormat(language(), { hour: "numeric", minute: "2-digit" });
    let shown = DAYS;

    function drawDays() {
      const more = days.length > shown ? h("button", { type: "button", class: "pick", onclick: () => { shown = days.length; drawDays(); } }, "…") : null;
      more?.setAttribute("aria-label", say("other_time"));
      fill(picks, ...days.slice(0, shown).map((one) => pick(dayName.format(new Date(one[0].start)), one === day, () => {
        day = one;
        start = "";
        drawDays();
        drawHours();
      })), more);
    }
    function drawHours() {
      confirm.toggleAttribute("disabled", !start);
      hours.setAttribute("aria-label", dayName.format(new Date(day[0].start)));
      fill(hours, ...day.map((slot) => pick(hour.format(new Date(slot.start)), slot.start === start, () => {
        start = slot.start;
        drawHours();
        if (!phone.value) phone.focus();
      })));
    }
    drawDays();
    drawHours();
    const form = h("form", { novalidate: true, onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      if (phone.value.replace(/\D/g, "").length < 5) return sheet.refuse(say("phone_invalid")), phone.focus();
      void take({ mode: "callback", slot: start, phone: phone.value });
    } }, picks, hours, h("p", { class: "muted" }, Intl.DateTimeFormat().resolvedOptions().timeZone.replace(/_/g, " ")),
      h("label", { for: "way-phone" }, say("your_phone")), phone, h("div", { class: "buttons" }, confirm, back()));
    page(say("choose_time"), [form]);
    /** @type {HTMLElement | null} */ (picks.querySelector("button"))?.focus();
  }

  /** @param {string} words @param {boolean} isOn @param {() => void} run */
  function pick(words, isOn, run) {
    return h("button", { type: "button", class: "pick", "aria-pressed": isOn ? "true" : "false", onclick: (/** @type {Event} */ event) => {
      const group = /** @type {HTMLElement} */ (event.currentTarget).parentElement;
      run();
      /** @type {HTMLElement | null | undefined} */ (group?.querySelector("[aria-pressed=true]"))?.focus();
    } }, words);
  }

  /** @param {Mode} mode */
  function address(mode) {
    const form = emailForm(say, { take: (email) => void take({ mode, email }), refuse: sheet.refuse, beside: back() });
    page(say(`mode_${mode}`), [form]);
  }

  function back() {
    return h("button", { type: "button", class: "word", onclick: ways }, say("back"));
  }

  return {
    /** Shows the ways that are real now. */
    open() {
      page(say("choose"), [h("p", { class: "muted" }, say("loading"))]);
      return attempt(async () => {
        await read();
        ways();
      });
    },
    /** Copies a link that opens this conversation elsewhere; shows it where the browser does not let us copy. */
    async copyLink(/** @type {HTMLElement} */ button) {
      const url = await on.returnLink();
      try {
        await navigator.clipboard.writeText(url);
        button.textContent = say("link_copied");
      } catch {
        const field = h("input", { readonly: true, dir: "ltr", "aria-label": say("copy_link") });
        field.value = url;
        page(say("copy_link"), [field]);
        field.select();
      }
    },
  };
}

/**
 * Slots by the day on which they begin, in this browser's time zone.
 * @param {{start: string, end: string}[]} slots @returns {{start: string, end: string}[][]}
 */
function byDay(slots) {
  /** @type {Map<string, {start: string, end: string}[]>} */
  const days = new Map();
  for (const slot of slots) {
    const day = new Date(slot.start).toDateString();
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days.values()];
}
