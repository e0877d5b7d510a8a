// @ts-check
/** Everything that a key or the command list can do in the inbox: one list, from which both and the key map are made. */
import { canHold, me, myId, setAvailability } from '../shared/session.js';
import { toggleOpen } from './bulk.js';
import { claim, wake } from './commands.js';
import { focusComposer } from './composer.js';
import { neighbour } from './lists.js';
import { allowed } from './lock.js';
import { showMacro } from './macro.js';
import { acceptOffer } from './offers.js';
import { whyNot } from './refusals.js';
import { askWhen } from './send_later.js';
import { composerTab, dialog, offers, rows, selected, selectedId, sidePanel } from './store.js';
import { showView } from './listing.js';

/** @typedef {{key?: string, label: string, needs?: import('./refusals.js').Need, can?: () => boolean, run: () => void}} InboxVerb what `can` refuses is not offered now; `needs` says why */

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

/** @param {import('./store.js').DialogKind} kind */
const ask = (kind) => () => {
  dialog.value = kind;
};
const isOpen = () => !!selectedId.value;
const followUp = () => (allowed().handBack ? selected.value?.handoff?.followup : null);
const standsAs = () => (canHold() ? me.value?.availability : undefined);

/** @type {InboxVerb[]} */
export const VERBS = [
  { key: 'j', label: 'Next conversation', run: () => go(1) },
  { key: 'k', label: 'Previous conversation', run: () => go(-1) },
  { key: '1', label: 'Show mine', run: () => showView('mine') },
  { key: '2', label: 'Show who waits', run: () => showView('waiting') },
  { key: '3', label: 'Show what is due', run: () => showView('due') },
  { key: '4', label: 'Show the bot’s', run: () => showView('bot') },
  { key: '5', label: 'Show all', run: () => showView('all') },
  { key: '6', label: 'Show what is snoozed', run: () => showView('snoozed') },
  { key: '7', label: 'Show mentions', run: ask('mentions') },
  { key: '/', label: 'Search', run: () => requestAnimationFrame(() => document.getElementById('search')?.focus()) },
  { key: 'x', label: 'Choose for a bulk action', needs: 'open', can: isOpen, run: toggleOpen },
  { key: 'c', label: 'Claim', needs: 'waiting', can: () => allowed().claim, run: claim },
  { key: 't', label: 'Take over', needs: 'others', can: () => allowed().takeOver, run: ask('takeover') },
  { key: 'r', label: 'Write a reply', needs: 'open', can: isOpen, run: () => write('reply') },
  { key: 'n', label: 'Write a note', needs: 'open', can: isOpen, run: () => write('note') },
  { key: 's', label: 'Send the reply later', needs: 'mine', can: () => allowed().resolve, run: () => askWhen(focusComposer) },
  { label: 'Show what you have scheduled', run: ask('scheduled') },
  { key: 'f', label: 'Find in sources', needs: 'open', can: isOpen, run: ask('passages') },
  { key: 'a', label: 'Accept the offer', needs: 'offer', can: () => !!offers.value[0], run: () => offers.value[0] && acceptOffer(offers.value[0]) },
  { key: 'a', label: 'Transfer', needs: 'mine', can: () => allowed().transfer, run: ask('transfer') },
  { key: 'b', label: 'Hand back to the bot', needs: 'mine', can: () => allowed().handBack, run: ask('handback') },
  { key: 'u', label: 'Release to the queue', needs: 'mine', can: () => allowed().release, run: ask('release') },
  { key: 'z', label: 'Snooze', needs: 'mine', can: () => allowed().snooze, run: ask('snooze') },
  { key: 'w', label: 'End the snooze', needs: 'snoozed', can: () => allowed().wake, run: wake },
  { key: 'l', label: 'Labels', needs: 'open', can: () => allowed().label, run: ask('label') },
  { key: 'i', label: 'Set the priority', needs: 'asked', can: () => allowed().prioritise, run: ask('priority') },
  { key: 'm', label: 'Run a macro', needs: 'open', can: () => allowed().label, run: () => showMacro() },
  { key: 'g', label: 'Merge into another conversation', needs: 'mergeable', can: () => allowed().merge, run: ask('merge') },
  { key: 'd', label: 'Say that a follow-up is done', needs: 'followup', can: () => !!followUp(), run: ask('done') },
  { label: 'Say that the customer was not reached', needs: 'callback', can: () => followUp()?.mode === 'callback', run: ask('not_reached') },
  { key: 'e', label: 'Resolve', needs: 'mine', can: () => allowed().resolve, run: ask('resolve') },
  { key: 'o', label: 'Reopen', needs: 'resolved', can: () => allowed().reopen, run: ask('reopen') },
  { key: 'p', label: 'Customer and trail', needs: 'open', can: isOpen, run: () => (sidePanel.value = !sidePanel.value) },
  { label: 'Be available', needs: 'availability', can: () => ['away', 'offline'].includes(standsAs() ?? ''), run: () => setAvailability('available') },
  { label: 'Be away', needs: 'availability', can: () => standsAs() === 'available', run: () => setAvailability('away') },
  { key: '?', label: 'Every key', run: ask('help') },
];

/** Why a verb can't be done now, in words. @param {InboxVerb} verb */
export const whyRefused = (verb) => whyNot(verb.needs ?? 'open', selected.value, { me: myId(), canHold: canHold() });
