// @ts-check
/** Marks that a key puts around what is chosen in the composer. Pure. */

/** @type {Record<string, string>} */
const MARKS = { b: '**', i: '*' };

/** The mark that a combination of keys stands for, if any. @param {{key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean}} press */
export const markFor = ({ key, ctrlKey, metaKey, altKey }) => ((ctrlKey || metaKey) && !altKey ? (MARKS[key.toLowerCase()] ?? '') : '');

/**
 * A text with a mark around what is chosen, or without it where it was there, and what is chosen then.
 * @param {string} text @param {number} start @param {number} end @param {string} mark
 */
export function marking(text, start, end, mark) {
  const n = mark.length;
  const was = text.slice(start - n, start) === mark && text.slice(end, end + n) === mark;
  if (was) return { text: text.slice(0, start - n) + text.slice(start, end) + text.slice(end + n), start: start - n, end: end - n };
  return { text: text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end), start: start + n, end: end + n };
}
