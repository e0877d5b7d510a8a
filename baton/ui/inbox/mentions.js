// @ts-check
/** The notes that mention this person: how many are unread, the list of them, and reading one by opening its conversation. */
import { post } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { cls, effect, html, signal, untracked, useEffect } from '../shared/html.js';
import { myId } from '../shared/session.js';
import { moment } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { count, customerName, partyName } from '../shared/words.js';
import { list, loadMentions, unread } from './mentioned.js';
import { wanted } from './pointing.js';
import { dialog, log, selectedId } from './store.js';

/** @typedef {import('./mentioned.js').Mentioned} Mentioned */

const close = () => (dialog.value = null);
const isHidden = signal(document.hidden);

/** What is on screen is read. */
export function startMentions() {
  document.addEventListener('visibilitychange', () => (isHidden.value = document.hidden));
  effect(() => {
    const id = selectedId.value;
    if (!id || isHidden.value || !unread.value || !log.value.loaded) return;
    untracked(() => post('/v1/me/mentions/seen', { conversation: id }).then((answer) => (unread.value = answer.unread), refused));
  });
}

/** The way to the list, while something in it is unread. */
export function MentionsLine() {
  if (!unread.value) return null;
  return html`<p class="snoozed-line"><span>${count(unread.value, 'note mentions', 'notes mention')} you</span> <button type="button" class="link" onClick=${() => (dialog.value = 'mentions')}>Show</button></p>`;
}

export function MentionsDialog() {
  useEffect(() => {
    loadMentions().catch(refused);
  }, []);
  const { items, next } = list.value ?? { items: [], next: null };
  const more = next && html`<button type="button" class="button" onClick=${() => loadMentions(next).catch(refused)}>Show older</button>`;
  return html`
    <${Dialog} title="Mentions" onClose=${close} actions=${more}>
      ${list.value && !items.length && html`<p class="faint">Nobody has mentioned you yet. A colleague does so in a note, with @ and your name.</p>`}
      <ul class="mentions">${items.map((one) => html`<li key=${one.id}><${Row} one=${one} /></li>`)}</ul>
    </${Dialog}>
  `;
}

/** @param {{one: Mentioned}} props */
function Row({ one }) {
  const open = () => {
    close();
    wanted.value = { id: one.conversation_id, seq: one.seq };
    location.hash = one.conversation_id;
  };
  return html`
    <button type="button" class=${cls('mention-row', !one.seen_at && 'unread')} onClick=${open}>
      <span class="mention-head">
        <strong><bdi>${partyName(one.by, myId())}</bdi></strong> <span class="faint">about <bdi>${customerName({ name: one.customer })}</bdi>, <time datetime=${one.at}>${moment(one.at)}</time></span>
        ${!one.seen_at && html`<span class="chip">Unread</span>`}
      </span>
      <span class="mention-text" dir="auto">${one.text}</span>
    </button>
  `;
}
