// @ts-check
/** What people wrote, shown: a stranger's as plain text, in which only links are links; a colleague's with its lists and emphasis. */
import { h, html } from './html.js';
import { marked, pieces } from './markdown.js';

/** @param {{text: string}} props */
export const Text = ({ text }) =>
  pieces(text).map((piece) =>
    piece.href
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`
      : piece.text,
  );

/** @param {{text: string}} props */
export const Marked = ({ text }) => marked(text, h);

/** The first `words` words, with an ellipsis where more follow. @param {string} text @param {number} words */
export function firstWords(text, words) {
  const all = text.trim().split(/\s+/);
  return all.length <= words ? text.trim() : `${all.slice(0, words).join(' ')}…`;
}

/** How many words a text has. @param {string | null | undefined} text */
export const countWords = (text) => (text ? text.trim().split(/\s+/).filter(Boolean).length : 0);
