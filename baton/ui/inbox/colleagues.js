// @ts-check
/** Colleagues named in a note: `@` lists them, and whoever is chosen is told when the note is added. */
import { get } from '../shared/api.js';
import { html, signal } from '../shared/html.js';
import { myId } from '../shared/session.js';
import { byName } from './command_match.js';
import { draftOf, keepDraft, keepMentions, mentionsIn } from './drafts.js';
import { placed } from './typed_word.js';

/** @typedef {import('../shared/wire').Operator} Operator */

const MOST_SHOWN = 8;
/** Everybody of the team but oneself, null before they are there. */
const colleagues = signal(/** @type {Operator[] | null} */ (null));

/** @param {Operator} one @param {import('./typed_word.js').Word} word @param {string} id @param {import('./drafts.js').Kind} kind */
async function mention(one, word, id, kind) {
  keepDraft(id, kind, placed(draftOf(id, kind), word, `@${one.name} `));
  keepMentions(id, [...mentionsIn(id).filter(({ id: had }) => had !== one.id), { id: one.id, name: one.name }]);
}

/** @param {Operator} one */
const standing = ({ availability, open }) => `${availability ?? 'offline'}${open ? `, has ${open}` : ''}`;

/** @type {import('./typeahead.js').Source<Operator>} */
export const colleagueSource = {
  mark: '@',
  label: 'Colleagues',
  load: () => get('/v1/operators').then((answer) => (colleagues.value = answer.items.filter((/** @type {Operator} */ one) => one.id !== myId()))),
  find: (typed) => byName((colleagues.value ?? []).map((one) => ({ label: one.name, one })), typed).slice(0, MOST_SHOWN).map(({ one }) => one),
  key: ({ id }) => id,
  show: (one) => html`<span class="shortcut"><bdi>@${one.name}</bdi></span> <span class="faint">${standing(one)}</span>`,
  take: mention,
  none: () => (colleagues.value?.length === 0 ? 'There is no colleague to mention yet. An admin adds operators in the console.' : null),
};
