// @ts-check
/** What a slash in the composer lists: canned replies, which are put in with their values filled, and macros, which are read first. */
import { get } from '../shared/api.js';
import { html, signal } from '../shared/html.js';
import { say } from '../shared/toasts.js';
import { draftOf, keepDraft } from './drafts.js';
import { allowed } from './lock.js';
import { showMacro } from './macro.js';
import { macros } from './macro_list.js';
import { asCanned, meant, placed, without } from './typed_word.js';

/** @typedef {import('./typed_word.js').Canned} Canned */

/** Every canned reply, null before they are there. */
const canned = signal(/** @type {Canned[] | null} */ (null));

/** @type {Record<string, string>} */
const UNKNOWN = {
  first_name: 'the customer’s name',
  name: 'the customer’s name',
  email: 'the customer’s e-mail address',
  operator: 'your name',
  queue: 'the queue',
  reference: 'a reference',
  company: 'the company’s name',
};

/**
 * Put a canned reply into the draft, in place of the word or below what is written; or show a macro.
 * @param {Canned} one @param {import('./typed_word.js').Word} word @param {string} id @param {import('./drafts.js').Kind} kind
 */
async function insert({ shortcut, isMacro }, word, id, kind) {
  if (isMacro) {
    keepDraft(id, kind, without(draftOf(id, kind), word));
    return showMacro(shortcut);
  }
  const { text, missing } = await get(`/v1/conversations/${id}/canned-replies/${encodeURIComponent(shortcut)}`);
  keepDraft(id, kind, placed(draftOf(id, kind), word, text));
  const unknown = [...new Set(missing.map((/** @type {string} */ name) => UNKNOWN[name] ?? name))].join(' and ');
  if (unknown) say(`Read it before you send it: ${unknown} isn’t known here.`);
}

const all = () => [...(canned.value ?? []), ...asCanned(allowed().label ? (macros.value ?? []) : [])];

/** @type {import('./typeahead.js').Source<Canned>} */
export const cannedSource = {
  mark: '/',
  label: 'Canned replies and macros',
  // Fetched anew whenever a composer opens, so that what an admin has just written is there.
  load: () => get('/v1/canned-replies').then((answer) => (canned.value = answer.items)),
  find: (typed) => meant(all(), typed, ({ shortcut, text }) => [shortcut, text]),
  key: ({ shortcut, isMacro }) => `${isMacro ? 'macro' : 'canned'}-${shortcut}`,
  show: ({ shortcut, text }) => html`<span class="shortcut"><bdi>/${shortcut}</bdi></span> <span class="faint" dir="auto">${text}</span>`,
  take: insert,
  none: () => (canned.value?.length === 0 && !all().length ? 'There are no canned replies yet. An admin writes them in the console.' : null),
};
