// @ts-check
/** Doing one thing with many conversations: which are chosen, and each asked of the desk by itself, a few at a time. */
import { del, get, post, put } from '../shared/api.js';
import { signal } from '../shared/html.js';
import { flat } from './filters.js';
import { loadList } from './listing.js';
import { desk, dispatch, filters, listing, query, selectedId, view } from './store.js';

/** @typedef {{id: string, why: string}} Kept one that the desk refused, and why */
/** @typedef {{label: string, all: number, done: string[], refused: Kept[], undo?: (id: string) => Promise<any>, isOver: boolean}} Run */

const AT_ONCE = 4;
const PAGE = 200;
/** Conversations that one go may take: more is a report's work, and a slip would be hard to take back. */
export const MOST = 500;

export const chosen = signal(/** @type {ReadonlySet<string>} */ (new Set()));
export const running = signal(/** @type {Run | null} */ (null));
/** How far the log of each had come when it was chosen, and so what whoever chose it had seen. @type {Map<string, number>} */
const read = new Map();
/** The row that was chosen last: the other end of a range. @type {string | null} */
let last = null;

/** Choose a conversation or let go of it; with `range`, all rows between it and the one before. @param {string} id @param {boolean} [range] */
export function toggle(id, range = false) {
  const next = new Set(chosen.value);
  const { ids } = listing.value;
  const [from, to] = [ids.indexOf(last ?? ''), ids.indexOf(id)].sort((a, b) => a - b);
  if (range && from !== undefined && from >= 0) for (const one of ids.slice(from, (to ?? from) + 1)) next.add(one);
  else if (!next.delete(id)) next.add(id);
  last = id;
  for (const one of next) if (!chosen.value.has(one)) readNow(one);
  chosen.value = new Set([...next].slice(0, MOST));
}

/** @param {string} id */
const readNow = (id) => read.set(id, desk.value.conversations[id]?.seq ?? 0);

export const toggleOpen = () => selectedId.value && toggle(selectedId.value);
export const clear = () => (chosen.value = new Set());

/** Choose everything that the list has, also what is not loaded yet, as far as one go may take. */
export async function chooseAll() {
  const ids = new Set(listing.value.ids);
  ids.forEach(readNow);
  let { next } = listing.value;
  while (next && ids.size < MOST) {
    const search = new URLSearchParams(flat(filters.value));
    if (query.value.trim()) search.set('q', query.value.trim());
    search.set('view', view.value === 'due' ? 'all' : view.value);
    search.set('limit', String(PAGE));
    search.set('cursor', next);
    const page = await get(`/v1/conversations?${search}`);
    for (const one of page.items) {
      if (!ids.has(one.id)) read.set(one.id, one.seq);
      ids.add(one.id);
    }
    next = page.next;
  }
  chosen.value = new Set([...ids].slice(0, MOST));
}

/**
 * Ask for each, a few at a time, and keep what was refused with the desk's reason.
 * @param {string} label what is done, as the bar says it @param {(id: string) => Promise<any>} ask @param {(id: string) => Promise<any>} [undo]
 */
async function runEach(label, ask, undo) {
  const left = [...chosen.value];
  running.value = { label, all: left.length, done: [], refused: [], undo, isOver: false };
  const worker = async () => {
    for (let id = left.shift(); id; id = left.shift()) await one(id, ask);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (running.value) running.value = { ...running.value, isOver: true };
  chosen.value = new Set(running.value?.refused.map(({ id: kept }) => kept));
  await loadList();
  // Whoever was told of a refusal looks at what stays chosen before they ask again.
  chosen.value.forEach(readNow);
}

/** @param {string} id @param {(id: string) => Promise<any>} ask */
async function one(id, ask) {
  try {
    const answer = await ask(id);
    if (answer?.conversation) dispatch({ type: 'got', conversation: answer.conversation });
    if (running.value) running.value = { ...running.value, done: [...running.value.done, id] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (running.value) running.value = { ...running.value, refused: [...running.value.refused, { id, why }] };
  }
}

/** Take back what was done. */
export async function undo() {
  const was = running.value;
  if (!was?.undo) return;
  chosen.value = new Set(was.done);
  await runEach('Taken back', was.undo);
}

/** @param {string} id @param {string} path */
const at = (id, path) => `/v1/conversations/${id}/${path}`;

/** @param {string} disposition */
export function resolveAll(disposition) {
  const before = new Map([...chosen.value].map((id) => [id, desk.value.conversations[id]?.state]));
  const back = (/** @type {string} */ id) => del(at(id, 'resolution'), { to: before.get(id) === 'human' ? 'me' : before.get(id) === 'queued' ? 'queue' : 'bot' });
  return runEach('Resolved', (id) => post(at(id, 'resolution'), { ...(disposition && { disposition }), seq: read.get(id) }), back);
}
/** @param {{queue?: string, operator_id?: string}} to @param {string} reason */
export const transferAll = (to, reason) => runEach('Transferred', (id) => post(at(id, 'transfer'), { ...to, reason }));
/** @param {string} name */
export const labelAll = (name) => runEach(`Labelled ${name}`, (id) => put(at(id, `labels/${encodeURIComponent(name)}`)), (id) => del(at(id, `labels/${encodeURIComponent(name)}`)));
/** @param {Record<string, unknown>} until */
export const snoozeAll = (until) => runEach('Snoozed', (id) => put(at(id, 'snooze'), until), (id) => del(at(id, 'snooze')));
