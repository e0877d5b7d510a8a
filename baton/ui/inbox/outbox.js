// @ts-check
/**
 * Replies and notes on their way: held while they can be undone, sent in order, each once, and kept through a lost line,
 * a reload and a crash. The desk's version check decides at the end; what it refuses goes back into the composer.
 */
import { get, newId, post, Refusal, sendAndLeave } from '../shared/api.js';
import { computed, effect, signal, untracked } from '../shared/html.js';
import { prefs, recall, remember } from '../shared/prefs.js';
import { refused, say } from '../shared/toasts.js';
import { customerName, isMove } from '../shared/words.js';
import { take } from './answers.js';
import { putBack } from './attaching.js';
import { citedIn, clearDraft, draftOf, keepCited, keepDraft, keepMentions, mentionsIn } from './drafts.js';
import { changed, firsts, nextTime, nextToGo, pauseAfter, shownBelow, takenUp, TOO_OLD_MS } from './outbox_order.js';
import { composerTab, desk, link, log, selected, selectedId } from './store.js';
import { loadPacket, refresh } from './sync.js';

/** @typedef {import('./outbox_order.js').Outgoing} Outgoing */

const KEY = 'baton.outbox';
const SHOWS_SOON_MS = 3_000;
const UNREACHABLE = [0, 401, 429, 502, 503, 504];
const LOOKED_AT = 200;

const outbox = signal(/** @type {Outgoing[]} */ ([]));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** What the open conversation has on its way. */
export const outgoing = computed(() => shownBelow(outbox.value, selectedId.value, log.value.events));

/** How many messages wait for the line. */
export const waiting = computed(() => outbox.value.filter((one) => one.stage === 'waiting').length);

/** Whether this person has written since the conversation last changed hands: a first reply is suggested only before. */
export const hasReplied = computed(() => {
  const { events } = log.value;
  const moved = events.findLastIndex((one) => isMove(one.kind));
  return outgoing.value.some((one) => one.kind === 'text') || events.slice(moved + 1).some((one) => one.kind === 'reply_sent');
});

/** Take up what an earlier life of this page left behind, and go on whenever the line comes back. */
export function startOutbox() {
  const mine = Object.values(kept()).filter((one) => one.by === desk.value.me);
  outbox.value = mine.map((one) => takenUp(one, Date.now())).sort((a, b) => a.at - b.at);
  effect(() => {
    if (link.value === 'open') untracked(again);
  });
  window.addEventListener('online', again);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', (event) => event.persisted && again());
}

/**
 * Write a reply or a note in the open conversation. It stands in the transcript at once; a reply can be undone for as
 * long as this person has chosen, and the next one sends the one before.
 * @param {'text' | 'note'} kind @param {string} text @param {import('../shared/wire').Attachment[]} [files]
 */
export function sendMessage(kind, text, files = []) {
  const open = selected.value;
  if (!open) return;
  const now = Date.now();
  const pause = kind === 'note' ? 0 : prefs.value.undo * 1000;
  release(open.id);
  put({ id: open.id, client_id: newId(), by: desk.value.me, kind, text, files, cited: citedIn(open.id, kind), mentions: kind === 'note' ? mentionsIn(open.id) : [], at: now, version: open.version, seq: open.seq, due: now + pause, stage: pause ? 'held' : 'ready', tries: 0, why: '' });
  clearDraft(open.id, kind);
  pump();
}

/** Send what is held now. @param {Outgoing} one */
export const sendNow = (one) => pump(alter(one, { due: 0, stage: 'ready', why: '', at: Date.now() }));

/** Put a message that has not gone back into the composer. @param {Outgoing} one */
export function takeBack(one) {
  drop(one);
  const had = draftOf(one.id, one.kind);
  keepDraft(one.id, one.kind, had ? `${one.text}\n${had}` : one.text);
  keepCited(one.id, one.kind, [...one.cited, ...citedIn(one.id, one.kind)]);
  if (one.kind === 'note') keepMentions(one.id, [...(one.mentions ?? []), ...mentionsIn(one.id)]);
  putBack(one.id, one.kind, one.files ?? []);
  if (one.id === selectedId.value) composerTab.value = one.kind === 'note' ? 'note' : 'reply';
}

/** Undo the last reply that is still held, if there is one. */
export function undoLast() {
  const held = outgoing.value.findLast((one) => one.stage === 'held');
  if (held) takeBack(held);
  return !!held;
}

/** Send what a conversation holds before a verb moves it. @param {string} id @returns {Promise<boolean>} whether all of it has gone */
export async function flush(id) {
  release(id);
  const ids = outbox.value.filter((one) => one.id === id && (one.stage === 'ready' || one.stage === 'sending')).map((one) => one.client_id);
  pump();
  /** @param {Outgoing['stage'][]} stages */
  const left = (...stages) => outbox.value.some((one) => ids.includes(one.client_id) && stages.includes(one.stage));
  await new Promise((done) => {
    const stop = effect(() => {
      if (!left('ready', 'sending')) queueMicrotask(() => (stop(), done(null)));
    });
  });
  return ids.every((clientId) => outbox.value.some((one) => one.client_id === clientId && one.stage === 'sent'));
}

/** @param {string} id */
function release(id) {
  for (const one of outbox.value) if (one.id === id && one.stage === 'held') alter(one, { due: 0, stage: 'ready' });
}

/** What waited for the line need not wait longer. */
function again() {
  for (const one of outbox.value) if (one.stage === 'waiting') alter(one, { due: 0 });
  pump();
}

/** @param {unknown} [_] */
function pump(_) {
  clearTimeout(timer);
  for (const one of nextToGo(outbox.value, Date.now())) deliver(one);
  const at = nextTime(outbox.value, Date.now());
  if (at !== null) timer = setTimeout(pump, at - Date.now() + 5);
}

/** @param {Outgoing} one */
async function deliver(one) {
  // Taken up from another tab, where it has gone or was undone since.
  if (one.adopted && !kept()[one.client_id]) return drop(one);
  alter(one, { stage: 'sending' });
  try {
    if (Date.now() - one.at > TOO_OLD_MS && !(await isThere(one))) {
      alter(one, { stage: 'failed', why: 'It waited more than an hour for the connection. Read it again first.' });
    } else arrive(one, await post(path(one), body(one)));
  } catch (error) {
    const unreachable = error instanceof Refusal && UNREACHABLE.includes(error.status);
    if (unreachable) alter(one, { stage: 'waiting', due: Date.now() + pauseAfter(one.tries), tries: one.tries + 1 });
    else notSent(one, error);
  }
  pump();
}

/** Whether a message from long ago has gone after all. @param {Outgoing} one */
async function isThere(one) {
  const said = await get(`/v1/conversations/${one.id}/messages`, { after: one.seq, limit: LOOKED_AT });
  return said.items.some((/** @type {import('../shared/wire').Message} */ message) => message.client_id === one.client_id);
}

/** It stays below until its event stands above. @param {Outgoing} one @param {any} answer */
function arrive(one, answer) {
  alter(one, { stage: 'sent' });
  take(one.id, answer);
  forget(one.client_id);
  setTimeout(() => drop(one), SHOWS_SOON_MS);
}

/** @param {Outgoing} one @param {unknown} error */
function notSent(one, error) {
  const why = error instanceof Error ? error.message : String(error);
  const moved = error instanceof Refusal && error.status === 409;
  if (moved) takeBack(one);
  else alter(one, { stage: 'failed', why });
  if (one.id !== selectedId.value) say(`Your reply to ${customerName(desk.value.conversations[one.id]?.customer)} was not sent. ${why}`, 'refused');
  else if (moved) refused(error);
  if (moved) Promise.all([refresh(one.id), loadPacket(one.id)]).catch(refused);
}

/** The page is left: what is held goes now. It stays kept, and is sent again where nobody hears the answer. */
function leave() {
  for (const one of firsts(outbox.value)) {
    alter(one, { stage: 'ready', due: 0 });
    sendAndLeave('POST', path(one), body(one));
  }
}

/** @param {Outgoing} one */
const path = (one) => `/v1/conversations/${one.id}/${one.kind === 'note' ? 'notes' : 'messages'}`;
/** @param {Outgoing} one */
const body = ({ kind, text, client_id, version, files, cited, mentions }) => ({ text, attachments: files?.map((one) => one.id), cites: cited.map((one) => one.id), client_id, ...(kind === 'note' ? { mentions: mentions?.map((one) => one.id) } : { version }) });

/** @returns {Record<string, Outgoing>} by client id, of every tab of this browser */
const kept = () => recall(KEY, {});
/** @param {string} clientId */
function forget(clientId) {
  const { [clientId]: _, ...others } = kept();
  remember(KEY, others);
}

/** @param {Outgoing} one */
function put(one) {
  outbox.value = [...outbox.value, one];
  remember(KEY, { ...kept(), [one.client_id]: one });
}

/** @param {Outgoing} one @param {Partial<Outgoing>} change */
function alter(one, change) {
  outbox.value = changed(outbox.value, one.client_id, change);
  if (change.stage !== 'sent') remember(KEY, { ...kept(), [one.client_id]: { ...one, ...change } });
}

/** @param {Outgoing} one */
function drop(one) {
  outbox.value = outbox.value.filter((other) => other.client_id !== one.client_id);
  forget(one.client_id);
}
