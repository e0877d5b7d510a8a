// @ts-check
/** Keeps the page equal to the desk: lists and logs over HTTP, events over the socket, gaps filled over HTTP. */
import { get } from '../shared/api.js';
import { batch, effect, signal } from '../shared/html.js';
import { loadLabels } from '../shared/labels.js';
import { loadOutcomes } from '../shared/outcomes.js';
import { connect } from '../shared/live.js';
import { signIn } from '../shared/session.js';
import { refused } from '../shared/toasts.js';
import { meetDrafts } from './draft_sync.js';
import { hasDraft } from './drafts.js';
import { loadList, place } from './listing.js';
import { arrived } from './notify.js';
import { loadMacros } from './macro_list.js';
import { loadMentions } from './mentioned.js';
import { loadOffers } from './offers.js';
import { hearScheduled, loadOwn } from './scheduled.js';
import { hearPresence, hush } from './presence.js';
import { desk, dispatch, holdsBaton, link, listing, markSeen, newerPackets, offers, openFailures, packets, selectedId, view } from './store.js';

/** @typedef {import('../shared/wire').DeskEvent} DeskEvent */

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

/** Begin: at once over HTTP, and again when the socket listens, for what happened in between. */
export function startSync() {
  const shown = catchUpMoving();
  shown.then(loadArranged).then(() => meetDrafts());
  setInterval(() => link.value === 'open' || catchUpAll(), POLL_MS);
  let isFirst = true;
  live = connect({
    onOpen() {
      if (isFirst) shown.then(catchUpMoving);
      else catchUpAll();
      isFirst = false;
    },
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

/** Take the desk's word for everything on screen, the list before what hardly ever changes. */
const catchUpAll = () => catchUpMoving().then(loadArranged);

/** Resolves once the list is there. */
function catchUpMoving() {
  loadOffers().catch(refused);
  loadMentions().catch(refused);
  loadOwn().catch(refused);
  if (selectedId.value) open(selectedId.value);
  return loadList({ fresh: true });
}

function loadArranged() {
  loadLabels().catch(refused);
  loadOutcomes().catch(refused);
  loadMacros().catch(refused);
}

/** Say that this person writes: a reply, which the customer may see, or a note. @param {string} id @param {boolean} note */
export const sendTyping = (id, note) => live?.send({ type: 'typing', id, note });
export const retryNow = () => live?.retryNow();

/** Open a conversation: its value, its log, and the packet of its handoff. @param {string} id */
export async function open(id) {
  const { [id]: _, ...failures } = openFailures.value;
  openFailures.value = failures;
  try {
    meetDrafts(id);
    if (!desk.value.conversations[id]) await refresh(id);
    await Promise.all([catchUp(id), loadPacket(id)]);
  } catch (error) {
    openFailures.value = { ...failures, [id]: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {string} id */
export async function refresh(id) {
  dispatch({ type: 'got', conversation: await get(`/v1/conversations/${id}`) });
  place(id);
}

/** @param {string} id */
export async function loadPacket(id) {
  const state = desk.value.conversations[id]?.state;
  if (state !== 'queued' && state !== 'human') return keepPacket(id, null);
  const { packet } = await get(`/v1/conversations/${id}/packet`);
  if (packet && isBeforeItsHolder(id, packet)) newerPackets.value = { ...newerPackets.value, [id]: packet };
  else keepPacket(id, packet);
}

/** Whether who holds the baton has an older version on screen. They may be about to send its reply, so it stays until they
 * ask for the newer one. @param {string} id @param {import('../shared/wire').Packet} packet */
const isBeforeItsHolder = (id, packet) => {
  const shown = packets.value[id];
  return id === selectedId.value && holdsBaton.value && shown?.handoff_id === packet.handoff_id && shown.version < packet.version;
};

/** Show a packet; `newer` is the version that can be had instead.
 * @param {string} id @param {import('../shared/wire').Packet | null} packet @param {import('../shared/wire').Packet | null} [newer] */
export const keepPacket = (id, packet, newer = null) =>
  batch(() => {
    packets.value = { ...packets.value, [id]: packet };
    newerPackets.value = { ...newerPackets.value, [id]: newer };
  });

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
  else if (frame.type === 'behind') signIn().then(catchUpAll);
  else if (frame.type === 'refused') refused(frame.detail);
  else hearPresence(frame);
}

/** @param {DeskEvent} event */
function hearEvent(event) {
  const id = event.conversation_id;
  if (!id) return;
  const had = desk.value.conversations[id];
  if (had && event.seq <= had.seq && event.seq <= (desk.value.logs[id]?.seq ?? 0)) return place(id);
  batch(() => {
    dispatch({ type: 'event', event });
    place(id);
    // Before anything is drawn of it: an icon and a title that count it for a moment are drawn twice.
    if (id === selectedId.peek() && !document.hidden) markSeen(id, event.seq);
  });
  if (event.message) hush(id, event.message.author);
  if (event.message?.author.id === desk.value.me && hasDraft(id)) meetDrafts(id); // sent from another device, perhaps
  if (desk.value.logs[id]?.gap) catchUp(id).catch(refused);
  const moved = MOVES.test(event.kind);
  if (concernsOffers(event)) loadOffers().catch(refused);
  if ((moved || event.kind === 'packet_improved') && id === selectedId.value) loadPacket(id).catch(refused);
  if (moved || (!had && isShownBy(id))) settleSoon(id);
  hearScheduled(event);
  arrived(event, had ?? null);
}

/** Whether a conversation that is not at hand may stand in the list. @param {string} id */
const isShownBy = (id) => !['waiting', 'mine', 'snoozed'].includes(view.value) || listing.value.ids.includes(id);

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
