// @ts-check
/** Every queue as it stands: open or closed, who waits, who is here, who answers for it. */
import { html } from '../shared/html.js';
import { moment, span } from '../shared/time.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{id: string, name: string, owner: string, hours: string, target_s: number | null, waiting: number, longest_wait_s: number,
 *   is_open: boolean, next_open: string | null, closes: string | null, operators_here: number, could_serve: number, is_default: boolean}} Queue */

export function Queues() {
  const loaded = useLoaded('/v1/queues');
  /** @type {Queue[] | undefined} */
  const items = loaded.value?.items;
  return html`
    <header class="room-head with-verb">
      <div><h1>Queues</h1><p class="faint">Where conversations wait for a person, who answers for each, and what comes if nobody does.</p></div>
      <div class="row-of-verbs">
        <button type="button" class="button" onClick=${loaded.again}>Look again</button>
        <a class="button primary" href="#queues/+new">Add a queue</a>
      </div>
    </header>
    ${items
      ? html`<ul class="cards">${items.map((one) => html`<li key=${one.id}><a class="card queue-card" href=${`#queues/${one.id}`}><${Card} queue=${one} /></a></li>`)}</ul>`
      : html`<${Waiting} loaded=${loaded} what="Queues" />`}
  `;
}

/** @param {{queue: Queue}} props */
const Card = ({ queue }) => html`
  <h2 dir="auto">${queue.name}</h2>
  <p><${Stand} queue=${queue} /></p>
  <dl class="pairs"><${Pairs} queue=${queue} /></dl>
`;

/** Open or closed, and until when. @param {{queue: Queue}} props */
export const Stand = ({ queue }) =>
  queue.is_open
    ? html`<span class="presence available">Open</span><span class="faint small"> ${queue.closes ? `until ${moment(queue.closes)}, your time` : queue.hours === 'always' ? 'round the clock' : 'for a month at least'}</span>`
    : html`<span class="presence">Closed</span><span class="faint small"> ${queue.next_open ? `opens ${moment(queue.next_open)}, your time` : 'and never opens again'}</span>`;

/** @param {{queue: Queue}} props */
export const Pairs = ({ queue }) => html`
  <div><dt>Waiting</dt><dd>${queue.waiting || 'Nobody'}${queue.longest_wait_s >= 60 && html`, the longest ${span(queue.longest_wait_s * 1000)}`}</dd></div>
  <div><dt>Operators</dt><dd>${queue.could_serve ? `${queue.operators_here || 'None'} here; ${queue.could_serve} in all could serve it` : html`<span class="over">Nobody could serve it</span>`}</dd></div>
  <div><dt>Target</dt><dd>${queue.target_s ? `First reply within ${lasting(queue.target_s)}` : html`<span class="faint">None</span>`}</dd></div>
  <div><dt>Owner</dt><dd><bdi>${queue.owner}</bdi></dd></div>
`;

/** A length of time in its largest whole unit. @param {number} seconds */
export function lasting(seconds) {
  for (const [name, size] of /** @type {[string, number][]} */ ([['day', 86400], ['hour', 3600], ['minute', 60]])) {
    if (seconds && seconds % size === 0) return `${seconds / size} ${name}${seconds === size ? '' : 's'}`;
  }
  return `${seconds} seconds`;
}
