// @ts-check
/** One conversation of a sample: what was said, why the bot did what it did, and what whoever reads it says. */
import { get, put } from '../shared/api.js';
import { Entry } from '../shared/entry.js';
import { html, useEffect, useRef, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { listen } from '../shared/keyboard.js';
import { prefs } from '../shared/prefs.js';
import { myId } from '../shared/session.js';
import { refused } from '../shared/toasts.js';
import { transcriptItems } from '../shared/transcript_items.js';
import { customerName, standing } from '../shared/words.js';
import { getAll, useLoaded, Waiting } from './load.js';
import { ReviewMark } from './review_mark.js';
import { ReviewPacket } from './review_packet.js';
import { categoryName, weekName } from './review_words.js';

/** @typedef {import('./review_words.js').Item} Item */
/** @typedef {import('./review_words.js').Review} Review */
/** @typedef {{conversation: import('../shared/wire').Conversation, events: import('../shared/wire').DeskEvent[], packet: import('../shared/wire').Packet | null}} Read */

/** @param {{week: string, place: number}} props `place` that is no number: the first that is not marked */
export function ReviewRead({ week, place }) {
  const loaded = useLoaded(`/v1/reviews/${week}`);
  const review = /** @type {Review | undefined} */ (loaded.value);
  if (!review) return html`<${Waiting} loaded=${loaded} what="The sample" />`;
  const open = review.items.findIndex((one) => !one.mark);
  const at = Number.isNaN(place) ? Math.max(0, open) : review.items.findIndex((one) => one.place === place);
  if (at < 0 || !review.items[at]) return html`<div class="empty"><h1>This conversation is not in the sample</h1><a class="button" href=${`#review/${week}`}>The week</a></div>`;
  return html`<${One} review=${review} at=${at} />`;
}

/** @param {string} week @param {Item | undefined} item */
const go = (week, item) => (location.hash = item ? `review/${week}/${item.place}` : `review/${week}`);

/** @param {{review: Review, at: number}} props */
function One({ review, at }) {
  const { week, items } = review;
  const [item, setItem] = useState(items[at]);
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const marking = useRef(/** @type {import('../shared/keyboard.js').Bindings} */ ({}));
  const marked = items.filter((one) => (one.place === item.place ? item : one).mark).length;
  const save = (/** @type {Partial<Item>} */ change) => {
    const { mark, note, source_missing } = { ...item, ...change };
    if (!mark) return Promise.resolve();
    return put(`/v1/reviews/${week}/conversations/${item.conversation_id}`, { mark, note: note || null, source_missing }).then((done) => setItem(done.item), refused);
  };
  useEffect(() => {
    heading.current?.focus();
    return listen(() => ({ j: () => go(week, items[at + 1]), k: () => at > 0 && go(week, items[at - 1]), ...marking.current }), () => prefs.value.singleKeys);
  }, []);
  return html`
    <header class="review-head">
      <a class="back" href=${`#review/${week}`}><${Icon} name="back" flip /> ${weekName(week)}</a>
      <p class="review-progress" role="status">
        <progress max=${items.length} value=${marked} aria-label="Read so far"></progress> <bdi>${marked} of ${items.length} marked</bdi>
      </p>
      <h1 ref=${heading} tabindex="-1">Conversation ${item.place} <span class="chip quiet">${categoryName(item.category)}</span></h1>
      <nav class="review-turn" aria-label="Sample">
        <button type="button" class="button" disabled=${at === 0} onClick=${() => go(week, items[at - 1])}>Before <kbd>K</kbd></button>
        <button type="button" class="button" onClick=${() => go(week, items[at + 1])}>${at + 1 < items.length ? 'Next' : 'Result'} <kbd>J</kbd></button>
      </nav>
    </header>
    <div class="review-page">
      <${Said} id=${item.conversation_id} />
      <${ReviewMark} item=${item} save=${save} keys=${marking} />
    </div>
  `;
}

/** @param {{id: string}} props */
function Said({ id }) {
  const [read, setRead] = useState(/** @type {Read | null} */ (null));
  const [error, setError] = useState(/** @type {string | null} */ (null));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setError(null);
    const path = `/v1/conversations/${id}`;
    Promise.all([get(path), getAll(`${path}/events`)])
      .then(async ([conversation, events]) => setRead({ conversation, events, packet: await firstPacket(path, events) }))
      .catch((refusal) => setError(refusal.message));
  }, [turn]);
  if (!read) return html`<${Waiting} loaded=${{ value: null, error, again: () => setTurn((was) => was + 1) }} what="The conversation" />`;
  const customer = customerName(read.conversation.customer);
  return html`
    <div class="review-said">
      <p class="faint"><strong dir="auto">${customer}</strong> · ${standing(read.conversation)} · <a href=${`#trail/${id}`}>Trail</a> · <a href=${`/inbox#${id}`}>Inbox</a></p>
      <${ReviewPacket} packet=${read.packet} decision=${decisive(read.events)} />
      <section class="entries" aria-label="Transcript">${transcriptItems(read.events).map((one) => html`<${Entry} key=${one.key} item=${one} me=${myId()} customer=${customer} />`)}</section>
    </div>
  `;
}

/** The packet of the first handoff, which is the one that is marked. @param {string} path @param {any[]} events */
async function firstPacket(path, events) {
  const handoff = events.find((one) => one.data?.handoff_id && (one.kind === 'handoff_opened' || one.kind === 'taken_over'));
  return handoff ? (await get(`${path}/packet`, { handoff: handoff.data.handoff_id })).packet : null;
}

/** The decision that handed over first; where none did, the last one. @param {any[]} events */
const decisive = (events) => {
  const decisions = events.filter((one) => one.kind === 'decision_made');
  return decisions.find((one) => one.data.kind === 'handoff') ?? decisions.at(-1) ?? null;
};
