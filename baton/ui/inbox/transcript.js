// @ts-check
/** The conversation as it was said. Stays at the end while the reader is there; never pulls them down otherwise. */
import { html, signal, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../shared/html.js';
import { Entry } from '../shared/entry.js';
import { Icon } from '../shared/icons.js';
import { drawnFrom, earlier, holding } from '../shared/tail.js';
import { keepUnchanged, transcriptItems } from '../shared/transcript_items.js';
import { customerName } from '../shared/words.js';
import { outgoing } from './outbox.js';
import { OutgoingView } from './outgoing.js';
import { writingLine } from './presence.js';
import { scheduled } from './scheduled.js';
import { ScheduledList } from './scheduled_view.js';
import { desk, log } from './store.js';

const NEAR_END_PX = 80;
const NEAR_FIRST_PX = 400;
const POINTED_MS = 1_800;

/** The event that has to be drawn, however long ago it was. */
const asked = signal(0);

/** Scroll to a message and point at it; one of long ago is drawn first. @param {number} seq */
export function jumpTo(seq) {
  asked.value = seq;
  requestAnimationFrame(() => pointAt(seq));
}

/** @param {number} seq */
function pointAt(seq) {
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
  const later = scheduled.value[conversation.id]?.length ?? 0;
  const customer = customerName(conversation.customer);
  const drawn = useRef(/** @type {import('../shared/transcript_items.js').Item[]} */ ([]));
  const items = useMemo(() => keepUnchanged(drawn.current, transcriptItems(events)), [events]);
  drawn.current = items;
  const { me } = desk.value;
  const scroller = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const height = useRef(0);
  const [below, setBelow] = useState(false);
  const { from, first, goBack } = useTail(items, atEnd);
  const writing = writingLine(conversation.id, customer);
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  const scrolled = () => {
    const box = scroller.current;
    if (!box || box.clientHeight !== height.current) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    if (atEnd.current) setBelow(false);
    else if (box.scrollTop < NEAR_FIRST_PX) goBack();
  };
  useLayoutEffect(() => {
    if (atEnd.current || underWay.length) toEnd();
    else setBelow(true);
  }, [events.length, underWay.length]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [!!writing, later]);
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
        <div class="entries" role="log" aria-label="Messages" ref=${first}>
          ${items.slice(from).map((item) => html`<${KeptEntry} key=${item.key} item=${item} me=${me} customer=${customer} />`)}
          <${ScheduledList} id=${conversation.id} />
          ${underWay.map((one) => html`<${OutgoingView} key=${one.client_id} outgoing=${one} />`)}
        </div>
        <p class="writing" aria-live="polite">${writing}</p>
      </div>
      ${below && html`<button type="button" class="button to-end" onClick=${toEnd}><${Icon} name="down" /> New below</button>`}
    </div>
  `;
}

/**
 * Where drawing begins: a page that is open for weeks holds no more than one that was opened now. What is drawn before
 * stands above the reader's line, which stays where it was.
 * @param {import('../shared/transcript_items.js').Item[]} items @param {{current: boolean}} atEnd
 */
function useTail(items, atEnd) {
  const entries = useRef(/** @type {HTMLElement | null} */ (null));
  const from = useRef(0);
  const putBack = useRef(/** @type {(() => void) | null} */ (null));
  const [, draw] = useState(0);
  from.current = drawnFrom(items.length, from.current, atEnd.current);
  const wanted = asked.value ? items.findIndex((item) => item.type === 'message' && item.event.seq === asked.value) : -1;
  if (wanted >= 0 && wanted < from.current) {
    from.current = earlier(wanted);
    atEnd.current = false;
  }
  useLayoutEffect(() => {
    asked.value = 0;
    putBack.current?.();
    putBack.current = null;
  }, [from.current, asked.value]);
  const goBack = () => {
    const line = entries.current?.firstElementChild;
    const box = entries.current?.parentElement;
    if (!(line instanceof HTMLElement) || !box || !from.current) return;
    putBack.current ??= holding(box, line);
    draw((from.current = earlier(from.current)));
  };
  return { from: from.current, first: entries, goBack };
}

/**
 * An item, drawn again only when it is another: a thousand messages cost nothing when the next one comes. What it is
 * drawn with may be kept, but not the drawing: it holds on to its neighbours, and they to theirs.
 * @this {any} @param {{item: import('../shared/transcript_items.js').Item, me: string | null, customer: string}} props
 */
function KeptEntry(props) {
  this.shouldComponentUpdate = (/** @type {typeof props} */ next) =>
    next.item !== this.props.item || next.me !== this.props.me || next.customer !== this.props.customer;
  return html`<${Entry} ...${props} />`;
}
