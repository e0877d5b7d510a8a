// @ts-check
/** What stands in a transcript: messages, notes, notices, moves, and discarded answers. */
import { Files } from './attachments.js';
import { CitedText, SourceList } from './citations.js';
import { cls, html, useState } from './html.js';
import { Icon } from './icons.js';
import { isLong, Text } from './text.js';
import { clock, day, now } from './time.js';
import { decisionName, hasReasonCode, partyName, saidAlong, whatHappened, whyHanded } from './words.js';
import { Reasoning } from './reasoning.js';

/** @typedef {import('./wire').DeskEvent} DeskEvent */

/** One item of a transcript. @param {{item: import('./transcript_items.js').Item, me: string | null, customer: string}} props */
export function Entry({ item, me, customer }) {
  if (item.type === 'day') return html`<p class="day"><span>${day(item.at, now.value)}</span></p>`;
  if (item.type === 'line') return html`<${Line} event=${item.event} decision=${item.decision} me=${me} customer=${customer} />`;
  if (item.type === 'discarded') return html`<${Discarded} event=${item.event} />`;
  return html`<${MessageView} event=${item.event} decision=${item.decision} follows=${item.follows} me=${me} customer=${customer} />`;
}

/** @param {{event: DeskEvent, decision: DeskEvent | null, follows: boolean, me: string | null, customer: string}} props */
function MessageView({ event, decision, follows, me, customer }) {
  const message = /** @type {import('./wire').Message} */ (event.message);
  const side = message.author.kind === 'customer' ? 'start' : message.kind === 'notice' ? 'notice' : 'end';
  const note = message.kind === 'note';
  return html`
    <article class=${cls('entry', side, message.author.kind, note && 'note', follows && 'follows')} id=${`m-${message.seq}`} tabindex="-1">
      ${note && html`<p class="note-mark"><${Icon} name="lock" /> Only the team sees this</p>`}
      <header class="byline">
        <strong><bdi>${partyName(message.author, me, customer)}</bdi></strong>
        ${message.kind === 'notice' && html`<span class="faint">told the customer</span>`}
        <time class="faint" datetime=${message.at}>${clock(message.at)}</time>
      </header>
      ${message.text && html`<${Bubble} message=${message} />`}
      <${Files} files=${message.attachments} />
      ${!!message.choices?.length && html`<ul class="choices" aria-label="Choices offered">${message.choices.map((choice) => html`<li dir="auto">${choice}</li>`)}</ul>`}
      <div class="entry-foot">
        ${!!message.citations?.length && html`<${SourceList} citations=${message.citations} />`}
        ${decision && html`<${Why} decision=${decision} />`}
      </div>
    </article>
  `;
}

/** What was said; of a pasted log or a long letter the beginning, and a button for the rest. @param {{message: import('./wire').Message}} props */
function Bubble({ message }) {
  const [whole, setWhole] = useState(false);
  const long = isLong(message.text);
  return html`
    <div class=${cls('bubble', long && !whole && 'folded')} dir="auto"><${CitedText} message=${message} /></div>
    ${long && html`<button type="button" class="why" aria-expanded=${whole} onClick=${() => setWhole(!whole)}>${whole ? 'Show less' : `Show all ${message.text.length.toLocaleString()} characters`}</button>`}
  `;
}

/** A button that unfolds the bot's reasoning. @param {{decision: DeskEvent}} props */
function Why({ decision }) {
  const [open, setOpen] = useState(false);
  return html`
    <button type="button" class="why" aria-expanded=${open} onClick=${() => setOpen(!open)}>Why${open ? '' : '?'}</button>
    ${open && html`<${Reasoning} decision=${decision} />`}
  `;
}

/** @param {{event: DeskEvent, decision: DeskEvent | null, me: string | null, customer: string}} props */
function Line({ event, decision, me, customer }) {
  const said = event.kind === 'decision_made' ? `The bot decided: ${decisionName(event.data.kind).toLowerCase()}` : whatHappened(event, me, customer);
  const told = hasReasonCode(event.kind) ? event.data : null;
  return html`
    <div class="line">
      <p>
        <span>${said}</span>
        ${event.kind === 'merged' && html`<a href=${`#${event.data.conversation_id}`}>Open it</a>`}
        ${told?.reason && html`<span class="chip quiet">${whyHanded(/** @type {any} */ (told))}</span>`}
        <time class="faint" datetime=${event.at}>${clock(event.at)}</time>
      </p>
      ${saidAlong(event).map(([label, text]) => html`<p class="line-note"><span>${label}:</span> <bdi>${text}</bdi></p>`)}
      ${decision && html`<${Why} decision=${decision} />`}
    </div>
  `;
}

/** @param {{event: DeskEvent}} props */
const Discarded = ({ event }) => html`
  <details class="discarded">
    <summary><${Icon} name="lock" /> An answer of the bot was discarded: ${event.data?.why || 'somebody else had the baton by then'} <time class="faint">${clock(event.at)}</time></summary>
    <p class="faint">Only the team sees this. The customer never got it:</p>
    <blockquote dir="auto"><${Text} text=${event.data?.text ?? ''} /></blockquote>
  </details>
`;
