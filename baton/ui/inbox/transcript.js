// @ts-check
/** The conversation as it was said. Stays at the end while the reader is there; never pulls them down otherwise. */
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { day, now } from '../shared/time.js';
import { customerName } from '../shared/words.js';
import { Discarded, Line, MessageView } from './entry.js';
import { outgoing } from './outbox.js';
import { OutgoingView } from './outgoing.js';
import { writingLine } from './presence.js';
import { desk, log } from './store.js';
import { keepUnchanged, transcriptItems } from './transcript_items.js';

const NEAR_END_PX = 80;
const POINTED_MS = 1_800;

/** Scroll to a message and point at it. @param {number} seq */
export function jumpTo(seq) {
  const target = document.getElementById(`m-${seq}`);
  if (!target) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  target.focus({ preventScroll: true });
  target.classList.add('pointed');
  setTimeout(() => target.classList.remove('pointed'), POINTED_MS);
}

/** @param {{conversation: import('../shared/wire').Conversation}} props */
export function Transcript({ conversation }) {
  const { events } = log.value;
  const underWay = outgoing.value;
  const customer = customerName(conversation.customer);
  const drawn = useRef(/** @type {import('./transcript_items.js').Item[]} */ ([]));
  const items = useMemo(() => keepUnchanged(drawn.current, transcriptItems(events)), [events]);
  drawn.current = items;
  const entry = useMemo(() => entriesFor(desk.value.me, customer), [desk.value.me, customer]);
  const scroller = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const height = useRef(0);
  const [below, setBelow] = useState(false);
  const writing = writingLine(conversation.id, customer);
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  const scrolled = () => {
    const box = scroller.current;
    if (!box || box.clientHeight !== height.current) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    if (atEnd.current) setBelow(false);
  };
  useLayoutEffect(() => {
    if (atEnd.current || underWay.length) toEnd();
    else setBelow(true);
  }, [events.length, underWay.length]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [!!writing]);
  useEffect(() => {
    const follow = new ResizeObserver(() => {
      height.current = scroller.current?.clientHeight ?? 0;
      if (atEnd.current) toEnd();
    });
    if (scroller.current) follow.observe(scroller.current);
    return () => follow.disconnect();
  }, []);
  return html`
    <div class="transcript-wrap">
      <div class="transcript" ref=${scroller} onScroll=${scrolled} tabindex="0" role="region" aria-label="Transcript">
        <div class="entries" role="log" aria-label="Messages">
          ${items.map(entry)}
          ${underWay.map((one) => html`<${OutgoingView} key=${one.client_id} outgoing=${one} />`)}
        </div>
        <p class="writing" aria-live="polite">${writing}</p>
      </div>
      ${below && html`<button type="button" class="button to-end" onClick=${toEnd}><${Icon} name="down" /> New below</button>`}
    </div>
  `;
}

/**
 * Draws an item once and gives the same drawing again, which Preact then leaves alone: a thousand messages cost
 * nothing when the next one comes. @param {string | null} me @param {string} customer
 */
function entriesFor(me, customer) {
  /** @type {WeakMap<object, any>} */
  const made = new WeakMap();
  return (/** @type {import('./transcript_items.js').Item} */ item) => {
    const known = made.get(item) ?? html`<${Entry} key=${item.key} item=${item} me=${me} customer=${customer} />`;
    made.set(item, known);
    return known;
  };
}

/** @param {{item: import('./transcript_items.js').Item, me: string | null, customer: string}} props */
function Entry({ item, me, customer }) {
  if (item.type === 'day') return html`<p class="day"><span>${day(item.at, now.value)}</span></p>`;
  if (item.type === 'line') return html`<${Line} event=${item.event} decision=${item.decision} me=${me} customer=${customer} />`;
  if (item.type === 'discarded') return html`<${Discarded} event=${item.event} />`;
  return html`<${MessageView} event=${item.event} decision=${item.decision} follows=${item.follows} me=${me} customer=${customer} />`;
}
