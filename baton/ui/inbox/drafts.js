// @ts-check
/**
 * What was typed and not yet sent, by conversation. It survives a reload, a crash of the tab and signing out, and is
 * there for the person who wrote it alone: whoever signs in next on this machine has drafts of their own. What takes
 * them to other devices is in draft_sync.js.
 */
import { batch, computed, effect, signal } from '../shared/html.js';
import { recall, remember } from '../shared/prefs.js';
import { me } from '../shared/session.js';

/** @typedef {'text' | 'note'} Kind */
/** @typedef {{id: string, title: string}} Cited */
/** @typedef {import('../shared/wire').Mention} Mention */

const KEPT = 100;
const owner = computed(() => me.value?.actor.id ?? null);

/** Something kept beside each draft of whoever is signed in. @template T @param {string} name @param {T} nothing @param {(one: T) => boolean} isEmpty */
function keptBeside(name, nothing, isEmpty) {
  const all = signal(/** @type {Record<string, T>} */ ({}));
  const key = () => `baton.${name}.${owner.peek()}`;
  effect(() => {
    all.value = owner.value ? recall(key(), {}) : {};
  });
  return {
    of: (/** @type {string} */ draft) => all.value[draft] ?? nothing,
    keys: () => Object.keys(all.peek()),
    keep(/** @type {string} */ draft, /** @type {T} */ one) {
      const { [draft]: _, ...others } = all.value;
      const entries = isEmpty(one) ? Object.entries(others) : [...Object.entries(others), /** @type {[string, T]} */ ([draft, one])];
      all.value = Object.fromEntries(entries.slice(-KEPT));
      if (owner.peek()) remember(key(), all.value);
    },
  };
}

const drafts = keptBeside('drafts', '', (text) => !text);
const cited = keptBeside('cited', /** @type {Cited[]} */ ([]), (passages) => !passages.length);
/** When a draft was written last, and whether the desk has it so; null where there is nothing to keep. */
export const stamps = keptBeside('stamps', /** @type {{at: string, isKept: boolean} | null} */ (null), (one) => !one);
const mentioned = keptBeside('mentioned', /** @type {Mention[]} */ ([]), (people) => !people.length);

/** @type {(id: string, kind: Kind) => void} */
let whenWritten = () => {};
/** Call `run` whenever this person changes a draft here. @param {(id: string, kind: Kind) => void} run */
export const onWritten = (run) => {
  whenWritten = run;
};

/** @param {string} id @param {Kind} kind */
export const draftOf = (id, kind) => drafts.of(`${id} ${kind}`);

/** @param {string} id @param {Kind} kind @param {string} text */
export function keepDraft(id, kind, text) {
  if (text === draftOf(id, kind)) return;
  drafts.keep(`${id} ${kind}`, text);
  whenWritten(id, kind);
}

/** The passages that a draft was taken from. @param {string} id @param {Kind} kind */
export const citedIn = (id, kind) => cited.of(`${id} ${kind}`);

/** @param {string} id @param {Kind} kind @param {Cited[]} passages */
export const keepCited = (id, kind, passages) => cited.keep(`${id} ${kind}`, passages);

/** Whom the draft of a note has named; who is no longer in its text counts no more. @param {string} id */
export const mentionsIn = (id) => mentioned.of(`${id} note`).filter(({ name }) => draftOf(id, 'note').includes(`@${name}`));

/** @param {string} id @param {Mention[]} people */
export const keepMentions = (id, people) => mentioned.keep(`${id} note`, people);

/** What was written on another device. @param {string} id @param {Kind} kind @param {{text: string, cites: Cited[], mentions: Mention[]}} draft @param {{at: string, isKept: boolean} | null} stamp */
export function takeDraft(id, kind, { text, cites, mentions }, stamp) {
  const key = `${id} ${kind}`;
  batch(() => {
    drafts.keep(key, text);
    keepCited(id, kind, cites);
    if (kind === 'note') keepMentions(id, mentions);
    stamps.keep(key, stamp);
  });
}

/** @param {string} id @param {Kind} kind */
export function clearDraft(id, kind) {
  keepDraft(id, kind, '');
  keepCited(id, kind, []);
  if (kind === 'note') keepMentions(id, []);
}

/** @param {string} id */
export const hasDraft = (id) => !!draftOf(id, 'text') || !!draftOf(id, 'note');
