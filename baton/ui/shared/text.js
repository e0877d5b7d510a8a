// @ts-check
/** What people wrote, shown: a stranger's as plain text, in which only links are links; a colleague's with its lists and emphasis. */
import { cls, h, html } from './html.js';
import { marked, pieces } from './markdown.js';
import { cutAtNames, unnamed } from './naming.js';
import { myId } from './session.js';

/** @typedef {import('./wire').Mention} Mention */

/** @param {{text: string}} props */
export const Text = ({ text }) =>
  pieces(text).map((piece) =>
    piece.href
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`
      : piece.text,
  );

const MOST_LETTERS = 1_500;
const MOST_LINES = 24;

/** Whether a text would push the conversation around it out of sight. @param {string} text */
export const isLong = (text) => text.length > MOST_LETTERS || text.split('\n').length > MOST_LINES;

/** What the team wrote; in a note, a chip stands for each colleague whom it mentions. @param {{text: string, mentions?: Mention[]}} props */
export const Marked = ({ text, mentions = [] }) =>
  mentions.length ? [...marked(text, withNames(mentions)), ...unnamed(text, mentions).map((one) => html`<${Name} one=${one} />`)] : marked(text, h);

/** @param {{one: Mention}} props */
const Name = ({ one }) => html`<span class=${cls('mention', one.id === myId() && 'me')}>@<bdi>${one.name}</bdi></span>`;

/** Makes elements as `h` does, with chips in the text of all but code. @param {Mention[]} mentions */
const withNames = (mentions) => (/** @type {any} */ tag, /** @type {any} */ props, /** @type {any[]} */ ...children) =>
  h(tag, props, ...(tag === 'code' ? children : children.flatMap((one) => (typeof one === 'string' ? chips(one, mentions) : [one]))));

/** @param {string} text @param {Mention[]} mentions */
const chips = (text, mentions) => cutAtNames(text, mentions).map((one) => (typeof one === 'string' ? one : html`<${Name} one=${one} />`));
