// @ts-check
/** Building the page. Text is always set as text, never as markup, so nothing that anyone writes can run. */

import { pieces } from "../shared/markdown.js";

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes, listeners (`onclick`, …) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [props] @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...kept(children));
  return element;
}

/** @param {Element} element @param {...Child} children */
export function fill(element, ...children) {
  element.replaceChildren(...kept(children));
}

/** @param {Child[]} children @returns {(Node | string)[]} */
function kept(children) {
  return /** @type {(Node | string)[]} */ (children.filter(Boolean));
}

/**
 * Adds one of the widget's style sheets, unless it is there already.
 * @param {string} name @returns {Promise<void>} Kept when the page looks as it should; rejected when it did not come.
 */
export function styled(name) {
  const href = `/ui/widget/${name}.css`;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((onload, refuse) => {
    const link = h("link", { rel: "stylesheet", href, onload, onerror: () => (link.remove(), refuse(new Error(`${href} did not come`))) });
    document.head.append(link);
  });
}

const PATHS = {
  chat: "M4 5h16v11H9l-5 4z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  bot: "M6 9h12v9H6zM12 9V5M9.5 13v1M14.5 13v1M3.5 12v3M20.5 12v3",
  clip: "M17.5 11l-6.400 6.400a3.600 3.600 0 0 1-5.100-5.100l7.200-7.200a2.400 2.400 0 0 1 3.400 3.400l-7.100 7.100a1.100 1.100 0 0 1-1.600-1.600l6.400-6.400",
  send: "M5 12h13M12.5 6l6 6-6 6",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6 6-6",
  page: "M7 4h7l4 4v12H7zM14 4v4h4M10 13h5M10 16h5",
  link: "M9 6H6v12h12v-3M13 5h6v6M19 5l-8 8",
  phone: "M6 3h3.5l1.5 5-2.2 1.6a12 12 0 0 0 5.6 5.6L16 13l5 1.5V18a3 3 0 0 1-3 3C10.3 21 3 13.7 3 6a3 3 0 0 1 3-3z",
  mail: "M3.5 6h17v12h-17zM4 6.5l8 6 8-6",
  list: "M5 7h14M5 12h14M5 17h9",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2",
};

/** @param {keyof typeof PATHS} name @returns {SVGElement} A decorative icon in the text's colour. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** @param {string} text @returns {(Node | string)[]} The text with its web addresses as links. */
export function linked(text) {
  return pieces(text).map((piece) => (piece.href ? outward(piece.href, piece.text) : piece.text));
}

/** @param {string} address @param {...Child} children @returns {HTMLAnchorElement} A link that opens beside the page. */
export function outward(address, ...children) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children);
}

/** @param {string | null | undefined} address @returns {string | null} The address where it is a web page's, else null. */
export function webAddress(address) {
  if (!address) return null;
  try {
    const url = new URL(address, location.href);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
