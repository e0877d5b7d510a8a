// @ts-check
/** Portions of a replay put together: counts are added number by number, and the differences that say most are kept. */

/** @typedef {{kind: string, reason: string, rule: string, queue?: string, priority?: number, offers_person?: boolean}} Verdict */
/** @typedef {{conversation_id: string, seq: number, at: string, change: string, text: string, language: string, was: Verdict, now: Verdict, moved: string | null, weight: number, by_sources_of_today: boolean}} Item */
/** @typedef {{[name: string]: any}} Counts */
/** @typedef {{counts: Counts, items: Item[], total: number}} Sum */

/** What becomes of a turn, those first that change most for customers. @type {Record<string, string>} */
export const CHANGES = {
  earlier: 'A handoff comes earlier',
  appears: 'A handoff appears',
  later: 'A handoff comes later, by what the customer wrote next',
  vanishes: 'A handoff vanishes',
  other_queue: 'It goes to another queue',
  other_reason: 'It has another reason',
  other_priority: 'It has another priority',
  other_rule: 'It comes by another rule',
  becomes: 'Another decision',
  person_offered: 'A person is put beside the answer',
  person_not_offered: 'No person is put beside the answer any more',
};
const ORDER = Object.keys(CHANGES);

/** Examples that are kept of each change. */
const KEPT = 20;

/** @type {Sum} */
export const NOTHING_YET = { counts: {}, items: [], total: 0 };

/** @param {Sum} sum @param {{counts: Counts, items: Item[], total: number | null}} portion @returns {Sum} */
export const plus = (sum, portion) => ({
  counts: added(sum.counts, portion.counts),
  items: readFirst([...sum.items, ...portion.items]),
  total: portion.total ?? sum.total,
});

/** @param {any} one @param {any} other @returns {any} */
function added(one, other) {
  if (one === undefined || other === undefined) return one ?? other;
  if (typeof one === 'number') return one + other;
  return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [name, added(one[name], other[name])]));
}

/** The differences that say most, by what becomes of them; of the same words the latest alone. @param {Item[]} items */
function readFirst(items) {
  const latest = new Map([...items].sort((a, b) => a.at.localeCompare(b.at)).map((one) => [`${one.change} ${one.text.toLowerCase()}`, one]));
  return ORDER.flatMap((change) => [...latest.values()].filter((one) => one.change === change).sort((a, b) => b.weight - a.weight).slice(0, KEPT));
}
