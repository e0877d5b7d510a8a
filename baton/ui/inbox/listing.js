// @ts-check
/** Loads the list: its first page, what comes after, and again what was let go of while it was out of sight. */
import { get } from '../shared/api.js';
import { batch, effect } from '../shared/html.js';
import { remember } from '../shared/prefs.js';
import { refused } from '../shared/toasts.js';
import { flat, fromSearch, toSearch } from './filters.js';
import { reordered, withHead, withTail } from './lists.js';
import { desk, dispatch, filters, isNarrowed, listing, query, selectedId, view } from './store.js';

/** @typedef {import('../shared/wire').View} View */
/** @typedef {import('../shared/wire').Conversation} Conversation */

const PAGE = 50;
const NEXT_PAGES = 200;
const DUE_PAGE = 200;
/** Conversations that are kept at hand; what is further from what is in sight is known by its id alone. */
const MOST_KNOWN = 1_500;
const AROUND = 300;
const MOST_IDS = 100;
let run = 0;
let isLoading = false;
let isFetching = false;

/** What the list is narrowed to, as the desk takes it. @returns {[string, string][]} */
const narrowed = () => [...flat(filters.value), ...(query.value.trim() ? [/** @type {[string, string]} */ (['q', query.value.trim()])] : [])];

/** @param {Record<string, string | number>} more */
function page(more) {
  const search = new URLSearchParams(narrowed());
  search.set('view', view.value === 'due' ? 'all' : view.value);
  for (const [name, value] of Object.entries(more)) search.set(name, String(value));
  return get(`/v1/conversations?${search}`);
}

/** What is due has a list of its own: all of it, by due time. A search or filter looks in everything. */
const firstPage = () => (view.value === 'due' && !isNarrowed.value ? get('/v1/followups', { limit: DUE_PAGE }) : page({ limit: PAGE }));

/** Load the first page of the current list. @param {{fresh?: boolean}} [how] `fresh` forgets what was known before */
export async function loadList({ fresh = false } = {}) {
  const mine = ++run;
  if (!listing.value.ids.length) listing.value = { ...listing.value, status: 'loading' };
  try {
    const got = await firstPage();
    if (mine !== run) return;
    batch(() => {
      dispatch({ type: 'listed', items: got.items, counts: got.counts, fresh, keep: selectedId.value });
      const { ids, next, isNew } = listing.value;
      const whole = fresh || isNew || ids.length <= PAGE;
      listing.value = {
        status: 'ready',
        ids: whole ? idsOf(got.items) : withHead(ids, idsOf(got.items)),
        next: whole ? got.next : next,
        total: got.total ?? null,
        found: hitsOf(got.items),
        isNew: false,
      };
    });
  } catch (error) {
    if (mine !== run) return;
    listing.value = { ...listing.value, status: 'failed' };
    refused(error);
  }
}

/** Load the page after the last, and let go of what is far from what is in sight. @param {number} from @param {number} to */
export async function loadMore(from, to) {
  const { next } = listing.value;
  const list = `${view.value} ${narrowed()}`;
  if (!next || isLoading) return;
  isLoading = true;
  let isMoved = false;
  try {
    const got = await page({ limit: NEXT_PAGES, cursor: next });
    isMoved = listing.value.next !== next || list !== `${view.value} ${narrowed()}`;
    if (isMoved) return;
    batch(() => {
      dispatch({ type: 'listed', items: got.items, counts: got.counts });
      const { ids, found } = listing.value;
      listing.value = { ...listing.value, next: got.next, ids: withTail(ids, idsOf(got.items)), found: { ...found, ...hitsOf(got.items) } };
      // Who scrolls without a pause never stands still long enough for `keepAround`, and each page is laid over all that is known.
      letGoFar(from, to);
    });
  } catch (error) {
    refused(error);
  } finally {
    isLoading = false;
    // Whoever stands at the end of the list scrolls no further, and would wait for a page that went to the list before.
    if (isMoved) loadMore(from, to);
  }
}

/** Have what is in sight at hand, and let go of what is far from it. @param {number} from @param {number} to */
export async function keepAround(from, to) {
  letGoFar(from, to);
  const known = desk.value.conversations;
  const missing = listing.value.ids.slice(from, to).filter((id) => !known[id]).slice(0, MOST_IDS);
  if (!missing.length || isFetching) return;
  isFetching = true;
  try {
    const got = await get(`/v1/conversations?${new URLSearchParams(missing.map((id) => ['id', id]))}`);
    dispatch({ type: 'listed', items: got.items, counts: got.counts });
  } catch (error) {
    refused(error);
  } finally {
    isFetching = false;
  }
}

/** @param {number} from @param {number} to */
function letGoFar(from, to) {
  if (Object.keys(desk.value.conversations).length <= MOST_KNOWN) return;
  const { ids } = listing.value;
  const near = ids.slice(Math.max(0, from - AROUND), to + AROUND);
  dispatch({ type: 'let_go', keep: new Set([...near, ...ids.slice(0, PAGE), selectedId.value ?? '']) });
}

/** A conversation has changed: it takes its place. A narrowed list is the desk's to order. @param {string} id */
export function place(id) {
  const c = desk.value.conversations[id];
  if (!c || isNarrowed.value || listing.value.status !== 'ready') return;
  const { ids, next } = listing.value;
  const moved = reordered(ids, desk.value.conversations, c, { view: view.value, me: desk.value.me, more: !!next });
  if (moved !== ids) listing.value = { ...listing.value, ids: moved };
}

/** @param {View} next */
export const showView = (next) => show({ view: next, filters: {}, find: '' });

/** Look for the same words, under the same filters, in every conversation. */
export const searchAll = () => show({ view: 'all', filters: filters.value, find: query.value });

/** @param {import('./filters.js').Filters} next */
export const narrow = (next) => show({ view: view.value, filters: next, find: query.value });

/** Show another list. @param {import('./filters.js').Wanted} wanted */
export function show(wanted) {
  batch(() => {
    view.value = wanted.view;
    filters.value = wanted.filters;
    query.value = wanted.find;
    listing.value = { status: 'loading', next: null, ids: [], total: null, isNew: true };
  });
  remember('baton.view', wanted.view);
  return loadList();
}

/** Take the list from the page's address, and keep the address at the list. */
export function followList() {
  const asked = fromSearch(location.search);
  if (asked) {
    batch(() => {
      view.value = asked.view;
      filters.value = asked.filters;
      query.value = asked.find;
    });
  }
  effect(() => {
    const search = toSearch({ view: view.value, filters: filters.value, find: query.value.trim() });
    history.replaceState(history.state, '', `${location.pathname}?${search}${location.hash}`);
  });
}

/** @param {{id: string}[]} items */
const idsOf = (items) => items.map((one) => one.id);

/** Where a search found its words, by conversation. @param {{id: string, found?: import('./store.js').Hit}[]} items */
const hitsOf = (items) => Object.fromEntries(items.flatMap(({ id, found }) => (found ? [[id, found]] : [])));
