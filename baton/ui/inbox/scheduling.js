// @ts-check
/** What an operator does with replies that are sent later. */
import { del, post, put } from '../shared/api.js';
import { myId } from '../shared/session.js';
import { refused } from '../shared/toasts.js';
import { putBack, takeFiles } from './attaching.js';
import { run } from './commands.js';
import { citedIn, clearDraft, draftOf, keepCited, keepDraft } from './drafts.js';
import { composerTab, selected, selectedId } from './store.js';

/** @typedef {import('../shared/wire').Scheduled} Scheduled */

/** Schedule the draft of the open conversation. @param {{due: string, evenIf: boolean, asleep: boolean}} asked */
export async function sendLater({ due, evenIf, asleep }) {
  const open = selected.peek();
  if (!open) return;
  const files = takeFiles(open.id, 'text');
  const body = { text: draftOf(open.id, 'text').trim(), due, version: open.version, seq: open.seq, even_if_written: evenIf, attachments: files.map((one) => one.id), cites: citedIn(open.id, 'text').map((one) => one.id) };
  const done = await run('schedule', async (id) => {
    const answer = await post(`/v1/conversations/${id}/scheduled`, body);
    clearDraft(id, 'text');
    const slept = asleep && (await put(`/v1/conversations/${id}/snooze`, { until: due }).catch(refused));
    return slept || answer;
  }, 'Scheduled. It stands below the transcript until it is sent.');
  if (!done) putBack(open.id, 'text', files);
}

/** @param {Scheduled} one */
const url = (one) => `/v1/conversations/${selectedId.peek()}/scheduled/${one.id}`;

/** @param {Scheduled} one */
export const sendScheduled = (one) => run('schedule', () => post(`${url(one)}/send`));

/** @param {Scheduled} one @param {string} [done] */
export const drop = (one, done = 'It is not sent.') => run('schedule', async (id) => {
  const answer = await del(url(one));
  const sleeps = selected.peek()?.snoozed_until;
  // The snooze that was chosen with it has nothing to wait for any more.
  const woken = !!sleeps && Date.parse(sleeps) === Date.parse(one.due) && (await del(`/v1/conversations/${id}/snooze`).catch(refused));
  return woken || answer;
}, done);

/** Put one back into the composer; it waits no more. Files go along where they are one's own. @param {Scheduled} one */
export async function edit(one) {
  const id = selectedId.peek();
  if (!id) return;
  const had = draftOf(id, 'text');
  // Kept here before it goes there: a page that dies in between must not take the words along.
  keepDraft(id, 'text', had ? `${one.text}\n${had}` : one.text);
  if (!(await drop(one, 'It is back in the composer, and waits no more.'))) return void keepDraft(id, 'text', had);
  keepCited(id, 'text', [...one.citations.map((cited) => ({ id: cited.passage_id, title: cited.title })), ...citedIn(id, 'text')]);
  if (one.author.id === myId()) putBack(id, 'text', one.attachments);
  composerTab.value = 'reply';
}
