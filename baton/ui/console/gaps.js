// @ts-check
/** Gaps: what customers asked and no source answers; from a person's reply to an entry, and asked again. */
import { del, get, post } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { refused, say } from '../shared/toasts.js';
import { count, reasonName } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{conversation_id: string, text: string, reason: string, answered: boolean | null}} Question */
/** @typedef {{id: string, state: string, asked: number, conversations: number, questions: Question[]}} Gap */

export function Gaps() {
  const loaded = useLoaded('/v1/gaps');
  const [open, setOpen] = useState(/** @type {Gap | null} */ (null));
  const items = /** @type {Gap[] | undefined} */ (loaded.value?.items);
  const settled = () => {
    setOpen(null);
    loaded.again();
  };
  return html`
    <header class="room-head">
      <h1>Gaps</h1>
      <p class="faint">What customers asked and no source answers, gathered by meaning. An answer that you approve closes a gap.</p>
    </header>
    ${items ? html`<${List} items=${items} onOpen=${setOpen} onSettled=${settled} />` : html`<${Waiting} loaded=${loaded} what="Gaps" />`}
    ${open && html`<${Answer} gap=${open} onClose=${() => setOpen(null)} onSettled=${settled} />`}
  `;
}

/** @param {{items: Gap[], onOpen: (gap: Gap) => void, onSettled: () => void}} props */
const List = ({ items, onOpen, onSettled }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No gap is known</h2><p>When the bot has no answer, or a person answers in its place, the question shows up here.</p></div>`
    : html`
        ${items.every((gap) => gap.state !== 'open') && html`<div class="empty"><h2>Every gap is settled</h2><p>New ones show up here when the bot has no answer, or a person answers in its place.</p></div>`}
        <${Cards} gaps=${items.filter((gap) => gap.state === 'open')} onOpen=${onOpen} onSettled=${onSettled} />
        <${Settled} gaps=${items.filter((gap) => gap.state !== 'open')} />
      `;

/** @param {{gaps: Gap[], onOpen?: (gap: Gap) => void, onSettled?: () => void}} props */
const Cards = ({ gaps, onOpen, onSettled }) => html`<ul class="cards one">${gaps.map((gap) => html`<li key=${gap.id} class="card"><${Card} gap=${gap} onOpen=${onOpen} onSettled=${onSettled} /></li>`)}</ul>`;

/** @param {{gaps: Gap[]}} props */
const Settled = ({ gaps }) =>
  gaps.length > 0 &&
  html`
    <details class="settled">
      <summary>${count(gaps.length, 'settled gap')}</summary>
      <${Cards} gaps=${gaps} />
    </details>
  `;

/** @param {{gap: Gap, onOpen?: (gap: Gap) => void, onSettled?: () => void}} props */
function Card({ gap, onOpen, onSettled }) {
  const [first, ...others] = gap.questions;
  const left = gap.questions.filter((one) => one.answered === false).length;
  const dismiss = () =>
    del(`/v1/gaps/${gap.id}`).then(() => {
      say('Dismissed. It counts as a question that needs no answer.');
      onSettled?.();
    }, refused);
  return html`
    <h2 dir="auto">${first?.text}</h2>
    <p class="faint gap-facts">
      <span class=${gap.state === 'open' ? 'chip pressing' : 'chip quiet'}>${gap.state === 'open' ? 'Open' : gap.state === 'closed' ? 'Closed' : 'Dismissed'}</span>
      <span>Asked ${gap.asked === 1 ? 'once' : `${gap.asked} times`}${gap.conversations > 1 ? ` in ${count(gap.conversations, 'conversation')}` : ''}.</span>
      ${first && html`<span>Reason: ${reasonName(first.reason).toLowerCase()}.</span>`}
      ${gap.state === 'open' && left > 0 && html`<strong>${count(left, 'question is', 'questions are')} still not answered.</strong>`}
      ${gap.questions.length === 1 && first && html`<a href=${`/inbox#${first.conversation_id}`}>Open the conversation</a>`}
    </p>
    ${others.length > 0 &&
    html`<details>
      <summary>${count(gap.questions.length, 'question')} of this kind</summary>
      <ul class="gap-questions">${gap.questions.map((one) => html`<li><a href=${`/inbox#${one.conversation_id}`} dir="auto">${one.text}</a>${one.answered !== null && html` <span class="faint">${one.answered ? 'answered now' : 'not answered yet'}</span>`}</li>`)}</ul>
    </details>`}
    ${gap.state === 'open' && onOpen &&
    html`<p class="card-verbs">
      <button type="button" class="button primary" onClick=${() => onOpen(gap)}>Answer it</button>
      <button type="button" class="button" onClick=${dismiss}>No answer needed</button>
    </p>`}
  `;
}

/** @param {{gap: Gap, onClose: () => void, onSettled: () => void}} props */
function Answer({ gap, onClose, onSettled }) {
  const [question, setQuestion] = useState('');
  const [text, setText] = useState('');
  const [from, setFrom] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    get(`/v1/gaps/${gap.id}/proposal`).then((found) => {
      setQuestion(found.question);
      setText(found.answer);
      setFrom(found.conversation_id);
    }, refused).then(() => setBusy(false));
  }, [gap.id]);
  const approve = async () => {
    setBusy(true);
    try {
      const done = await post(`/v1/gaps/${gap.id}/entry`, { question, answer: text });
      say(done.gap.state === 'closed' ? 'Closed: the bot answers these questions now.' : 'Kept, but not every question is answered by it yet.');
      onSettled();
    } catch (error) {
      setBusy(false);
      refused(error);
    }
  };
  return html`
    <${Dialog} title="Answer this gap" onClose=${onClose} onSubmit=${approve}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Not now</button><button type="submit" class="button primary" disabled=${busy || !question.trim() || !text.trim()}>Approve and ask again</button>`}>
      <p aria-live="polite">${busy && !question ? 'Looking for what a person replied…' : from ? html`Proposed from <a href=${`/inbox#${from}`}>what a person replied</a>. Read it: every customer may see it.` : 'Nobody has replied to it yet. Write the answer that every customer may see.'}</p>
      <${Field} label="Question" value=${question} onInput=${setQuestion} required />
      <${Field} label="Answer" value=${text} onInput=${setText} rows=${6} required />
    </${Dialog}>
  `;
}
