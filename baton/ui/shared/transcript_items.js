// @ts-check
/** From events to what a transcript shows: messages grouped, decisions beside what they led to, days between. Pure. */
import { isMove } from './words.js';

/** @typedef {import('./wire').DeskEvent} DeskEvent */
/** @typedef {{type: 'day', key: string, at: string}
 *   | {type: 'message', key: string, event: DeskEvent, decision: DeskEvent | null, follows: boolean}
 *   | {type: 'line', key: string, event: DeskEvent, decision: DeskEvent | null}
 *   | {type: 'discarded', key: string, event: DeskEvent}} Item */

const GROUPED_WITHIN_MS = 5 * 60_000;

/** @param {DeskEvent[]} events @returns {Item[]} */
export function transcriptItems(events) {
  /** @type {Item[]} */
  const items = [];
  /** @type {DeskEvent | null} */
  let decision = null;
  let day = '';
  for (const event of events) {
    // How a line moves is on the lock while it does, what a model made of the packet on that; the trail has both.
    if (['wait_told', 'packet_improved', 'improvement_failed'].includes(event.kind)) continue;
    const today = new Date(event.at).toDateString();
    if (today !== day && event.kind !== 'decision_made') items.push({ type: 'day', key: `day ${event.seq}`, at: event.at });
    if (event.kind === 'decision_made') {
      if (decision) items.push(line(decision, decision));
      decision = event;
      continue;
    }
    day = today;
    if (decision && !ledTo(decision, event)) {
      items.push(line(decision, decision));
      decision = null;
    }
    const last = items.at(-1);
    if (last?.type === 'line' && goesOn(last.event, event)) items[items.length - 1] = line(together(last.event, event), null);
    else items.push(itemFor(event, decision, last));
    decision = null;
  }
  return decision ? [...items, line(decision, decision)] : items;
}

/**
 * The same items, with those that did not change kept as they were: a view that gets the same object draws nothing.
 * @param {Item[]} before @param {Item[]} items @returns {Item[]}
 */
export function keepUnchanged(before, items) {
  const known = new Map(before.map((item) => [item.key, item]));
  return items.map((item) => {
    const had = known.get(item.key);
    return had && isSame(had, item) ? had : item;
  });
}

/** @param {Record<string, any>} a @param {Record<string, any>} b */
const isSame = (a, b) => Object.keys(b).every((key) => a[key] === b[key]);

/** Whether an event is what a decision led to. @param {DeskEvent} decision @param {DeskEvent} event */
const ledTo = (decision, event) =>
  event.kind === 'answer_sent' ||
  event.kind === 'answer_discarded' ||
  (event.kind === 'handoff_opened' && decision.data.kind === 'handoff');

/** @param {DeskEvent} event @param {DeskEvent | null} decision @returns {Item} */
const line = (event, decision) => ({ type: 'line', key: `line ${event.seq}`, event, decision });

/** @param {DeskEvent} event @param {DeskEvent | null} decision @param {Item | undefined} before @returns {Item} */
function itemFor(event, decision, before) {
  if (event.message) {
    return { type: 'message', key: event.message.id, event, decision, follows: follows(event, before) };
  }
  if (event.kind === 'answer_discarded') return { type: 'discarded', key: `line ${event.seq}`, event };
  return line(event, isMove(event.kind) ? decision : null);
}

/** Whether a label came right after another, from the same person. @param {DeskEvent} last @param {DeskEvent} event */
const goesOn = (last, event) => event.kind === 'labelled' && last.kind === 'labelled' && last.actor.id === event.actor.id;

/** One event for both labels. @param {DeskEvent} last @param {DeskEvent} event @returns {DeskEvent} */
const together = (last, event) => ({ ...last, data: { label: `${last.data.label}, ${event.data.label}` } });

/** @param {DeskEvent} event @param {Item | undefined} before */
function follows(event, before) {
  if (before?.type !== 'message' || !event.message || !before.event.message) return false;
  const [last, next] = [before.event.message, event.message];
  const sameKind = (last.kind === 'note') === (next.kind === 'note') && last.kind !== 'notice' && next.kind !== 'notice';
  const sameAuthor = last.author.kind === next.author.kind && last.author.id === next.author.id;
  return sameKind && sameAuthor && Date.parse(next.at) - Date.parse(last.at) < GROUPED_WITHIN_MS;
}
