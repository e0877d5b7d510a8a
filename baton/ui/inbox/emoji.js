// @ts-check
/** Pictures by their name: a colon and two letters list them. */
import { html } from '../shared/html.js';
import { draftOf, keepDraft } from './drafts.js';
import { NAMED } from './emoji_list.js';
import { meant, placed } from './typed_word.js';

/** @typedef {import('./typed_word.js').Emoji} Emoji */

/** One line a picture: what it shows, then the names that it goes by. @type {Emoji[]} */
const ALL = NAMED.trim().split('\n').flatMap((line) => {
  const [picture = '', ...names] = line.trim().split(' ');
  return names.map((name) => ({ name, picture }));
});

/** The pictures whose name a word can begin, each once. @param {string} typed */
export function pictures(typed) {
  const found = meant(ALL, typed.replace(/:$/, ''), ({ name }) => [name]);
  return found.filter((one, at) => found.findIndex((other) => other.picture === one.picture) === at);
}

/** @type {import('./typeahead.js').Source<Emoji>} */
export const emojiSource = {
  mark: ':',
  label: 'Emoji',
  find: pictures,
  key: ({ name }) => name,
  show: ({ name, picture }) => html`<span class="shortcut">${picture}</span> <span class="faint">:${name}:</span>`,
  take: async (one, word, id, kind) => keepDraft(id, kind, placed(draftOf(id, kind), word, `${one.picture} `)),
};
