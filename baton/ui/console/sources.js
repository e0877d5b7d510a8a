// @ts-check
/** What the bot may answer from. */
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { moment } from '../shared/time.js';
import { count } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Badges } from './source_readers.js';
import { AddEntries, AddFiles } from './source_add.js';
import { AddWebsite, isUnderWay, siteSays, useWatch } from './source_site.js';

/** @typedef {import('../shared/wire').Source} Source */

export function Sources() {
  const loaded = useLoaded('/v1/sources', { limit: 200 });
  const [adding, setAdding] = useState(/** @type {'files' | 'site' | 'entry'} */ ('files'));
  const items = /** @type {Source[] | undefined} */ (loaded.value?.items);
  useWatch(items?.some((one) => isUnderWay(one.website)) ?? false, loaded.again, loaded.error ?? loaded.value);
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
          <button type="button" class="tab" aria-pressed=${adding === 'site'} onClick=${() => setAdding('site')}>Read a website</button>
          <button type="button" class="tab" aria-pressed=${adding === 'entry'} onClick=${() => setAdding('entry')}>Write a question and its answer</button>
        </div>
        <${ADDING[adding]} onAdded=${loaded.again} />
      </section>
    `}
    ${items && isAdmin() && html`<${ToApprove} items=${items} />`}
    ${items && html`<${Failing} items=${items} />`}
    ${items ? html`<${List} items=${items} />` : html`<${Waiting} loaded=${loaded} what="Sources" />`}
  `;
}

/** The documents that wait for somebody's word, and where they are. @param {{items: Source[]}} props */
function ToApprove({ items }) {
  const waiting = items.filter((one) => one.to_approve);
  const total = waiting.reduce((sum, one) => sum + (one.to_approve ?? 0), 0);
  return (
    total > 0 &&
    html`<p class="waits">
      <${Icon} name="lock" /> <span>${count(total, 'document reads', 'documents read')} like an internal procedure. Customers get nothing from ${total === 1 ? 'it' : 'them'} until you say who may read ${total === 1 ? 'it' : 'them'}: ${waiting.map((one, at) => html`${at > 0 && ', '}<a href=${`#sources/${one.id}`} dir="auto">${one.name}</a>`)}.</span>
    </p>`
  );
}

/** The websites that could not be read at the last attempt. @param {{items: Source[]}} props */
function Failing({ items }) {
  const failing = items.filter((one) => (one.website?.failures ?? 0) > 0 && !isUnderWay(one.website));
  const answersStill = failing.some((one) => one.passages > 0);
  return (
    failing.length > 0 &&
    html`<p class="waits">
      <${Icon} name="warn" /> <span>${count(failing.length, 'website', 'websites')} could not be read at the last attempt${answersStill && '; the bot answers from what was read before'}: ${failing.map((one, at) => html`${at > 0 && ', '}<a href=${`#sources/${one.id}`} dir="auto">${one.name}</a>`)}.</span>
    </p>`
  );
}

const ADDING = { files: AddFiles, site: AddWebsite, entry: AddEntries };

/** @param {{items: Source[]}} props */
function List({ items }) {
  if (!items.length) {
    return html`
      <div class="empty">
        <h2>The bot has nothing to answer from</h2>
        <p>Until it does, it hands every question to a person. Your help centre's address is a good start, or a folder of articles.</p>
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
              <span class="faint">${one.kind === 'entries' ? count(Number(one.documents), 'answer') : count(Number(one.documents), 'document')} · ${count(one.passages, 'passage')}</span>
              ${one.website && html`<span class="faint small">${siteSays(one.website)}</span>`}
              <span class="faint small">${one.owner ? `${one.owner} answers for it` : one.added_by ? `Added by ${one.added_by}` : ''}</span>
              ${one.updated_at && html`<span class="faint small">Changed ${moment(one.updated_at)}</span>`}
            </a>
          </li>
        `,
      )}
    </ul>
  `;
}
