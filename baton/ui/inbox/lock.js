// @ts-check
/** The bar that always says who holds the baton, and the verbs that are open to this person now. */
import { isSnoozed } from '../shared/fold.js';
import { cls, html } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { Menu } from '../shared/menu.js';
import { answeredIn } from '../shared/outside_desks.js';
import { canHold } from '../shared/session.js';
import { clock, day, now, since, span } from '../shared/time.js';
import { customerName } from '../shared/words.js';
import { ArrangedLine } from './arranged.js';
import { claim, wake } from './commands.js';
import { showMacro } from './macro.js';
import { FollowUpLine } from './due.js';
import { Lookers } from './presence.js';
import { busy, dialog, holdsBaton, selected, sidePanel } from './store.js';
import { WhyWaiting } from './why_waiting.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

/** @param {string | null} iso @param {number} at */
const from = (iso, at) => (iso ? ` since ${day(iso, at) === 'Today' ? '' : `${day(iso, at)}, `}${clock(iso)}` : '');

/** Who holds it, in words. @param {Conversation} c @param {boolean} mine */
function whoHolds(c, mine) {
  if (c.state === 'bot') return { title: `The bot has it${from(c.held_since ?? c.created_at ?? null, now.value)}`, icon: 'bot', tone: 'bot' };
  if (c.state === 'queued') {
    const queue = c.handoff?.queue_name || c.owner.name || c.queue || 'the queue';
    const where = answeredIn(c);
    return { title: where ? `Waiting for a person in ${where}` : `Waiting in ${queue}, nobody holds it`, icon: 'people', tone: 'queued' };
  }
  if (c.state === 'resolved') return { title: `Resolved${from(c.held_since ?? c.created_at ?? null, now.value)}`, icon: 'check', tone: 'resolved' };
  if (mine) return { title: `You hold the baton${from(c.held_since ?? null, now.value)}`, icon: 'baton', tone: 'mine' };
  return { title: `${c.owner.name || 'A colleague'} holds it${from(c.held_since ?? c.created_at ?? null, now.value)}`, icon: 'lock', tone: 'other' };
}

/** @param {{conversation: Conversation}} props */
export function LockBar({ conversation: c }) {
  const mine = holdsBaton.value;
  const { title, icon, tone } = whoHolds(c, mine);
  const wait = c.state === 'queued' && c.waiting_since ? span(since(c.waiting_since, now.value)) : '';
  const position = c.state === 'queued' && c.handoff?.position ? `, number ${c.handoff.position} in line` : '';
  return html`
    <header class=${cls('lockbar', tone)}>
      <a class="icon-button phone-only" href="#" aria-label="Back to the list"><${Icon} name="back" flip /></a>
      <span class="lock-icon"><${Icon} name=${icon} /></span>
      <div class="lock-words">
        <h2 class="clip aligned" dir="auto">${customerName(c.customer)}</h2>
        <p class="lock-state" role="status">${title}${wait && html`<span class="faint"> · ${wait === 'now' ? 'just now' : `for ${wait}`}${position}</span>`} ${['queued', 'human'].includes(c.state) && !answeredIn(c) && html`<${WhyWaiting} key=${c.id + c.state} id=${c.id} isWaiting=${c.state === 'queued'} />`}</p>
        ${c.handoff?.followup && html`<${FollowUpLine} followup=${c.handoff.followup} at=${now.value} />`}
      </div>
      <${Lookers} id=${c.id} />
      <div class="verbs"><${Verbs} state=${c.state} mine=${mine} followup=${c.handoff?.followup} /></div>
      <button type="button" class="icon-button details-button" aria-expanded=${sidePanel.value} aria-label="Customer and trail"
        title="Customer and trail" onClick=${() => (sidePanel.value = !sidePanel.value)}><${Icon} name="list" /></button>
      <${ArrangedLine} conversation=${c} />
    </header>
  `;
}

/** @param {{label: string, under?: string, run: () => void, primary?: boolean, hotkey?: string}} props */
export const Verb = ({ label, under, run, primary, hotkey }) => html`
  <button type="button" class=${cls('button', primary && 'primary')} disabled=${!!busy.value} title=${hotkey ? `${label} (${hotkey})` : undefined}
    onClick=${run}>${under && busy.value === under ? `${label}…` : label}</button>
`;

/** Where a merged conversation goes on. @param {{into: string}} props */
export const GoesOn = ({ into }) => html`<a class="button" href=${`#${into}`}>Open where it goes on</a>`;

/** @param {{state: Conversation['state'], mine: boolean, followup?: import('../shared/wire').FollowUp | null}} props */
function Verbs({ state, mine, followup }) {
  if (!canHold()) return null;
  const where = answeredIn(selected.value);
  if (where) return html`<span class="faint small">Answered in ${where}</span>`;
  const ask = (/** @type {import('./store.js').DialogKind} */ kind) => () => (dialog.value = kind);
  const snoozed = !!selected.value && isSnoozed(selected.value);
  const resolve = html`<${Verb} label="Resolve" run=${ask('resolve')} hotkey="E" />`;
  if (state === 'queued') return html`<${Verb} label="Claim" under="claim" run=${claim} primary hotkey="C" />`;
  if (state === 'bot') return html`<${Verb} label="Take over" under="takeover" run=${ask('takeover')} primary hotkey="T" />`;
  if (state === 'resolved') return selected.value?.merged_into ? html`<${GoesOn} into=${selected.value.merged_into} />` : html`<${Verb} label="Reopen" under="reopen" run=${ask('reopen')} />`;
  if (!mine) return html`<${Verb} label="Take over" under="takeover" run=${ask('takeover')} hotkey="T" />`;
  return html`
    ${followup && html`<${Verb} label="Done" under="done" run=${ask('done')} primary />`}
    ${followup?.mode === 'callback' && html`<${Verb} label="Not reached" under="not_reached" run=${ask('not_reached')} />`}
    <${Verb} label="Hand back" run=${ask('handback')} hotkey="B" />
    ${resolve}
    <${Menu} title="More verbs" buttonClass="icon-button" label=${html`<${Icon} name="more" />`}>
      ${(/** @type {() => void} */ close) => html`
        ${snoozed
          ? html`<button type="button" class="menu-item" onClick=${() => (close(), wake())}>End the snooze</button>`
          : html`<button type="button" class="menu-item" onClick=${() => (close(), ask('snooze')())}>Snooze…</button>`}
        <button type="button" class="menu-item" onClick=${() => (close(), ask('label')())}>Labels…</button>
        <button type="button" class="menu-item" onClick=${() => (close(), ask('priority')())}>Priority…</button>
        <button type="button" class="menu-item" onClick=${() => (close(), showMacro())}>Run a macro…</button>
        <button type="button" class="menu-item" onClick=${() => (close(), ask('merge')())}>Merge into another…</button>
        <button type="button" class="menu-item" onClick=${() => (close(), ask('transfer')())}>Transfer…</button>
        <button type="button" class="menu-item" onClick=${() => (close(), ask('release')())}>Release to the queue…</button>
      `}
    </${Menu}>
  `;
}

/** What may be done now, for the keys. */
export function allowed() {
  const state = canHold() && !answeredIn(selected.value) ? selected.value?.state : null;
  const mine = holdsBaton.value;
  return {
    claim: state === 'queued',
    takeOver: state === 'bot' || (state === 'human' && !mine),
    handBack: mine,
    release: mine,
    transfer: mine,
    resolve: mine,
    reopen: state === 'resolved' && !selected.value?.merged_into,
    label: !!state,
    merge: !!state && state !== 'resolved' && (state !== 'human' || mine),
    prioritise: !!state && !!selected.value?.handoff,
    snooze: mine && !!selected.value && !isSnoozed(selected.value),
    wake: !!state && !!selected.value && isSnoozed(selected.value),
  };
}
