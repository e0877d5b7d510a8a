// @ts-check
/** Choosing filters, and the filters that are set as chips that can be taken off. */
import { get } from '../shared/api.js';
import { Choice } from '../shared/dialog.js';
import { html, signal, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { Menu } from '../shared/menu.js';
import { refused } from '../shared/toasts.js';
import { languageName, plain, REASONS, reasonName } from '../shared/words.js';
import { flat, KINDS, withFilter, withoutFilter } from './filters.js';
import { narrow } from './listing.js';
import { filters, listing, rows } from './store.js';

/** @typedef {{value: string, label: string}} Option */

const PRIORITIES = ['Normal', 'Raised', 'High', 'Urgent'];
const STATES = ['bot', 'queued', 'human', 'resolved'];
const STATE_NAMES = { bot: 'With the bot', queued: 'Waiting', human: 'With a person', resolved: 'Resolved' };
const CHANNELS = { web: 'Web', email: 'E-mail', chatwoot: 'Chatwoot', api: 'API' };
const LANGUAGES = ['ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'];
const WAITS = ['5', '15', '30', '60', '240', '1440'];

/** What a company's own filters may be: its queues, operators and labels, by kind. */
const own = signal(/** @type {Record<string, Option[]>} */ ({}));

async function loadOwn() {
  if (own.value.queue) return;
  const [queues, operators, labels] = await Promise.all([get('/v1/queues'), get('/v1/operators'), get('/v1/labels')]);
  own.value = {
    queue: queues.items.map((/** @type {any} */ one) => ({ value: one.id, label: one.name })),
    operator: operators.items.map((/** @type {any} */ one) => ({ value: one.id, label: one.name })),
    label: labels.items.map((/** @type {any} */ one) => ({ value: one.name, label: one.name })),
  };
}

/** @param {string[]} values @param {(value: string) => string} name @returns {Option[]} */
const named = (values, name) => values.map((value) => ({ value, label: name(value) }));

/** @param {string} kind @param {string} value */
function valueName(kind, value) {
  const known = own.value[kind]?.find((one) => one.value === value)?.label;
  if (known) return known;
  if (kind === 'reason') return reasonName(value);
  if (kind === 'language') return languageName(value);
  if (kind === 'priority') return PRIORITIES[Number(value)] ?? value;
  if (kind === 'state') return /** @type {any} */ (STATE_NAMES)[value] ?? plain(value);
  if (kind === 'channel') return /** @type {any} */ (CHANNELS)[value] ?? plain(value);
  if (kind === 'waits') return Number(value) < 60 ? `${value} min` : Number(value) < 1440 ? `${Number(value) / 60} h` : `${Number(value) / 1440} d`;
  if (kind === 'snoozed') return 'yes';
  return value;
}

/** What is offered for a kind; tiers and further values are those of the conversations at hand. @param {string} kind @returns {Option[]} */
function optionsOf(kind) {
  const name = (/** @type {string} */ value) => valueName(kind, value);
  if (own.value[kind]) return /** @type {Option[]} */ (own.value[kind]);
  if (kind === 'reason') return named(Object.keys(REASONS), name);
  if (kind === 'language') return named(LANGUAGES, name);
  if (kind === 'priority') return named(['3', '2', '1', '0'], name);
  if (kind === 'state') return named(STATES, name);
  if (kind === 'channel') return named(Object.keys(CHANNELS), name);
  if (kind === 'waits') return named(WAITS, name);
  if (kind === 'snoozed') return [{ value: 'true', label: 'Snoozed by anybody' }];
  if (kind !== 'tier') return [];
  const tiers = rows.value.map((c) => c.customer?.attributes?.tier).filter((one) => typeof one === 'string');
  return named([...new Set(/** @type {string[]} */ (tiers))].sort(), name);
}

export const FilterMenu = () => html`
  <${Menu} title="Filter" buttonClass="icon-button" label=${html`<${Icon} name="filter" />`}>
    ${(/** @type {() => void} */ close) => html`<${FilterForm} close=${close} />`}
  </${Menu}>
`;

/** @param {{close: () => void}} props */
function FilterForm({ close }) {
  const [kind, setKind] = useState('queue');
  const [value, setValue] = useState('');
  loadOwn().catch(refused);
  const options = optionsOf(kind);
  const chosen = options.some((one) => one.value === value) ? value : (options[0]?.value ?? '');
  /** @param {Event} event */
  const add = (event) => {
    event.preventDefault();
    if (chosen) narrow(withFilter(filters.value, kind, chosen));
    close();
    requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector('.filter-chips button'))?.focus());
  };
  return html`
    <form class="filter-form" onSubmit=${add}>
      <${Choice} label="Show only" value=${kind} onInput=${setKind} options=${KINDS.map(([name, label]) => ({ value: name, label }))} />
      ${options.length
        ? html`<${Choice} label="Which is" value=${chosen} onInput=${setValue} options=${options} />`
        : html`<p class="faint small">${kind === 'tier' ? 'No customer in this list has a tier.' : 'There is none to choose from yet.'}</p>`}
      <button type="submit" class="button primary" disabled=${!chosen}>Add filter</button>
    </form>
  `;
}

export function FilterChips() {
  const set = flat(filters.value);
  const { total, status } = listing.value;
  if (!set.length) return null;
  if (set.some(([kind]) => ['queue', 'operator'].includes(kind))) loadOwn().catch(refused);
  return html`
    <div class="filter-chips" role="group" aria-label="Filters">
      ${set.map(([kind, value]) => html`<${FilterChip} key=${`${kind} ${value}`} kind=${kind} value=${value} />`)}
      <button type="button" class="link small" onClick=${() => narrow({})}>Clear</button>
      ${status === 'ready' && total !== null && total !== undefined && html`<span class="faint small" role="status">${total > 999 ? '999+' : total} found</span>`}
    </div>
  `;
}

/** @param {{kind: string, value: string}} props */
function FilterChip({ kind, value }) {
  const name = KINDS.find(([one]) => one === kind)?.[1] ?? plain(kind);
  const words = `${name}: ${valueName(kind, value)}`;
  return html`
    <button type="button" class="chip filter" aria-label=${`Remove the filter ${words}`} onClick=${() => narrow(withoutFilter(filters.value, kind, value))}>
      ${words} <${Icon} name="close" />
    </button>
  `;
}
