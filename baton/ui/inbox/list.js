// @ts-check
/** The left pane: views with counts, search, filters, and the conversations of the chosen list. */
import { html, useEffect, useRef } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { count } from '../shared/words.js';
import { BulkBar } from './bulk_bar.js';
import { FilterChips, FilterMenu } from './filter_menu.js';
import { loadList, searchAll, showView } from './listing.js';
import { MentionsLine } from './mentions.js';
import { desk, isNarrowed, link, listing, query, view } from './store.js';
import { SavedViews } from './saved_views.js';
import { NotSentLine } from './scheduled_view.js';
import { SnoozedLine } from './snoozed_line.js';
import { Window } from './window.js';

/** @typedef {import('../shared/wire').View} View */

const SEARCH_AFTER_MS = 250;
const VIEWS = /** @type {[View, string][]} */ ([
  ['mine', 'Mine'],
  ['waiting', 'Waiting'],
  ['due', 'Due'],
  ['bot', 'Bot'],
  ['all', 'All'],
]);

export const ListPane = () => html`
  <section class="pane list" aria-label="Conversations">
    <nav class="views" aria-label="Views">
      ${VIEWS.map(([name, label]) => html`<${ViewButton} key=${name} name=${name} label=${label} />`)}
    </nav>
    <${SavedViews} />
    <div class="search-line">
      <${Search} />
      <${FilterMenu} />
    </div>
    <${FilterChips} />
    <${BulkBar} />
    <${MentionsLine} />
    <${NotSentLine} />
    <${SnoozedLine} />
    <${Rows} />
  </section>
`;

/** @param {{name: View, label: string}} props */
function ViewButton({ name, label }) {
  const n = desk.value.counts?.[name];
  const busy = name === 'waiting' && !!n;
  return html`
    <button type="button" class="view" aria-current=${view.value === name ? 'true' : undefined} onClick=${() => showView(name)}>
      ${label} ${n !== undefined && html`<span class=${busy ? 'count busy' : 'count'}>${n > 999 ? '999+' : n}</span>`}
    </button>
  `;
}

function Search() {
  const timer = useRef(/** @type {any} */ (0));
  useEffect(() => () => clearTimeout(timer.current), []);
  /** @param {any} event */
  const input = (event) => {
    query.value = event.currentTarget.value;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      listing.value = { ...listing.value, isNew: true };
      loadList();
    }, SEARCH_AFTER_MS);
  };
  return html`
    <div class="search" role="search">
      <${Icon} name="search" />
      <input id="search" type="search" aria-label="Search this view" placeholder="Search" value=${query.value} onInput=${input} dir="auto" />
      <kbd aria-hidden="true">/</kbd>
    </div>
  `;
}

function Rows() {
  const { status, ids } = listing.value;
  if (status === 'loading' && !ids.length) return html`<${Skeleton} />`;
  if (status === 'failed' && !ids.length) return html`<${Failed} />`;
  return ids.length ? html`<${Window} />` : html`<${Empty} />`;
}

const Skeleton = () => html`
  <div class="rows skeleton" role="status" aria-label="Loading conversations">
    ${[1, 2, 3, 4, 5].map((n) => html`<div class="row-skeleton" key=${n}><span></span><span></span><span></span></div>`)}
  </div>
`;

const Failed = () => html`
  <div class="empty">
    <h2>The list could not be loaded</h2>
    <p>${link.value === 'lost' ? 'The desk can’t be reached. The list comes back by itself.' : 'The desk refused the request.'}</p>
    <button type="button" class="button" onClick=${() => loadList()}>Try again</button>
  </div>
`;

function Empty() {
  const counts = desk.value.counts;
  if (isNarrowed.value) return html`<${NothingFound} />`;
  const words = emptyWords(view.value, counts?.waiting ?? 0, counts?.bot ?? 0);
  return html`
    <div class="empty">
      <h2>${words.title}</h2>
      <p>${words.text}</p>
      ${words.go && html`<button type="button" class="button" onClick=${() => showView(/** @type {View} */ (words.go))}>${words.label}</button>`}
    </div>
  `;
}

function NothingFound() {
  const find = query.value.trim();
  const elsewhere = view.value !== 'all' && view.value !== 'due';
  const words = find
    ? `No conversation here has “${find}”. Try a name, an e-mail address, or how a word of a message or note begins.`
    : 'No conversation here is as the filters ask. Remove one to see more.';
  return html`
    <div class="empty">
      <h2>Nothing found</h2>
      <p>${words}</p>
      ${elsewhere && html`<button type="button" class="button" onClick=${searchAll}>Look in all conversations</button>`}
    </div>
  `;
}

/** @param {View} name @param {number} waiting @param {number} bot @returns {{title: string, text: string, go?: View, label?: string}} */
function emptyWords(name, waiting, bot) {
  const look = bot ? `The bot has ${count(bot, 'conversation')}; you can look in.` : 'The bot has none either. A quiet moment.';
  if (name === 'waiting') return { title: 'Nobody is waiting', text: look, ...(bot ? { go: 'bot', label: 'Look at the bot’s' } : {}) };
  if (name === 'mine' && waiting) {
    return { title: 'You hold no conversation', text: `${count(waiting, 'customer is', 'customers are')} waiting for a person. Claim one to start.`, go: 'waiting', label: 'See who waits' };
  }
  if (name === 'mine') return { title: 'You hold no conversation', text: `Nobody is waiting. ${look}`, ...(bot ? { go: 'bot', label: 'Look at the bot’s' } : {}) };
  if (name === 'snoozed') return { title: 'Nothing is snoozed', text: 'What you put off for later stands here until it comes back.' };
  if (name === 'due') return { title: 'Nothing is due', text: 'Tickets, calls and answers by e-mail that customers were promised stand here, the next one first.' };
  if (name === 'bot') return { title: 'The bot has no live conversation', text: 'Those in which somebody wrote within the last day stand here, what goes badly first. Older ones are under All.' };
  return { title: 'No conversation yet', text: 'The first one appears here, without reloading, when a customer writes in the widget. The console has the snippet that puts it on your site.' };
}
