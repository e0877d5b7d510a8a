// @ts-check
/** What the inbox page knows. Signals only; what changes them is in sync.js and commands.js. */
import { emptyDesk, EMPTY_LOG, reduce } from '../shared/fold.js';
import { computed, signal } from '../shared/html.js';
import { recall, remember } from '../shared/prefs.js';

/** @typedef {import('../shared/wire').View} View */
/** @typedef {import('../shared/wire').Packet} Packet */
/** @typedef {'handback' | 'resolve' | 'transfer' | 'takeover' | 'release' | 'reopen' | 'passages' | 'done' | 'not_reached' | 'label' | 'snooze' | 'priority' | 'macro' | 'merge' | 'mentions' | 'later' | 'scheduled' | 'help' | 'commands'} DialogKind */
/** @typedef {{seq: number, kind: string, text: string}} Hit where a search found its words */
/** @typedef {{status: 'loading' | 'ready' | 'failed', next: string | null, ids: string[], total?: number | null, found?: Record<string, Hit>, isNew?: boolean}} Listing `ids` in the list's order; `total` is counted where the list is narrowed */

const SEEN_KEPT = 500;

export const desk = signal(emptyDesk(null));
export const link = signal(/** @type {import('../shared/live.js').Link} */ ('connecting'));
export const view = signal(/** @type {View} */ (recall('baton.view', 'waiting')));
export const query = signal('');
export const filters = signal(/** @type {import('./filters.js').Filters} */ ({}));
/** Whether the list is narrowed by words or filters; then its order is the desk's alone. */
export const isNarrowed = computed(() => !!query.value.trim() || Object.keys(filters.value).length > 0);
export const selectedId = signal(/** @type {string | null} */ (null));
export const listing = signal(/** @type {Listing} */ ({ status: 'loading', next: null, ids: [] }));
/** Why a conversation could not be opened, by id. */
export const openFailures = signal(/** @type {Record<string, string>} */ ({}));
export const packets = signal(/** @type {Record<string, Packet | null>} */ ({}));
/** Packets that came while their holder had an older version before them. */
export const newerPackets = signal(/** @type {Record<string, Packet | null>} */ ({}));
/** Who writes now, by conversation. */
export const typing = signal(/** @type {Record<string, import('./presence.js').Writer[]>} */ ({}));
export const dialog = signal(/** @type {DialogKind | null} */ (null));
export const composerTab = signal(/** @type {'reply' | 'note'} */ ('reply'));
/** The verb that is under way on the open conversation, so that its button can say so. */
export const busy = signal(/** @type {string | null} */ (null));
export const sidePanel = signal(false);
/** The offers that may be answered now, the earliest to end first. */
export const offers = signal(/** @type {import('../shared/wire').Offer[]} */ ([]));
/** The last `seq` that this person has had on screen, by conversation. */
export const seen = signal(/** @type {Record<string, number>} */ (recall('baton.seen', {})));

export const selected = computed(() => (selectedId.value ? (desk.value.conversations[selectedId.value] ?? null) : null));
export const log = computed(() => (selectedId.value && desk.value.logs[selectedId.value]) || EMPTY_LOG);
/** The conversations of the list that are at hand, in its order. */
export const rows = computed(() => listing.value.ids.flatMap((id) => desk.value.conversations[id] ?? []));
export const holdsBaton = computed(() => {
  const open = selected.value;
  return !!open && open.state === 'human' && desk.value.me !== null && open.owner.id === desk.value.me;
});

/** @param {import('../shared/fold.js').Action} action */
export const dispatch = (action) => (desk.value = reduce(desk.value, action));

/** @param {import('../shared/wire').Conversation} c */
export const isUnread = (c) => c.last_author === 'customer' && c.seq > (seen.value[c.id] ?? 0);

/** @param {string} id @param {number} seq */
export function markSeen(id, seq) {
  if ((seen.value[id] ?? 0) >= seq) return;
  const { [id]: _, ...others } = seen.value;
  seen.value = Object.fromEntries([...Object.entries(others), [id, seq]].slice(-SEEN_KEPT));
  remember('baton.seen', seen.value);
}
