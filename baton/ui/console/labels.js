// @ts-check
/** Labels: the words that the team sorts conversations by. */
import { del, put } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { LabelChip } from '../shared/labels.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {import('../shared/labels.js').Label} Label */

/** A label as the desk keeps it. @param {string} typed */
const nameOf = (typed) => typed.trim().toLowerCase().split(/\s+/).join('-');

/** @param {string} name */
const address = (name) => `/v1/labels/${encodeURIComponent(name)}`;

export function Labels() {
  const loaded = useLoaded('/v1/labels');
  const [writing, setWriting] = useState(/** @type {Label | 'new' | null} */ (null));
  const items = /** @type {Label[] | undefined} */ (loaded.value?.items);
  const done = () => {
    setWriting(null);
    loaded.again();
  };
  const remove = (/** @type {string} */ name) =>
    del(address(name)).then(() => {
      say(`${name} is removed. Conversations that have it keep the word.`);
      loaded.again();
    }, refused);
  return html`
    <header class="room-head with-verb">
      <div>
        <h1>Labels</h1>
        <p class="faint">Words that operators put on conversations to sort them. Customers never see them.</p>
      </div>
      <button type="button" class="button primary" onClick=${() => setWriting('new')}>Add a label</button>
    </header>
    ${items ? html`<${Table} items=${items} onChange=${setWriting} onRemove=${remove} />` : html`<${Waiting} loaded=${loaded} what="Labels" />`}
    ${writing && html`<${Form} one=${writing === 'new' ? null : writing} items=${items ?? []} colours=${loaded.value?.colours ?? []} onClose=${() => setWriting(null)} onDone=${done} />`}
  `;
}

/** @param {{items: Label[], onChange: (one: Label) => void, onRemove: (name: string) => void}} props */
const Table = ({ items, onChange, onRemove }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No labels yet</h2><p>Add a few that your team would look for later: a refund, a late delivery, a bug.</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Labels">
          <table>
            <thead><tr><th>Label</th><th>Changed</th><th><span class="off-screen">Verbs</span></th></tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr key=${one.name}>
                    <td><${LabelChip} name=${one.name} colour=${one.colour} /></td>
                    <td class="small faint nowrap">${moment(one.updated_at ?? '')}${one.updated_by && html`<span class="block">${one.updated_by}</span>`}</td>
                    <td class="verb">
                      <button type="button" class="button" aria-label=${`Change ${one.name}`} onClick=${() => onChange(one)}>Change</button>${' '}
                      <button type="button" class="button" aria-label=${`Remove ${one.name}`} onClick=${() => onRemove(one.name)}>Remove</button>
                    </td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;

/** @param {{one: Label | null, items: Label[], colours: string[], onClose: () => void, onDone: () => void}} props */
function Form({ one, items, colours, onClose, onDone }) {
  const [typed, setTyped] = useState(one?.name ?? '');
  const [colour, setColour] = useState(one?.colour ?? 'grey');
  const [refusal, setRefusal] = useState('');
  const name = one?.name ?? nameOf(typed);
  const taken = !one && items.some((other) => other.name === name);
  const submit = () => put(address(name), { colour }).then(onDone, (error) => setRefusal(error.message));
  return html`
    <${Dialog} title=${one ? `Change ${one.name}` : 'Add a label'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!name || taken}>Save</button>`}>
      ${one
        ? html`<p class="faint">Its word stays, because conversations have it. For another word, add a label.</p>`
        : html`<${Field} label="Label" hint="One or a few words, such as late delivery." value=${typed} onInput=${setTyped} required autofocus />`}
      ${taken && html`<p class="over" role="alert">${name} is there already. Change that one, or choose another word.</p>`}
      <fieldset class="colours">
        <legend>Colour</legend>
        ${colours.map(
          (each) => html`<label class="option" key=${each}><input type="radio" name="colour" checked=${each === colour} onChange=${() => setColour(each)} />
            <${LabelChip} name=${plain(each)} colour=${each} /></label>`,
        )}
      </fieldset>
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}
