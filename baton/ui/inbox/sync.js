// @ts-check
/** Keeps the page equal to the desk: lists and logs over HTTP, events over the socket, gaps filled over HTTP. */
import { get } from '../shared/api.js';
import { batch, effect, signal } from '../shared/html.js';
import { loadLabels } from '../shared/labels.js';
import { loadOutcomes } from '../shared/outcomes.js';
import { connect } from '../shared/live.js';
import { remember } from '../shared/prefs.js';
import { signIn } from '../shared/session.js';
import { refused } from '../shared/toasts.js';
import { arrived } from './notify.js';
import { loadMacros } from './macro_list.js';
import { loadOffers } from './offers.js';
import { hearPresence, hush } from './presence.js';
import { desk, dispatch, link, listing, offers, openFailures, packets, query, selectedId, view } from './store.js';

/** @typedef {import('../shared/wire').DeskEvent} DeskEvent */
/** @typedef {import('../shared/wire').View} View */

const PAGE = 50;
const DUE_PAGE = 200;
const EVENTS_PAGE = 200;
const HIDDEN_MS = 30_000;
const SETTLE_MS = 800;
const FEW = 5;
const POLL_MS = 20_000;
const MOVES = /^(handoff_|taken_over|released|transferred|handed_back|resolved|reopened|conversation_opened|mode_chosen|followup_)/;

/** @type {ReturnType<typeof connect> | null} */
let live = null;
/** @type {Set<string>} */
const unsure = new Set();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
/** @type {Map<string, Promise<void>>} */
const catching = new Map();
let listRun = 0;

/** Begin: at once over HTTP, and again when the socket listens, for what happened in between. */
export function startSync() {
  catchUpAll();
  setInterval(() => link.value === 'open' || catchUpAll(), POLL_MS);
  live = connect({
    onOpen: catchUpAll,
    onFrame: hear,
    onLink(now) {
      link.value = now;
      if (now === 'lost') signIn();
    },
  });
  effect(follow);
  document.addEventListener('visibilitychange', look);
}

/** Whether somebody sits before this tab; one that is out of sight looks at nothing. */
const looking = signal(true);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

const follow = () => live?.follow(looking.value ? selectedId.value : null);

function look() {
  clearTimeout(leaving);
  if (document.hidden) leaving = setTimeout(() => (looking.value = false), HIDDEN_MS);
  else looking.value = true;
}

/** Take the desk's word for everything on screen. */
function catchUpAll() {
  loadList({ fresh: true });
  loadOffers().catch(refused);
  loadLabels().catch(refused);
  loadOutcomes().catch(refused);
  loadMacros().catch(refused);
  if (selectedId.value) open(selectedId.value);
}

/** Say that this person writes: a reply, which the customer may see, or a note. @param {string} id @param {boolean} note */
export const sendTyping = (id, note) => live?.send({ type: 'typing', id, note });
export const retryNow = () => live?.retryNow();

/** Load the first page of the current view. @param {{fresh?: boolean}} [how] `fresh` forgets what was known before */
export async function loadList({ fresh = false } = {}) {
  const run = ++listRun;
  const q = query.value.trim();
  if (!Object.keys(desk.value.conversations).length) listing.value = { ...listing.value, status: 'loading' };
  try {
    const page = await firstPage(q);
    if (run !== listRun) return;
    batch(() => {
      dispatch({ type: 'listed', items: page.items, counts: page.counts, fresh, keep: selectedId.value });
      listing.value = { status: 'ready', next: page.next, ids: q ? idsOf(page.items) : null, found: hitsOf(page.items) };
    });
  } catch (error) {
    if (run !== listRun) return;
    listing.value = { ...listing.value, status: 'failed' };
    refused(error);
  }
}

/** What is due has a list of its own: all of it, by due time. A search looks in everything. @param {string} q */
function firstPage(q) {
  if (view.value === 'due' && !q) return get('/v1/followups', { limit: DUE_PAGE });
  return get('/v1/conversations', { view: view.value === 'due' ? 'all' : view.value, q, limit: PAGE });
}

/** Load the page after the last. */
export async function loadMore() {
  const { next, ids, found } = listing.value;
  const run = listRun;
  if (!next) return;
  try {
    const page = await get('/v1/conversations', { view: view.value === 'due' ? 'all' : view.value, q: query.value.trim(), limit: PAGE, cursor: next });
    if (run !== listRun) return;
    dispatch({ type: 'listed', items: page.items, counts: page.counts });
    listing.value = { status: 'ready', next: page.next, ids: ids && [...ids, ...idsOf(page.items)], found: { ...found, ...hitsOf(page.items) } };
  } catch (error) {
    refused(error);
  }
}

/** @param {View} next */
export function showView(next) {
  batch(() => {
    view.value = next;
    query.value = '';
    listing.value = { status: 'loading', next: null, ids: null };
  });
  remember('baton.view', next);
  return loadList();
}

/** Look for the same words in every conversation. */
export function searchAll() {
  batch(() => {
    view.value = 'all';
    listing.value = { status: 'loading', next: null, ids: [] };
  });
  return loadList();
}

/** Open a conversation: its value, its log, and the packet of its handoff. @param {string} id */
export async function open(id) {
  const { [id]: _, ...failures } = openFailures.value;
  openFailures.value = failures;
  try {
    if (!desk.value.conversations[id]) await refresh(id);
    await Promise.all([catchUp(id), loadPacket(id)]);
  } catch (error) {
    openFailures.value = { ...failures, [id]: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {string} id */
export async function refresh(id) {
  dispatch({ type: 'got', conversation: await get(`/v1/conversations/${id}`) });
}

/** @param {string} id */
export async function loadPacket(id) {
  const state = desk.value.conversations[id]?.state;
  if (state !== 'queued' && state !== 'human') return keepPacket(id, null);
  const answer = await get(`/v1/conversations/${id}/packet`);
  return keepPacket(id, answer.packet);
}

/** @param {string} id @param {import('../shared/wire').Packet | null} packet */
export const keepPacket = (id, packet) => (packets.value = { ...packets.value, [id]: packet });

/** Fetch the events after the last known one; calls for one conversation join. @param {string} id */
export function catchUp(id) {
  const running = catching.get(id);
  if (running) return running;
  const run = fetchEvents(id).finally(() => catching.delete(id));
  catching.set(id, run);
  return run;
}

/** @param {string} id */
async function fetchEvents(id) {
  /** @type {number | null} */
  let after = desk.value.logs[id]?.seq ?? 0;
  /** @type {DeskEvent[]} */
  const events = [];
  while (after !== null) {
    const page = await get(`/v1/conversations/${id}/events`, { after, limit: EVENTS_PAGE });
    events.push(...page.items);
    after = page.items.length ? page.next : null;
  }
  dispatch({ type: 'caught_up', id, events });
}

/** @param {any} frame */
function hear(frame) {
  if (frame.type === 'event') hearEvent(frame.event);
  else if (frame.type === 'behind') catchUpAll();
  else if (frame.type === 'refused') refused(frame.detail);
  else hearPresence(frame);
}

/** @param {DeskEvent} event */
function hearEvent(event) {
  const id = event.conversation_id;
  if (!id) return;
  const had = desk.value.conversations[id];
  if (had && event.seq <= had.seq && event.seq <= (desk.value.logs[id]?.seq ?? 0)) return;
  dispatch({ type: 'event', event });
  if (event.message) hush(id, event.message.author);
  if (desk.value.logs[id]?.gap) catchUp(id).catch(refused);
  const moved = MOVES.test(event.kind);
  if (concernsOffers(event)) loadOffers().catch(refused);
  if (moved && id === selectedId.value) loadPacket(id).catch(refused);
  if (moved || (!had && view.value !== 'waiting' && view.value !== 'mine')) settleSoon(id);
  arrived(event, had ?? null);
}

/** Whether what is offered to this person may be another now. @param {DeskEvent} event */
const concernsOffers = (event) =>
  (event.kind.startsWith('offer_') && event.data.operator_id === desk.value.me) ||
  (MOVES.test(event.kind) && offers.value.some((one) => one.conversation_id === event.conversation_id));

/** After a move, ask the desk for what an event does not carry (queue, position, counts); many at once ask once. @param {string} id */
function settleSoon(id) {
  unsure.add(id);
  settling ??= setTimeout(settle, SETTLE_MS);
}

async function settle() {
  const ids = [...unsure];
  unsure.clear();
  settling = undefined;
  await Promise.allSettled(ids.length <= FEW ? ids.map(refresh) : []);
  await loadList();
}

/** @param {{id: string}[]} items */
const idsOf = (items) => items.map((one) => one.id);

/** Where a search found its words, by conversation. @param {{id: string, found?: import('./store.js').Hit}[]} items */
const hitsOf = (items) => Object.fromEntries(items.flatMap(({ id, found }) => (found ? [[id, found]] : [])));
