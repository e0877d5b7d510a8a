// @ts-check
/** The survey after a conversation: five faces, then a comment if the customer likes. Never in the way of writing. */
import { fill, h } from "./dom.js";

const MOUTHS = ["M8 17q4-5 8 0", "M8 16.5q4-2.5 8 0", "M8 15.5h8", "M8 14.5q4 3 8 0", "M7.5 14q4.5 6 9 0"];

/**
 * @param {HTMLElement} root @param {import("./labels.js").Say} say
 * @param {{rate: (score: number, comment?: string) => Promise<void>, rated: () => number | null, keep: (score: number) => void}} on
 */
export function createSurvey(root, say, on) {
  const frame = h("div", { class: "survey" });
  const problem = h("p", { class: "problem", role: "alert" });
  root.prepend(frame);
  let drawn = "";
  let isDone = false;
  /** @type {HTMLButtonElement[]} */
  let faces = [];

  /** @param {boolean} isOver */
  function render(isOver) {
    const face = JSON.stringify([isOver, say("rate_ask")]);
    if (face === drawn) return;
    drawn = face;
    frame.hidden = !isOver;
    isDone = on.rated() !== null;
    if (isOver) draw();
  }

  function draw() {
    if (isDone) return fill(frame, h("p", { class: "muted", role: "status", tabindex: -1 }, say("rate_thanks")));
    faces = MOUTHS.map((mouth, index) => face(mouth, index + 1));
    fill(frame, h("div", { class: "faces", role: "group", "aria-labelledby": "rate-ask" }, h("p", { id: "rate-ask" }, say("rate_ask")), ...faces), problem);
  }

  /** @param {string} mouth @param {number} score */
  function face(mouth, score) {
    const name = say(/** @type {import("./labels.js").Label} */ (`rate_${score}`));
    return h("button", { type: "button", class: "face", "aria-label": name, title: name, "aria-pressed": "false", onclick: () => void choose(score) }, drawing(mouth));
  }

  /** @param {number} score */
  async function choose(score) {
    faces.forEach((each, index) => each.setAttribute("aria-pressed", String(index + 1 === score)));
    if (!(await attempt(() => on.rate(score))) || frame.querySelector("form")) return;
    const words = h("textarea", { rows: 2, maxlength: 1000, dir: "auto", "aria-label": say("rate_comment"), placeholder: say("rate_comment") });
    const send = h("button", { type: "submit", class: "confirm" }, say("send"));
    const form = h("form", { onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void finish(words.value)) }, words, send);
    frame.insertBefore(form, problem);
    words.focus();
  }

  /** @param {string} comment */
  async function finish(comment) {
    const score = faces.findIndex((each) => each.getAttribute("aria-pressed") === "true") + 1;
    if (comment.trim() && !(await attempt(() => on.rate(score, comment.trim())))) return;
    on.keep(score);
    isDone = true;
    draw();
    /** @type {HTMLElement | null} */ (frame.firstElementChild)?.focus();
  }

  /** @param {() => Promise<void>} work @returns {Promise<boolean>} */
  async function attempt(work) {
    fill(problem);
    try {
      await work();
      return true;
    } catch (error) {
      fill(problem, /** @type {any} */ (error).detail || say("error"));
      return false;
    }
  }

  return { render };
}

/** @param {string} mouth @returns {SVGElement} */
function drawing(mouth) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const d of ["M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19z", "M9 9.5v.5M15 9.5v.5", mouth]) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
