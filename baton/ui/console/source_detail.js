// @ts-check
/** One source: its documents, and its removal. */
import { del } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { calendarDay, moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { count } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { isUnderWay, SiteStatus, useWatch } from './source_site.js';
import { audienceName, Badges, DocumentAudience, EditSource } from './source_readers.js';

/** @typedef {import('../shared/wire').Source} Source */
/** @typedef {import('../shared/wire').SourceDocument} SourceDocument */

/** @param {number | undefined} bytes */
const size = (bytes) =>
  bytes === undefined ? '' : bytes < 1024 ? `${bytes} B` : bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** @param {{id: string}} props */
export function SourceDetail({ id }) {
  const loaded = useLoaded(`/v1/sources/${id}`);
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const source = /** @type {Source | undefined} */ (loaded.value?.source ?? loaded.value);
  useWatch(isUnderWay(source?.website), loaded.again, loaded.error ?? loaded.value);
  if (!source) return html`<p><${Back} /></p><${Waiting} loaded=${loaded} what="The source" />`;
  const documents = Array.isArray(source.documents) ? source.documents : [];
  return html`
    <p><${Back} /></p>
    <header class="room-head with-verb">
      <div>
        <h1 dir="auto">${source.name}</h1>
        <p class="faint">${count(documents.length, 'document')}, ${count(source.passages, 'passage')}${source.updated_at ? `, last changed ${moment(source.updated_at)}` : ''}${source.added_by ? `, added by ${source.added_by}` : ''}</p>
        <p class="faint">For ${audienceName(source.audience).toLowerCase()}. ${source.owner ? `${source.owner} answers for it.` : 'Nobody answers for it yet.'} ${source.review_on ? `To be reviewed by ${calendarDay(source.review_on)}.` : 'No day is set to review it.'} <${Badges} source=${source} /></p>
      </div>
      ${isAdmin() &&
      html`<div class="row-of-verbs">
        <button type="button" class="button" onClick=${() => setEditing(true)}>Edit</button>
        <button type="button" class="button danger" onClick=${() => setAsking(true)}><${Icon} name="trash" /> Remove</button>
      </div>`}
    </header>
    ${source.website && html`<${SiteStatus} id=${source.id} site=${source.website} onChanged=${loaded.again} />`}
    <${Documents} documents=${documents} source=${source} onSaved=${loaded.again} />
    ${editing && html`<${EditSource} source=${source} onClose=${() => setEditing(false)} onSaved=${() => { setEditing(false); loaded.again(); }} />`}
    ${asking && html`<${Remove} source=${source} onClose=${() => setAsking(false)} />`}
  `;
}

const Back = () => html`<a class="back" href="#sources"><${Icon} name="back" flip /> All sources</a>`;

/** How many documents are shown before one has to look for the others. */
const SHOWN = 100;

/** @param {{documents: SourceDocument[], source: Source, onSaved: () => void}} props */
function Documents({ documents, source, onSaved }) {
  const [words, setWords] = useState('');
  if (documents.length === 0) return html`<p class="faint">${isUnderWay(source.website) ? 'Its pages show up here as they are read.' : 'It holds no documents.'}</p>`;
  const waits = (/** @type {SourceDocument} */ one) => one.audience_by === 'proposed';
  const wanted = words.trim().toLowerCase();
  const found = documents
    .filter((one) => `${one.title ?? ''} ${one.name}`.toLowerCase().includes(wanted))
    .sort((one, other) => Number(waits(other)) - Number(waits(one)));
  return html`
    ${documents.length > 12 && html`<${Field} label="Find a document" type="search" value=${words} onInput=${setWords} />`}
    ${found.length === 0 ? html`<p class="faint" role="status">No document has these words in its title or name.</p>` : html`<${Table} documents=${found.slice(0, SHOWN)} source=${source} onSaved=${onSaved} />`}
    ${found.length > SHOWN && html`<p class="faint small">The first ${SHOWN} of ${found.length.toLocaleString()} are shown. Find the others by their title.</p>`}
  `;
}

/** @param {{documents: SourceDocument[], source: Source, onSaved: () => void}} props */
const Table = ({ documents, source, onSaved }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label="Documents">
    <table>
      <thead><tr><th>Document</th><th>Who may read it</th><th class="number">Passages</th><th class="number">Size</th><th class="number">Version</th></tr></thead>
      <tbody>
        ${documents.map(
          (one) => html`
            <tr key=${one.id}>
              <td dir="auto">${one.url && /^https?:/i.test(one.url) ? html`<a href=${one.url} target="_blank" rel="noopener noreferrer">${one.title || one.name}</a>` : one.title || one.name}${one.title && one.title !== one.name && html`<span class="faint small block" dir="auto">${one.name}</span>`}</td>
              <td><${DocumentAudience} source=${source} one=${one} mayEdit=${isAdmin()} onSaved=${onSaved} /></td>
              <td class="number">${one.passages ?? ''}</td>
              <td class="number nowrap">${size(one.bytes)}</td>
              <td class="number">${one.version ?? ''}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;

/** @param {{source: Source, onClose: () => void}} props */
function Remove({ source, onClose }) {
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await del(`/v1/sources/${source.id}`);
      say(`Removed ${source.name}.`);
      location.hash = 'sources';
    } catch (error) {
      setBusy(false);
      refused(error);
    }
  };
  return html`
    <${Dialog} title="Remove this source" onClose=${onClose} onSubmit=${remove}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Keep it</button><button type="submit" class="button danger" disabled=${busy}>Remove</button>`}>
      <p>The bot stops answering from <strong dir="auto">${source.name}</strong> at once. Answers already given keep their citations.</p>
    </${Dialog}>
  `;
}
