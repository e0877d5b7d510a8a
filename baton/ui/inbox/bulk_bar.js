// @ts-check
/** What stands above the list while conversations are chosen: how many, what can be done with all, and how it goes. */
import { get } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { count, customerName } from '../shared/words.js';
import { chooseAll, chosen, clear, labelAll, MOST, resolveAll, running, snoozeAll, transferAll, undo } from './bulk.js';
import { useOutcome } from './outcome.js';
import { desk, listing } from './store.js';

/** @typedef {'resolve' | 'transfer' | 'label' | 'snooze'} Ask */
/** @typedef {{value: string, label: string}} Option */

export function BulkBar() {
  const [asking, setAsking] = useState(/** @type {Ask | null} */ (null));
  const n = chosen.value.size;
  const isRunning = !!running.value && !running.value.isOver;
  if (!n && !running.value) return null;
  const close = () => setAsking(null);
  const { ids, next } = listing.value;
  return html`
    <div class="bulk" role="region" aria-label="Chosen conversations">
      ${running.value && html`<${Progress} />`}
      ${n > 0 && !isRunning && html`
        <p class="bulk-head"><strong>${count(n, 'conversation')} chosen</strong>${n === MOST && html`<span class="faint small">, the most for one go</span>`}
          ${(next || n < ids.length) && n < MOST && html`<button type="button" class="link small" onClick=${() => chooseAll().catch(refused)}>Choose all of this list</button>`}
          <button type="button" class="link small" onClick=${clear}>Clear</button></p>
        <div class="bulk-verbs">
          ${/** @type {[Ask, string][]} */ ([['resolve', 'Resolve'], ['transfer', 'Transfer'], ['label', 'Label'], ['snooze', 'Snooze']]).map(([ask, label]) => html`<button type="button" class="button" key=${ask} onClick=${() => setAsking(ask)}>${label}</button>`)}
        </div>
      `}
      ${asking === 'resolve' && html`<${ResolveMany} close=${close} />`}
      ${asking === 'transfer' && html`<${TransferMany} close=${close} />`}
      ${asking === 'label' && html`<${LabelMany} close=${close} />`}
      ${asking === 'snooze' && html`<${SnoozeMany} close=${close} />`}
    </div>
  `;
}

function Progress() {
  const run = running.value;
  if (!run) return null;
  const { label, all, done, refused: kept, isOver } = run;
  return html`
    <div class="bulk-run" role="status">
      <p>${isOver ? `${label}: ${done.length} of ${all}` : `${done.length + kept.length} of ${all}…`}
        ${isOver && run.undo && done.length > 0 && html`<button type="button" class="link small" onClick=${undo}>Undo</button>`}
        ${isOver && html`<button type="button" class="link small" onClick=${() => (running.value = null)}>Dismiss</button>`}</p>
      ${!isOver && html`<progress max=${all} value=${done.length + kept.length} aria-label=${label}></progress>`}
      ${kept.length > 0 && html`<details open=${isOver}><summary>${count(kept.length, 'was', 'were')} refused${isOver ? ' and stay chosen' : ''}</summary>
        <ul>${kept.map(({ id, why }) => html`<li key=${id}><a href=${`#${id}`} dir="auto">${customerName(desk.value.conversations[id]?.customer)}</a>: ${why}</li>`)}</ul></details>`}
    </div>
  `;
}

/** @param {{title: string, verb: string, close: () => void, go: () => Promise<any>, children?: any, ready?: boolean}} props */
function Many({ title, verb, close, go, children, ready = true }) {
  const submit = () => {
    close();
    go().catch(refused);
  };
  const n = chosen.value.size;
  return html`
    <${Dialog} title=${title} onClose=${close} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${close}>Cancel</button><button type="submit" class="button primary" disabled=${!ready}>${verb} ${n}</button>`}>
      ${children}
    </${Dialog}>
  `;
}

/** @param {{close: () => void}} props */
function ResolveMany({ close }) {
  const { outcome, field } = useOutcome();
  return html`
    <${Many} title=${`Resolve ${count(chosen.value.size, 'conversation')}`} verb="Resolve" close=${close} go=${() => resolveAll(outcome)}>
      <p>Each is resolved by itself. Those that a colleague holds stay as they are, and those whose customer has written since you chose them; you are told which.</p>
      ${field}
    </${Many}>
  `;
}

/** @param {{close: () => void}} props */
function TransferMany({ close }) {
  const options = useOptions(async () => {
    const [queues, operators] = await Promise.all([get('/v1/queues'), get('/v1/operators')]);
    return [
      ...queues.items.map((/** @type {any} */ one) => ({ value: `queue ${one.id}`, label: one.name })),
      ...operators.items.map((/** @type {any} */ one) => ({ value: `operator ${one.id}`, label: one.name })),
    ];
  });
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [kind, id] = (to || options[0]?.value || ' ').split(' ');
  const go = () => transferAll(kind === 'queue' ? { queue: id } : { operator_id: id }, reason.trim());
  return html`
    <${Many} title=${`Transfer ${count(chosen.value.size, 'conversation')}`} verb="Transfer" close=${close} go=${go} ready=${!!id && !!reason.trim()}>
      <${Choice} label="To" value=${to || (options[0]?.value ?? '')} onInput=${setTo} options=${options} />
      <${Field} label="Reason" hint="Whoever gets them reads this." value=${reason} onInput=${setReason} required />
    </${Many}>
  `;
}

/** @param {{close: () => void}} props */
function LabelMany({ close }) {
  const options = useOptions(async () => (await get('/v1/labels')).items.map((/** @type {any} */ one) => ({ value: one.name, label: one.name })));
  const [name, setName] = useState('');
  const picked = name || (options[0]?.value ?? '');
  return html`
    <${Many} title=${`Label ${count(chosen.value.size, 'conversation')}`} verb="Label" close=${close} go=${() => labelAll(picked)} ready=${!!picked}>
      ${options.length ? html`<${Choice} label="Label" value=${picked} onInput=${setName} options=${options} />` : html`<p>There is no label yet. An admin adds them in the console, under Labels.</p>`}
    </${Many}>
  `;
}

const SNOOZES = [
  { value: 'later_today', label: 'Later today' },
  { value: 'tomorrow', label: 'Tomorrow morning' },
  { value: 'next_week', label: 'Next week' },
  { value: 'until_reply', label: 'Until the customer writes' },
];

/** @param {{close: () => void}} props */
function SnoozeMany({ close }) {
  const [preset, setPreset] = useState('tomorrow');
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return html`
    <${Many} title=${`Snooze ${count(chosen.value.size, 'conversation')}`} verb="Snooze" close=${close} go=${() => snoozeAll({ preset, timezone })}>
      <p>Only conversations that you hold can be snoozed; the others stay as they are.</p>
      <${Choice} label="Until" value=${preset} onInput=${setPreset} options=${SNOOZES} />
    </${Many}>
  `;
}

/** What can be chosen, once it has come. @param {() => Promise<Option[]>} load @returns {Option[]} */
function useOptions(load) {
  const [options, setOptions] = useState(/** @type {Option[]} */ ([]));
  useEffect(() => {
    load().then(setOptions).catch(refused);
  }, []);
  return options;
}
