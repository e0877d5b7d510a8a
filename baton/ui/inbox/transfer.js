// @ts-check
/** Transfer to a queue or a person, with who is there shown before it is chosen. */
import { get } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { myId } from '../shared/session.js';
import { moment } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { transfer } from './commands.js';
import { selected } from './store.js';
import { Actions } from './dialog_actions.js';

/** @typedef {import('../shared/wire').Queue} Queue */
/** @typedef {import('../shared/wire').Operator} Operator */

/** @param {Queue} queue */
function queueLabel(queue) {
  if (queue.is_open === false) return `${queue.name}: closed${queue.next_open ? ` until ${moment(queue.next_open)}` : ''}`;
  return `${queue.name}: ${queue.operators_here ?? 0} here, ${queue.waiting ?? 0} waiting`;
}

/** @param {Operator} operator */
const operatorLabel = (operator) =>
  `${operator.name}: ${operator.availability ?? 'offline'}${operator.open === undefined ? '' : `, has ${operator.open}`}`;

/** @param {{onClose: () => void}} props */
export function TransferDialog({ onClose }) {
  const [options, setOptions] = useState(/** @type {{value: string, label: string}[] | null} */ (null));
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  useEffect(() => {
    Promise.all([get('/v1/queues'), get('/v1/operators')]).then(([queues, operators]) => {
      const others = operators.items.filter((/** @type {Operator} */ one) => one.id !== myId());
      setOptions([
        ...queues.items.filter((/** @type {Queue} */ one) => one.id !== selected.value?.queue).map((/** @type {Queue} */ one) => ({ value: `queue ${one.id}`, label: queueLabel(one) })),
        ...others.map((/** @type {Operator} */ one) => ({ value: `operator ${one.id}`, label: operatorLabel(one) })),
      ]);
    }, refused);
  }, []);
  const chosen = to || options?.[0]?.value || '';
  const submit = () => {
    const [kind, id] = chosen.split(' ');
    if (id && reason.trim()) transfer({ ...(kind === 'queue' ? { queue: id } : { operator_id: id }), reason: reason.trim() });
  };
  return html`
    <${Dialog} title="Transfer" onClose=${onClose} onSubmit=${submit} actions=${options && html`<${Actions} label="Transfer" under="transfer" />`}>
      ${options
        ? html`<${Choice} label="To" value=${chosen} onInput=${setTo} options=${options} />`
        : html`<p class="faint" role="status">Looking who is there…</p>`}
      <${Field} label="Reason" hint="Whoever takes it reads this first." value=${reason} onInput=${setReason} required />
    </${Dialog}>
  `;
}
