// @ts-check
/** Where replies and notes are written. A reply needs the baton; a note does not. */
import { cls, html, useEffect, useLayoutEffect, useRef, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isPlain } from '../shared/markdown.js';
import { answeredIn } from '../shared/outside_desks.js';
import { canHold } from '../shared/session.js';
import { areReady, attach, AttachingList, filesOf, takeFiles } from './attaching.js';
import { Marked } from '../shared/text.js';
import { customerName } from '../shared/words.js';
import { cannedSource } from './canned.js';
import { Cites } from './cites.js';
import { colleagueSource } from './colleagues.js';
import { claim } from './commands.js';
import { draftOf, keepDraft, mentionsIn } from './drafts.js';
import { emojiSource } from './emoji.js';
import { GoesOn, Verb } from './lock.js';
import { marking, markFor } from './marks.js';
import { hasReplied, sendMessage, undoLast } from './outbox.js';
import { whoReplies } from './presence.js';
import { composerTab, dialog, holdsBaton } from './store.js';
import { askWhen } from './send_later.js';
import { sendTyping } from './sync.js';
import { useTypeahead } from './typeahead.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

const TYPING_EVERY_MS = 3_000;
const MAX_TEXT = 10_000;
const LONGEST_PX = 240;

/** Put the cursor into the composer. */
export const focusComposer = () => document.getElementById('composer')?.focus();

/** @param {{conversation: Conversation, packet: import('../shared/wire').Packet | null}} props */
export function Composer({ conversation, packet }) {
  const tab = composerTab.value;
  const mine = holdsBaton.value;
  const note = tab === 'note';
  return html`
    <section class=${cls('composer', note && 'note')} aria-label="Write">
      <div class="composer-tabs">
        <${Tab} name="reply" label="Reply" /><${Tab} name="note" label="Note" />
        ${note && html`<span class="note-mark"><${Icon} name="lock" /> Only the team sees this</span>`}
      </div>
      ${!note && mine && !hasReplied.value && packet?.suggested_reply && html`<${Suggestion} id=${conversation.id} text=${packet.suggested_reply} />`}
      ${note || mine ? html`<${Editor} key=${tab} conversation=${conversation} kind=${note ? 'note' : 'text'} />` : html`<${Locked} conversation=${conversation} />`}
    </section>
  `;
}

/** @param {{name: 'reply' | 'note', label: string}} props */
const Tab = ({ name, label }) => html`
  <button type="button" class="tab" aria-pressed=${composerTab.value === name} onClick=${() => (composerTab.value = name)}>${label}</button>
`;

/** Why no reply can be written now, and the verb that changes it. @param {{conversation: Conversation}} props */
function Locked({ conversation: c }) {
  if (!canHold()) return html`<${LockedRow} says="You are signed in with an admin link, which names nobody. To reply, sign in as an operator."><a class="button" href="/console#operators">Make a link</a></${LockedRow}>`;
  if (answeredIn(c)) return html`<${LockedRow} says=${`It is answered in ${answeredIn(c)}. A note can be written here.`} />`;
  if (c.state === 'queued') return html`<${LockedRow} says="Nobody holds it. Claim it and the reply is yours to write."><${Verb} label="Claim to reply" under="claim" run=${claim} primary /></${LockedRow}>`;
  if (c.merged_into) return html`<${LockedRow} says="It goes on in another conversation. Write there."><${GoesOn} into=${c.merged_into} /></${LockedRow}>`;
  if (c.state === 'resolved') return html`<${LockedRow} says="It is resolved. Reopen it to write again."><${Verb} label="Reopen" under="reopen" run=${() => (dialog.value = 'reopen')} /></${LockedRow}>`;
  const writes = c.state === 'human' && whoReplies(c.id)?.id === c.owner.id ? ' and is writing a reply now' : '';
  const who = c.state === 'bot' ? 'The bot has it' : `${c.owner.name || 'A colleague'} holds the baton${writes}`;
  return html`<${LockedRow} says=${`${who}. Only one party replies at a time.`}><${Verb} label="Take over" under="takeover" run=${() => (dialog.value = 'takeover')} /></${LockedRow}>`;
}

/** @param {{says: string, children?: any}} props */
const LockedRow = ({ says, children }) => html`<div class="locked"><${Icon} name="lock" /><p>${says}</p>${children}</div>`;

/** @param {{id: string, text: string}} props */
function Suggestion({ id, text }) {
  const [dismissed, setDismissed] = useState('');
  if (dismissed === text || draftOf(id, 'text')) return null;
  const use = () => {
    keepDraft(id, 'text', text);
    focusComposer();
  };
  const send = () => {
    setDismissed(text);
    sendMessage('text', text);
  };
  return html`
    <div class="suggestion">
      <p class="suggestion-head"><${Icon} name="spark" /> Suggested reply</p>
      <p class="suggestion-text" dir="auto" tabindex="0" role="region" aria-label="Suggested reply">${text}</p>
      <div class="suggestion-verbs">
        <button type="button" class="button small" onClick=${use}>Use</button>
        <button type="button" class="button small" onClick=${send}>Send</button>
        <button type="button" class="link" onClick=${() => setDismissed(text)}>Dismiss</button>
      </div>
    </div>
  `;
}

/** What a mark stands for. Only a note reaches a colleague. @type {Record<'text' | 'note', import('./typeahead.js').Source<any>[]>} */
const SOURCES = { text: [cannedSource, emojiSource], note: [cannedSource, colleagueSource, emojiSource] };

/** What Send would do. @param {Conversation} c */
const writeTo = (c) => `Write to ${customerName(c.customer)}${c.channel === 'email' || c.handoff?.followup?.email ? '. It goes by e-mail too' : ''}`;

/** @param {{conversation: Conversation, kind: 'text' | 'note'}} props */
function Editor({ conversation, kind }) {
  const { id } = conversation;
  const text = draftOf(id, kind);
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const told = useRef(0);
  const note = kind === 'note';
  const files = filesOf(id, kind);
  const maySend = (text.trim() || files.length > 0) && text.length <= MAX_TEXT && areReady(files);
  const words = useTypeahead({ id, kind, sources: SOURCES[kind], focus: focusComposer });
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.blockSize = 'auto';
    box.style.blockSize = `${Math.min(LONGEST_PX, box.scrollHeight + 2)}px`;
  }, [text]);
  useEffect(() => {
    // A menu that was opened meanwhile would close as it loses the focus.
    if (matchMedia('(pointer: fine)').matches && !document.activeElement?.closest('.menu')) area.current?.focus({ preventScroll: true });
  }, []);
  const send = () => {
    if (maySend) sendMessage(kind, text.trim(), takeFiles(id, kind));
    area.current?.focus();
  };
  /** @param {any} event */
  const input = (event) => {
    keepDraft(id, kind, event.currentTarget.value);
    words.typed(event.currentTarget);
    if (Date.now() - told.current < TYPING_EVERY_MS) return;
    told.current = Date.now();
    sendTyping(id, note);
  };
  /** @param {string} mark */
  const put = (mark) => {
    const box = area.current;
    if (!box) return;
    const now = marking(text, box.selectionStart, box.selectionEnd, mark);
    keepDraft(id, kind, now.text);
    requestAnimationFrame(() => box.setSelectionRange(now.start, now.end));
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (words.press(event)) return;
    if (!text && event.key === 'z' && (event.ctrlKey || event.metaKey) && undoLast()) return event.preventDefault();
    const mark = markFor(event);
    if (mark) return event.preventDefault(), put(mark);
    const leaves = event.key === 'Escape';
    if (!leaves && (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    if (leaves) area.current?.blur();
    else send();
  };
  /** @param {any} event Files that are dropped or pasted; a text that is pasted stays one. */
  const bring = (event) => {
    const brought = (event.dataTransfer ?? event.clipboardData)?.files;
    if (!brought?.length) return;
    event.preventDefault();
    attach(id, kind, brought);
  };
  const over = text.length - MAX_TEXT;
  return html`
    <div class="editor" onPaste=${bring} onDrop=${bring} onDragOver=${(/** @type {Event} */ event) => event.preventDefault()}>
      ${words.list}
      <textarea id="composer" ref=${area} rows="2" dir="auto" value=${text} onInput=${input} onKeyDown=${press} onBlur=${words.close} ...${words.says}
        aria-label=${note ? 'Note for the team' : 'Reply to the customer'}
        placeholder=${note ? 'A note for the team. The customer never sees it.' : writeTo(conversation)}></textarea>
      <${AttachingList} id=${id} kind=${kind} />
      ${!isPlain(text) && html`<div class="preview bubble" dir="auto" role="region" aria-label="How it will look"><${Marked} text=${text} mentions=${note ? mentionsIn(id) : []} /></div>`}
      <${Cites} id=${id} kind=${kind} />
      <div class="editor-foot">
        <p class="hint">${over > 0 ? html`<span class="over">${over.toLocaleString()} characters too long. Send it in two.</span>` : html`<kbd>Enter</kbd> sends, <kbd>/</kbd> brings canned replies${note && html`, <kbd>@</kbd> a colleague`}`}</p>
        <${Attach} take=${(/** @type {FileList} */ chosen) => attach(id, kind, chosen)} />
        <button type="button" class="button" onClick=${() => (dialog.value = 'passages')}><${Icon} name="book" /> Find in sources</button>
        ${!note && html`<button type="button" class="icon-button" aria-label="Send later" title="Send later (S)" disabled=${!maySend} onClick=${() => askWhen(focusComposer)}><${Icon} name="clock" /></button>`}
        <button type="button" class="button primary" disabled=${!maySend} onClick=${send}>
          ${note ? 'Add note' : 'Send'} <${Icon} name=${note ? 'note' : 'send'} flip />
        </button>
      </div>
    </div>
  `;
}

/** The button that asks for files. @param {{take: (chosen: FileList) => void}} props */
function Attach({ take }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  /** @param {any} event */
  const chosen = (event) => {
    take(event.currentTarget.files);
    event.currentTarget.value = '';
  };
  return html`
    <input type="file" multiple hidden ref=${field} onChange=${chosen} accept="image/png,image/jpeg,image/gif,image/webp,.pdf,.txt,.log,.md,.csv" />
    <button type="button" class="icon-button" aria-label="Attach files" title="Attach files" onClick=${() => field.current?.click()}><${Icon} name="clip" /></button>
  `;
}
