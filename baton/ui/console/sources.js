// @ts-check
/** What the bot may answer from. */
import { html, useState } from '../shared/html.js';
import { isAdmin } from '../shared/session.js';
import { moment } from '../shared/time.js';
import { count } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Badges } from './source_readers.js';
import { AddEntries, AddFiles } from './source_add.js';

/** @typedef {import('../shared/wire').Source} Source */

export function Sources() {
  const loaded = useLoaded('/v1/sources', { limit: 200 });
  const [adding, setAdding] = useState(/** @type {'files' | 'entry'} */ ('files'));
  const items = /** @type {Source[] | undefined} */ (loaded.value?.items);
  const totals = items && `${count(items.length, 'source')}, ${count(items.reduce((sum, one) => sum + one.passages, 0), 'passage')}`;
  return html`
    <header class="room-head">
      <h1>Sources</h1>
      <p class="faint">The bot answers only from these, and cites them. ${totals}</p>
    </header>
    ${isAdmin() &&
    html`
      <section class="card" aria-label="Add a source">
        <div class="card-tabs">
          <button type="button" class="tab" aria-pressed=${adding === 'files'} onClick=${() => setAdding('files')}>Add files</button>
          <button type="button" class="tab" aria-pressed=${adding === 'entry'} onClick=${() => setAdding('entry')}>Write a question and its answer</button>
        </div>
        ${adding === 'files' ? html`<${AddFiles} onAdded=${loaded.again} />` : html`<${AddEntries} onAdded=${loaded.again} />`}
      </section>
    `}
    ${items ? html`<${List} items=${items} />` : html`<${Waiting} loaded=${loaded} what="Sources" />`}
  `;
}

/** @param {{items: Source[]}} props */
function List({ items }) {
  if (!items.length) {
    return html`
      <div class="empty">
        <h2>The bot has nothing to answer from</h2>
        <p>Until it does, it hands every question to a person. Help articles in Markdown, text or HTML are a good start.</p>
      </div>
    `;
  }
  return html`
    <ul class="cards">
      ${items.map(
        (one) => html`
          <li>
            <a class="card source" href=${`#sources/${one.id}`}>
              <strong dir="auto">${one.name}</strong>
              <span><${Badges} source=${one} /></span>
              <span class="faint">${one.kind === 'entries' ? count(Number(one.documents), 'question and answer', 'questions and answers') : count(Number(one.documents), 'document')} · ${count(one.passages, 'passage')}</span>
              <span class="faint small">${one.added_by ? `Added by ${one.added_by}` : 'Added'}${one.updated_at ? `, ${moment(one.updated_at)}` : ''}</span>
            </a>
          </li>
        `,
      )}
    </ul>
  `;
}
