// @ts-check
/** One conversation in the list. */
import { cls, html } from '../shared/html.js';
import { now, since, span, waited, warmth } from '../shared/time.js';
import { ArrangedChips } from './arranged.js';
import { dueWords } from './due.js';
import { customerName, initials, isPressing, languageName, reasonName, standing, whyHanded } from '../shared/words.js';
import { chosen, toggle } from './bulk.js';
import { hasDraft } from './drafts.js';
import { isTroubled } from './lists.js';
import { desk, isUnread, listing, query, typing } from './store.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

/** Characters before what was looked for, few enough that it stands in the row. */
const SHOWN_BEFORE = 12;

/** @param {{conversation: Conversation, open: boolean, place: number, size: number}} props `size` is -1 while the whole list is not known */
export function Row({ conversation: c, open, place, size }) {
  const name = customerName(c.customer);
  const unread = !open && isUnread(c) && c.state !== 'bot' && c.state !== 'resolved';
  return html`
    <li aria-setsize=${size} aria-posinset=${place} class=${cls('one', chosen.value.has(c.id) && 'chosen')}>
      <input type="checkbox" class="choose" aria-label=${`Choose the conversation with ${name}`} checked=${chosen.value.has(c.id)} tabindex=${open || chosen.value.size ? 0 : -1}
        onClick=${(/** @type {MouseEvent} */ event) => toggle(c.id, event.shiftKey)} />
      <a onClick=${(/** @type {MouseEvent} */ event) => chooseInstead(event, c.id)} class=${cls('row', unread && 'unread')} href=${`#${c.id}`} aria-current=${open ? 'true' : undefined}>
        <span class="avatar" aria-hidden="true">${initials(name)}</span>
        <span class="row-name aligned" dir="auto">${name}</span>
        <${Age} conversation=${c} />
        <${Preview} conversation=${c} />
        <${Chips} conversation=${c} />
        ${unread && html`<span class="off-screen">Unread</span>`}
      </a>
    </li>
  `;
}

/** A press with Shift chooses a range instead of opening a tab. @param {MouseEvent} event @param {string} id */
function chooseInstead(event, id) {
  if (!event.shiftKey) return;
  event.preventDefault();
  toggle(id, true);
}

/** How badly it goes with the bot, as a quiet bar with the words why. @param {{conversation: Conversation}} props */
function Risk({ conversation: c }) {
  const risk = c.risk ?? 0;
  if (c.state !== 'bot' || c.risk === null || c.risk === undefined) return null;
  const why = (c.troubles ?? []).map(reasonName).join(', ');
  const words = `Risk ${Math.round(risk * 100)} of 100${why ? `: ${why}` : ''}`;
  return html`
    <span class=${cls('risk', isTroubled(c) && 'troubled')} title=${words}>
      <span class="off-screen">${words}</span>
      <meter aria-hidden="true" min="0" max="1" value=${risk}></meter>
      ${isTroubled(c) && why && html`<span class="clip" dir="auto" aria-hidden="true">${why}</span>`}
    </span>
  `;
}

/** @param {{conversation: Conversation}} props */
function Age({ conversation: c }) {
  if (c.state === 'queued' && c.waiting_since) {
    const ms = since(c.waiting_since, now.value);
    return html`<span class=${`age ${warmth(ms)}`} title=${waited(ms)}><span class="off-screen">${waited(ms)}</span><span aria-hidden="true">${warmth(ms) === 'long' ? '● ' : ''}${warmth(ms) === 'fresh' ? '' : 'waits '}${span(ms)}</span></span>`;
  }
  return c.updated_at ? html`<time class="age" datetime=${c.updated_at}>${span(since(c.updated_at, now.value))}</time>` : null;
}

/** @param {{conversation: Conversation}} props */
function Preview({ conversation: c }) {
  const found = query.value.trim() && listing.value.found?.[c.id];
  if (found) return html`<span class="row-preview">${found.kind === 'note' && html`<span>Note:</span>`}<${Found} text=${found.text} /></span>`;
  const [writing] = typing.value[c.id] ?? [];
  if (writing) return html`<span class="row-preview writing">${writing.name ? `${writing.name} is typing…` : 'Typing…'}</span>`;
  if (hasDraft(c.id)) return html`<span class="row-preview"><span class="draft">Draft</span><${Clip} text=${c.preview} /></span>`;
  const before = c.last_author === 'bot' ? 'Bot:' : c.last_author === 'operator' ? 'Team:' : '';
  return html`<span class="row-preview">${before && html`<span>${before}</span>`}<${Clip} text=${c.preview || 'No message yet'} /></span>`;
}

/** What was promised, and when; red and said in words once it is over. @param {{followup: import('../shared/wire').FollowUp}} props */
function DueChip({ followup }) {
  const late = Date.parse(followup.due) <= now.value;
  // The time goes first: where a narrow list cuts the chip off, the reference can be spared.
  return html`<span class=${cls('chip', late && 'pressing')}><span class="clip">${late ? 'Overdue: ' : ''}${dueWords(followup, now.value)} · ${followup.reference}</span></span>`;
}

/** The words around what was looked for, which stands out. @param {{text: string}} props */
function Found({ text }) {
  const whole = query.value.trim().toLowerCase();
  const said = text.toLowerCase();
  const wanted = [whole, ...whole.split(/[^\p{L}\p{N}]+/u)].find((one) => one && said.includes(one));
  if (!wanted) return html`<${Clip} text=${text} />`;
  const at = said.indexOf(wanted);
  const end = at + wanted.length;
  const from = Math.max(0, at - SHOWN_BEFORE);
  return html`<span class="clip aligned" dir="auto">${from > 0 && '…'}${text.slice(from, at)}<mark>${text.slice(at, end)}</mark>${text.slice(end)}</span>`;
}

/** @param {{text: string | null | undefined}} props */
const Clip = ({ text }) => html`<span class="clip aligned" dir="auto">${text}</span>`;

/** @param {{conversation: Conversation}} props */
function Chips({ conversation: c }) {
  const { handoff } = c;
  const other = c.state === 'human' && c.owner.id !== desk.value.me;
  return html`
    <span class="row-chips">
      ${handoff?.followup && html`<${DueChip} followup=${handoff.followup} />`}
      ${handoff && html`<span class=${cls('chip', isPressing(handoff.reason) && 'pressing')}>${whyHanded(handoff)}</span>`}
      ${c.state === 'queued' && (handoff?.queue_name || c.queue) && html`<span class="chip quiet">${handoff?.queue_name || c.queue}</span>`}
      ${(other || c.state === 'resolved') && html`<span class="chip quiet">${standing(c)}</span>`}
      <${ArrangedChips} conversation=${c} few />
      <${Risk} conversation=${c} />
      ${c.language && html`<span class="row-language" title=${languageName(c.language)}>${c.language.toUpperCase()}</span>`}
    </span>
  `;
}
