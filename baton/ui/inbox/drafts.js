// @ts-check
/** What was typed and not yet sent, by conversation. It survives a reload and a crash of the tab. */
import { signal } from '../shared/html.js';
import { recall, remember } from '../shared/prefs.js';

/** @typedef {'text' | 'note'} Kind */

const KEY = 'baton.drafts';
const KEPT = 100;
const drafts = signal(/** @type {Record<string, string>} */ (recall(KEY, {})));

/** @param {string} id @param {Kind} kind */
export const draftOf = (id, kind) => drafts.value[`${id} ${kind}`] ?? '';

/** @param {string} id @param {Kind} kind @param {string} text */
export function keepDraft(id, kind, text) {
  const name = `${id} ${kind}`;
  const { [name]: _, ...others } = drafts.value;
  const entries = text ? [...Object.entries(others), [name, text]] : Object.entries(others);
  drafts.value = Object.fromEntries(entries.slice(-KEPT));
  remember(KEY, drafts.value);
}

/** @param {string} id @param {Kind} kind */
export const clearDraft = (id, kind) => keepDraft(id, kind, '');

/** @param {string} id */
export const hasDraft = (id) => !!draftOf(id, 'text') || !!draftOf(id, 'note');
