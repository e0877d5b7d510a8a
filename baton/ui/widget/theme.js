// @ts-check
/** The tenant's accent colour, made readable: whatever a tenant picks, text on it and in it keeps WCAG's 4.5 : 1. */

const ENOUGH = 4.5;
/** @type {Record<"light" | "dark", [number, number, number]>} The surfaces that accent-coloured text stands on. */
const SURFACE = { light: [0xfb, 0xfa, 0xf7], dark: [0x1c, 0x22, 0x26] };
/** @type {[number, number, number]} */
const WHITE = [255, 255, 255];
/** @type {[number, number, number]} */
const INK = [8, 34, 29];

/**
 * The accent and the text colour on it, for a colour scheme; null for what isn't a `#rgb` or `#rrggbb` colour.
 * @param {string | undefined} colour @param {boolean} isDark
 * @returns {{accent: string, ink: string} | null}
 */
export function readableAccent(colour, isDark) {
  const parsed = parse(colour);
  if (!parsed) return null;
  const surface = isDark ? SURFACE.dark : SURFACE.light;
  const towards = isDark ? WHITE : INK;
  let accent = parsed;
  for (let step = 1; contrast(accent, surface) < ENOUGH && step <= 20; step += 1) accent = mix(parsed, towards, step / 20);
  const ink = contrast(accent, WHITE) >= ENOUGH ? WHITE : INK;
  return { accent: hex(accent), ink: hex(ink) };
}

/** @param {string | undefined} colour @returns {[number, number, number] | null} */
function parse(colour) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour?.trim() ?? "")?.[1];
  if (!digits) return null;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const value = parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** @param {number[]} a @param {number[]} b @returns {number} WCAG's contrast ratio, 1 to 21. */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** @param {number[]} colour */
function luminance(colour) {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {[number, number, number]} a @param {[number, number, number]} b @param {number} share
 *  @returns {[number, number, number]} */
function mix(a, b, share) {
  const part = (/** @type {number} */ index) => Math.round(a[index] + (b[index] - a[index]) * share);
  return [part(0), part(1), part(2)];
}

/** @param {number[]} colour */
function hex(colour) {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
