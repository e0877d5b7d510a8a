// @ts-check
/** For whom a source is, who answers for it, and when it is looked through again; and the same for one document. */
import { patch, put } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { refused, say } from '../shared/toasts.js';

/** @typedef {import('../shared/wire').Source} Source */
/** @typedef {import('../shared/wire').SourceDocument} SourceDocument */

const AUDIENCES = /** @type {[string, string][]} */ ([
  ['public', 'Everyone'],
  ['operators', 'Operators only'],
  ['internal', 'Admins only'],
]);

/** @param {string | undefined} audience */
export const audienceName = (audience) => AUDIENCES.find(([value]) => value === audience)?.[1] ?? 'Everyone';

/** Whether the day by which it should have been looked through is over. @param {Source} source */
const isOverdue = (source) => !!source.review_on && source.review_on < new Date().toISOString().slice(0, 10);

/** What a list shows of a source beside its name. @param {{source: Source}} props */
export const Badges = ({ source }) => html`
  ${source.audience && source.audience !== 'public' && html`<span class="chip quiet">${audienceName(source.audience)}</span> `}
  ${isOverdue(source) && html`<span class="chip warm">Review is due</span> `}
  ${!!source.to_approve && html`<span class="chip warm">${source.to_approve} to approve</span>`}
`;

/** @param {{source: Source, onClose: () => void, onSaved: () => void}} props */
export function EditSource({ source, onClose, onSaved }) {
  const [audience, setAudience] = useState(source.audience ?? 'public');
  const [owner, setOwner] = useState(source.owner ?? '');
  const [review, setReview] = useState(source.review_on ?? '');
  const save = () =>
    patch(`/v1/sources/${source.id}`, { audience, owner: owner || null, review_on: review || null }).then(() => {
      say(`Saved ${source.name}.`);
      onSaved();
    }, refused);
  return html`
    <${Dialog} title="Edit this source" onClose=${onClose} onSubmit=${save}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary">Save</button>`}>
      <${Choice} label="For whom it is" value=${audience} onInput=${setAudience} options=${AUDIENCES.map(([value, label]) => ({ value, label }))} />
      <${Field} label="Owner" hint="The person or team who answers for what it says." value=${owner} onInput=${setOwner} />
      <${Field} label="Review by" type="date" hint="After this day the bot is less sure of answers from it. Empty: no day." value=${review} onInput=${setReview} />
    </${Dialog}>
  `;
}

/** @param {{source: Source, one: SourceDocument, mayEdit: boolean, onSaved: () => void}} props */
export function DocumentAudience({ source, one, mayEdit, onSaved }) {
  const choose = (/** @type {string} */ audience) => put(`/v1/sources/${source.id}/documents/${one.id}/audience`, { audience }).then(() => {
      say(`${one.title || one.name}: ${audienceName(audience).toLowerCase()}.`);
      onSaved();
    }, refused);
  if (!mayEdit) return html`${audienceName(one.audience)}`;
  return html`
    <select class="cell-choice" aria-label=${`Who may read ${one.title || one.name}`} value=${one.audience} onChange=${(/** @type {any} */ event) => choose(event.currentTarget.value)}>
      ${AUDIENCES.map(([value, label]) => html`<option value=${value} selected=${one.audience === value}>${label}</option>`)}
    </select>
    ${one.audience_by === 'proposed' &&
    html`<div class="to-approve small">
      <p>Kept from customers, because it reads like an internal procedure: <q dir="auto">${one.audience_why}</q></p>
      <p class="row-of-verbs">
        <button type="button" class="button small" onClick=${() => choose(one.audience ?? 'operators')}>Keep it internal</button>
        <button type="button" class="button small" onClick=${() => choose('public')}>Show it to customers</button>
      </p>
    </div>`}
  `;
}
