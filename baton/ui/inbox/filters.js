// @ts-check
/** Filters of a list: what they are called, and how they stand in the page's address, so that a link opens the same list. Pure. */

/** @typedef {import('../shared/wire').View} View */
/** @typedef {Record<string, string[]>} Filters by name, any of the values */
/** @typedef {{view: View, filters: Filters, find: string}} Wanted */

/** @type {[string, string][]} */
export const KINDS = [
  ['queue', 'Queue'],
  ['reason', 'Reason'],
  ['label', 'Label'],
  ['priority', 'Priority'],
  ['language', 'Language'],
  ['channel', 'Channel'],
  ['tier', 'Customer tier'],
  ['operator', 'Held by'],
  ['state', 'State'],
  ['waits', 'Waiting longer than'],
  ['snoozed', 'Snoozed'],
];

/** Filters of which a list can have one value alone. */
const SINGLE = new Set(['waits', 'snoozed']);
const VIEWS = new Set(['mine', 'snoozed', 'waiting', 'due', 'bot', 'all']);

/** @param {Filters} filters @param {string} kind @param {string} value @returns {Filters} */
export function withFilter(filters, kind, value) {
  const had = filters[kind] ?? [];
  if (had.includes(value)) return filters;
  return { ...filters, [kind]: SINGLE.has(kind) ? [value] : [...had, value] };
}

/** @param {Filters} filters @param {string} kind @param {string} value @returns {Filters} */
export function withoutFilter(filters, kind, value) {
  const { [kind]: had = [], ...others } = filters;
  const left = had.filter((one) => one !== value);
  return left.length ? { ...others, [kind]: left } : others;
}

/** Every filter that is set, in the order of the menu. @param {Filters} filters @returns {[string, string][]} */
export const flat = (filters) => KINDS.flatMap(([kind]) => (filters[kind] ?? []).map((value) => /** @type {[string, string]} */ ([kind, value])));

/** @param {Wanted} wanted */
export function toSearch({ view, filters, find }) {
  const search = new URLSearchParams({ view });
  if (find) search.set('q', find);
  for (const [kind, value] of flat(filters)) search.append(kind, value);
  return search.toString();
}

/** What an address asks for; null where it names no list. @param {string} search @returns {Wanted | null} */
export function fromSearch(search) {
  const given = new URLSearchParams(search);
  const view = given.get('view') ?? '';
  /** @type {Filters} */
  const filters = {};
  for (const [kind] of KINDS) {
    const values = [...new Set(given.getAll(kind).filter(Boolean))];
    if (values.length) filters[kind] = values;
  }
  const find = given.get('q') ?? '';
  if (!VIEWS.has(view) && !find && !Object.keys(filters).length) return null;
  return { view: /** @type {View} */ (VIEWS.has(view) ? view : 'all'), filters, find };
}

/** @param {Wanted} a @param {Wanted} b */
export const isSame = (a, b) => toSearch(a) === toSearch(b);
