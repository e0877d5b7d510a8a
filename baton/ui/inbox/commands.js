// @ts-check
/** The operator's verbs. Each asks the desk, takes its word for the outcome, and shows a refusal with its reason. */
import { del, post, put, Refusal } from '../shared/api.js';
import { myId } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';
import { count } from '../shared/words.js';
import { take } from './answers.js';
import { flush } from './outbox.js';
import { busy, composerTab, dialog, dispatch, selected, selectedId } from './store.js';
import { refresh } from './sync.js';

/** @param {string} name @param {(id: string) => Promise<any>} ask @param {string} [done] @param {boolean} [stays] whether the form stays open for more */
export async function run(name, ask, done, stays = false) {
  const id = selectedId.value;
  if (!id || busy.value) return false;
  busy.value = name;
  const asked = dialog.value;
  try {
    if (!(await flush(id))) throw new Error('Your reply has not been sent, so this was not done either. See to the reply first.');
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
/** What the customer wrote meanwhile is not ended unread. @param {Record<string, string>} outcome */
export const resolve = (outcome) => run('resolve', (id) => post(url('resolution')(id), { ...outcome, seq: selected.peek()?.seq }), 'Resolved.');
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

/** End the open conversation, which goes on in another, and show that one. @param {string} into */
export async function merge(into) {
  const done = await run('merge', async (id) => {
    const answer = await post(url('merge')(id), { into });
    dispatch({ type: 'got', conversation: answer.into });
    return { conversation: answer.conversation };
  }, 'Merged. The customer is told where it goes on.');
  if (done) location.hash = into;
}

/** Run a macro as it was looked at, and say how far it came. @param {string} name @param {number | undefined} seq how far the log had come then */
export async function runMacro(name, seq) {
  const version = selected.value?.version;
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await run('macro', async (id) => {
    const ran = await post(url(`macros/${encodeURIComponent(name)}`)(id), { version, seq, timezone });
    if (ran.refused) say(`${name} stopped after ${count(ran.done.length, 'step')}: ${ran.refused.detail}`, 'refused');
    else say(`${name} is done.`);
    return ran;
  });
}
