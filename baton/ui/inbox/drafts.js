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

/** @typedef {{id: string, title: string}} Cited */

const CITED_KEY = 'baton.cited';
const cited = signal(/** @type {Record<string, Cited[]>} */ (recall(CITED_KEY, {})));

/** The passages that a draft was taken from. @param {string} id @param {Kind} kind */
export const citedIn = (id, kind) => cited.value[`${id} ${kind}`] ?? [];

/** @param {string} id @param {Kind} kind @param {Cited[]} passages */
export function keepCited(id, kind, passages) {
  const { [`${id} ${kind}`]: _, ...others } = cited.value;
  const entries = passages.length ? [...Object.entries(others), /** @type {[string, Cited[]]} */ ([`${id} ${kind}`, passages])] : Object.entries(others);
  cited.value = Object.fromEntries(entries.slice(-KEPT));
  remember(CITED_KEY, cited.value);
}

/** @param {string} id @param {Kind} kind */
export function clearDraft(id, kind) {
  keepDraft(id, kind, '');
  keepCited(id, kind, []);
}

/** @param {string} id */
export const hasDraft = (id) => !!draftOf(id, 'text') || !!draftOf(id, 'note');
