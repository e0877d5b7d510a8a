// @ts-check
/** Which key does what in the inbox. */
import { claim } from './commands.js';
import { focusComposer } from './composer.js';
import { neighbour } from './lists.js';
import { allowed } from './lock.js';
import { acceptOffer } from './offers.js';
import { composerTab, dialog, offers, rows, selectedId, sidePanel } from './store.js';
import { showView } from './sync.js';

/** @type {[string[], string][]} */
export const KEY_MAP = [
  [['J', 'K'], 'Next, previous conversation'],
  [['1', '2', '3', '4'], 'Mine, Waiting, Bot, All'],
  [['C'], 'Claim'],
  [['T'], 'Take over'],
  [['R'], 'Reply'],
  [['N'], 'Note'],
  [['B'], 'Hand back to the bot'],
  [['A'], 'Accept an offer, else transfer'],
  [['U'], 'Release to the queue'],
  [['E'], 'Resolve'],
  [['P'], 'Customer and trail'],
  [['/'], 'Search'],
  [['Esc'], 'Leave the field, then the conversation'],
  [['?'], 'This list'],
];

/** @param {number} step */
function go(step) {
  const id = neighbour(rows.value, selectedId.value, step);
  if (!id) return;
  location.hash = id;
  requestAnimationFrame(() => document.querySelector('.row[aria-current]')?.scrollIntoView({ block: 'nearest' }));
}

/** @param {'reply' | 'note'} tab */
function write(tab) {
  composerTab.value = tab;
  requestAnimationFrame(focusComposer);
}

function escape() {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) active.blur();
  else if (sidePanel.value) sidePanel.value = false;
  else location.hash = '';
}

/** @returns {import('../shared/keyboard.js').Bindings} */
export function bindings() {
  const may = allowed();
  const ask = (/** @type {boolean} */ is, /** @type {import('./store.js').DialogKind} */ kind) => () => {
    if (is) dialog.value = kind;
  };
  return {
    '?': () => (dialog.value = 'help'),
    '/': () => document.getElementById('search')?.focus(),
    j: () => go(1),
    k: () => go(-1),
    1: () => showView('mine'),
    2: () => showView('waiting'),
    3: () => showView('due'),
    4: () => showView('bot'),
    5: () => showView('all'),
    c: () => may.claim && claim(),
    t: ask(may.takeOver, 'takeover'),
    r: () => selectedId.value && write('reply'),
    n: () => selectedId.value && write('note'),
    b: ask(may.handBack, 'handback'),
    a: () => (offers.value[0] ? acceptOffer(offers.value[0]) : ask(may.transfer, 'transfer')()),
    u: ask(may.release, 'release'),
    e: ask(may.resolve, 'resolve'),
    p: () => (sidePanel.value = !sidePanel.value),
    Escape: escape,
  };
}
