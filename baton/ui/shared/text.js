// @ts-check
/** Plain text from strangers, shown as text: links become links, nothing else becomes markup. */
import { html } from './html.js';

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const TRAILING = /[.,;:!?)\]}»”’。，、）]+$/u;

/**
 * Cut text into plain pieces and links. Only http and https are ever links; closing punctuation stays outside,
 * unless its bracket was opened inside.
 * @param {string} text @returns {({text: string, href?: string})[]}
 */
export function pieces(text) {
  const out = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const address = trimmed(found[0]);
    if (found.index > from) out.push({ text: text.slice(from, found.index) });
    out.push({ text: address, href: address });
    from = found.index + address.length;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

/** @param {string} address */
function trimmed(address) {
  const end = address.match(TRAILING)?.[0] ?? '';
  const keep = end.startsWith(')') && address.includes('(') ? 1 : 0;
  return address.slice(0, address.length - end.length + keep);
}

/** @param {{text: string}} props */
export const Text = ({ text }) =>
  pieces(text).map((piece) =>
    piece.href
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`
      : piece.text,
  );

/** The first `words` words, with an ellipsis where more follow. @param {string} text @param {number} words */
export function firstWords(text, words) {
  const all = text.trim().split(/\s+/);
  return all.length <= words ? text.trim() : `${all.slice(0, words).join(' ')}…`;
}

/** How many words a text has. @param {string | null | undefined} text */
export const countWords = (text) => (text ? text.trim().split(/\s+/).filter(Boolean).length : 0);
