// @ts-check
/**
 * Drafts on the desk, so that a reply begun here is found on another device: kept after a pause and as the page is left,
 * looked for as a conversation is opened. The newest wins; this browser keeps what the desk has not taken yet.
 */
import { get, Refusal, sendAndLeave, put } from '../shared/api.js';
import { effect, untracked } from '../shared/html.js';
import { canHold, myId } from '../shared/session.js';
import { nowAtDesk } from '../shared/time.js';
import { citedIn, draftOf, mentionsIn, onWritten, stamps, takeDraft } from './drafts.js';
import { link, selectedId } from './store.js';

/** @typedef {import('./drafts.js').Kind} Kind */
/** @typedef {{conversation_id: string, kind: Kind, text: string, cites: any[], mentions: any[], written_at: string}} Kept */

const PAUSE_MS = 1_500;
const LONGEST = 20_000;
/** What a refusal of the desk does not change by asking again. */
const FINAL = [403, 404, 422];
/** @type {Map<string, ReturnType<typeof setTimeout>>} */
const pauses = new Map();

/** Keep what is written from now on, and what an earlier life of this page could not. */
export function startDrafts() {
  if (!canHold()) return;
  onWritten((id, kind) => {
    const key = `${id} ${kind}`;
    stamps.keep(key, { at: new Date(nowAtDesk()).toISOString(), isKept: false });
    clearTimeout(pauses.get(key));
    // What was sent or deleted must not be found elsewhere; what is being written can wait for a pause.
    pauses.set(key, setTimeout(() => keep(key), draftOf(id, kind) ? PAUSE_MS : 0));
  });
  effect(() => {
    selectedId.value;
    if (link.value === 'open') untracked(keepAll);
  });
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : selectedId.value && meetDrafts(selectedId.value)));
}

/** Take over what was written elsewhere: in one conversation, or in all. @param {string | null} [id] */
export async function meetDrafts(id = null) {
  if (!canHold()) return;
  try {
    const { items, operator_id } = await get('/v1/me/drafts', { conversation: id });
    if (operator_id !== myId()) return; // somebody else has signed in beside this page
    const found = new Map(items.map((/** @type {Kept} */ one) => [`${one.conversation_id} ${one.kind}`, one]));
    const known = stamps.keys().filter((key) => !id || key.startsWith(`${id} `));
    for (const key of new Set([...found.keys(), ...known])) meet(key, found.get(key) ?? null);
  } catch (error) {
    console.debug(error); // this browser's own drafts are there; the next look finds the others
  }
}

/** @param {string} key @param {Kept | null} kept */
function meet(key, kept) {
  const [id, kind] = parts(key);
  const stamp = stamps.of(key);
  if (kept && (!stamp || Date.parse(kept.written_at) > Date.parse(stamp.at))) take(kept);
  else if (!kept && stamp?.isKept) takeDraft(id, kind, { text: '', cites: [], mentions: [] }, null);
}

/** @param {Kept} kept */
const take = (kept) => takeDraft(kept.conversation_id, kept.kind, kept, { at: kept.written_at, isKept: true });

const keepAll = () => Promise.all(unkept().map(keep));
const unkept = () => stamps.keys().filter((key) => !stamps.of(key)?.isKept);

/** @param {string} key */
async function keep(key) {
  const [id, kind] = parts(key);
  clearTimeout(pauses.get(key));
  pauses.delete(key);
  const stamp = stamps.of(key);
  const sent = body(key);
  if (!stamp || stamp.isKept || sent.text.length > LONGEST) return;
  try {
    const { draft } = await put(path(key), sent);
    if (stamps.of(key)?.at !== stamp.at) return; // written on meanwhile: its own pause keeps it
    if (draft && Date.parse(draft.written_at) > Date.parse(stamp.at)) take(draft);
    else stamps.keep(key, draftOf(id, kind) ? { ...stamp, isKept: true } : null);
  } catch (error) {
    if (error instanceof Refusal && FINAL.includes(error.status) && stamps.of(key)?.at === stamp.at) stamps.keep(key, null);
    console.debug(error); // it stays in this browser, and goes when the line is back
  }
}

function leave() {
  for (const key of unkept()) if (body(key).text.length <= LONGEST) sendAndLeave('PUT', path(key), body(key));
}

/** @param {string} key @returns {[string, Kind]} */
const parts = (key) => /** @type {[string, Kind]} */ (key.split(' '));
/** @param {string} key */
const path = (key) => `/v1/conversations/${parts(key)[0]}/draft`;

/** @param {string} key */
function body(key) {
  const [id, kind] = parts(key);
  const mentions = kind === 'note' ? mentionsIn(id).map((one) => ({ id: one.id, name: one.name })) : [];
  return { kind, text: draftOf(id, kind), cites: citedIn(id, kind).map((one) => ({ id: one.id, title: one.title })), mentions, written_at: stamps.of(key)?.at, operator_id: myId() };
}
