// @ts-check
/** The operator's verbs. Each asks the desk, takes its word for the outcome, and shows a refusal with its reason. */
import { del, newId, post, put, Refusal } from '../shared/api.js';
import { myId } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';
import { putBack } from './attaching.js';
import { clearDraft, draftOf, keepDraft } from './drafts.js';
import { busy, composerTab, desk, dialog, dispatch, selected, selectedId } from './store.js';
import { catchUp, keepPacket, loadPacket, refresh } from './sync.js';

const EVENT_DUE_MS = 600;

/** @param {string} name @param {(id: string) => Promise<any>} ask @param {string} [done] @param {boolean} [stays] whether the form stays open for more */
async function run(name, ask, done, stays = false) {
  const id = selectedId.value;
  if (!id || busy.value) return false;
  busy.value = name;
  const asked = dialog.value;
  try {
    take(id, await ask(id));
    // Only the form that asked: the command list may have been opened since.
    if (dialog.value === asked && !stays) dialog.value = null;
    if (done) say(done);
    return true;
  } catch (error) {
    lost(error);
    refresh(id).catch(refused);
    return false;
  } finally {
    busy.value = null;
  }
}

/** @param {string} id @param {any} answer */
function take(id, answer) {
  if (answer?.conversation) dispatch({ type: 'got', conversation: answer.conversation });
  if (answer && 'packet' in answer) keepPacket(id, answer.packet);
  setTimeout(() => behind(id) && catchUp(id).catch(refused), EVENT_DUE_MS);
}

/** @param {string} id */
const behind = (id) => (desk.value.logs[id]?.seq ?? 0) < (desk.value.conversations[id]?.seq ?? 0);

/** A lost race says who won. @param {unknown} error */
function lost(error) {
  if (!(error instanceof Refusal) || error.code !== 'already_claimed') return refused(error);
  const by = typeof error.problem.by === 'object' ? error.problem.by : { name: error.problem.by };
  dialog.value = null;
  if (by?.id && by.id === myId()) return say('You hold it already.');
  return say(by?.name ? `${by.name} was first and holds the baton now.` : error.message, 'refused');
}

/** @param {string} path */
const url = (path) => (/** @type {string} */ id) => `/v1/conversations/${id}/${path}`;

export async function claim() {
  const won = await run('claim', (id) => post(url('claim')(id)));
  if (won) composerTab.value = 'reply';
}
/** @param {string} reason */
export const takeOver = (reason) => run('takeover', (id) => post(url('takeover')(id), { reason: reason || undefined }));
/** @param {string} reason */
export const release = (reason) => run('release', (id) => del(url('claim')(id), { reason: reason || undefined }), 'Released. It waits in the queue again.');
/** @param {{queue?: string, operator_id?: string, reason: string}} to */
export const transfer = (to) => run('transfer', (id) => post(url('transfer')(id), to), 'Transferred.');
/** @param {Record<string, string>} note */
export const handBack = (note) => run('handback', (id) => post(url('handback')(id), note), Object.keys(note).length ? 'Handed back. The bot has it, with your note.' : 'Handed back. The bot has it.');
/** @param {Record<string, string>} outcome */
export const resolve = (outcome) => run('resolve', (id) => post(url('resolution')(id), outcome), 'Resolved.');
/** @param {string} text */
export const followUpDone = (text) => run('done', (id) => post(url('outcome')(id), { outcome: 'done', text: text || undefined }), 'Done.');
export const notReached = () => run('not_reached', (id) => post(url('outcome')(id), { outcome: 'not_reached' }), 'The customer is told, and it waits in the queue again.');
/** @param {'me' | 'queue' | 'bot'} to */
export const reopen = (to) => run('reopen', (id) => del(url('resolution')(id), { to }));
/** @param {{preset?: string, until?: string, timezone?: string}} until */
export const snooze = (until) => run('snooze', (id) => put(url('snooze')(id), until), 'Snoozed. It comes back by itself.');
export const wake = () => run('snooze', (id) => del(url('snooze')(id)), 'It is back in your list.');
/** @param {string} priority */
export const prioritise = (priority) => run('priority', (id) => put(url('priority')(id), { priority }), 'Priority set.');
/** @param {string} name @param {boolean} on */
export const toggleLabel = (name, on) => run('label', (id) => (on ? put : del)(url(`labels/${encodeURIComponent(name)}`)(id)), undefined, true);

/**
 * Send a reply or a note. It stands in the transcript at once; what can't be sent stays there, or goes back into the
 * composer where somebody else holds the baton now.
 * @param {'text' | 'note'} kind @param {string} text @param {string} [clientId] @param {import('../shared/wire').Attachment[]} [files]
 */
export async function sendMessage(kind, text, clientId = newId(), files = []) {
  const open = selected.value;
  if (!open || (!text.trim() && !files.length)) return;
  const { id } = open;
  const outgoing = { client_id: clientId, text, kind, at: new Date().toISOString(), failed: null, files };
  dispatch({ type: 'sending', id, outgoing });
  clearDraft(id, kind);
  try {
    const said = { text, client_id: clientId, attachments: files.map((one) => one.id) };
    const body = kind === 'note' ? said : { ...said, version: open.version };
    take(id, await post(url(kind === 'note' ? 'notes' : 'messages')(id), body));
  } catch (error) {
    notSent(id, outgoing, error);
  }
}

/** @param {string} id @param {import('../shared/fold.js').Outgoing} outgoing @param {unknown} error */
function notSent(id, outgoing, error) {
  const why = error instanceof Error ? error.message : String(error);
  const moved = error instanceof Refusal && error.status === 409;
  if (!moved) return dispatch({ type: 'not_sent', id, client_id: outgoing.client_id, why });
  takeBack(id, outgoing);
  refused(error);
  return Promise.all([refresh(id), loadPacket(id)]).catch(refused);
}

/** Put a message that was not sent back into the composer. @param {string} id @param {import('../shared/fold.js').Outgoing} outgoing */
export function takeBack(id, outgoing) {
  dispatch({ type: 'dropped', id, client_id: outgoing.client_id });
  const had = draftOf(id, outgoing.kind);
  keepDraft(id, outgoing.kind, had ? `${outgoing.text}\n${had}` : outgoing.text);
  putBack(id, outgoing.kind, outgoing.files ?? []);
}
