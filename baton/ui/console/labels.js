// @ts-check
/** Labels: the words that the team sorts conversations by. */
import { put } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { LabelChip } from '../shared/labels.js';
import { plain } from '../shared/words.js';
import { nameAsKept, NamedRoom } from './named_room.js';

/** @typedef {import('../shared/labels.js').Label} Label */

export const Labels = () => html`<${NamedRoom} room=${LABELS} />`;

/** @type {import('./named_room.js').Room<Label>} */
const LABELS = {
  title: 'Labels',
  about: 'Words that operators put on conversations to sort them. Customers never see them.',
  write: 'Add a label',
  path: '/v1/labels',
  empty: ['No labels yet', 'Add a few that your team would look for later: a refund, a late delivery, a bug.'],
  nameOf: ({ name }) => name,
  says: ({ name }) => name,
  gone: 'Conversations that have it keep the word.',
  heads: ['Label'],
  cells: (one) => html`<td><${LabelChip} name=${one.name} colour=${one.colour} /></td>`,
  Form,
};

/** @param {import('./named_room.js').FormProps<Label>} props */
function Form({ one, items, loaded, onClose, onDone }) {
  const [typed, setTyped] = useState(one?.name ?? '');
  const [colour, setColour] = useState(one?.colour ?? 'grey');
  const [refusal, setRefusal] = useState('');
  const name = one?.name ?? nameAsKept(typed);
  const taken = !one && items.some((other) => other.name === name);
  const submit = () => put(`/v1/labels/${encodeURIComponent(name)}`, { colour }).then(onDone, (error) => setRefusal(error.message));
  return html`
    <${Dialog} title=${one ? `Change ${one.name}` : 'Add a label'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!name || taken}>Save</button>`}>
      ${one
        ? html`<p class="faint">Its word stays, because conversations have it. For another word, add a label.</p>`
        : html`<${Field} label="Label" hint="One or a few words, such as late delivery." value=${typed} onInput=${setTyped} required autofocus />`}
      ${taken && html`<p class="over" role="alert">${name} is there already. Change that one, or choose another word.</p>`}
      <fieldset class="colours">
        <legend>Colour</legend>
        ${(loaded?.colours ?? []).map(
          (/** @type {string} */ each) => html`<label class="option" key=${each}><input type="radio" name="colour" checked=${each === colour} onChange=${() => setColour(each)} />
            <${LabelChip} name=${plain(each)} colour=${each} /></label>`,
        )}
      </fieldset>
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}
