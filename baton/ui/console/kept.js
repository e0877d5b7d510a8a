// @ts-check
/** The questions that must keep working: asked again after a change, they say what changed and what broke. */
import { del, post } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { count, decisionName } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{id: string, question: string, expected: string[], works: boolean | null, change: string, outcome: any, before: any}} Kept */

const CHANGES = /** @type {Record<string, string>} */ ({ broke: 'Broke: it worked before', mended: 'Works again', changed: 'Another answer' });

export function KeptQuestions() {
  const loaded = useLoaded('/v1/kept-questions');
  const [busy, setBusy] = useState(false);
  const items = /** @type {Kept[] | undefined} */ (loaded.value?.items);
  const run = async () => {
    setBusy(true);
    await post('/v1/kept-questions/runs').then(loaded.again, refused);
    setBusy(false);
  };
  return html`
    <section aria-labelledby="kept-head" class="kept">
      <header class="room-head with-verb">
        <div>
          <h2 id="kept-head">What must keep working</h2>
          <p class="faint" role="status">${items ? summary(items) : ''}</p>
        </div>
        ${!!items?.length && html`<button type="button" class="button" disabled=${busy} onClick=${run}>${busy ? 'Asking…' : 'Ask all again'}</button>`}
      </header>
      ${items ? html`<${List} items=${items} again=${loaded.again} />` : html`<${Waiting} loaded=${loaded} what="The list" />`}
    </section>
  `;
}

/** @param {Kept[]} items */
function summary(items) {
  if (!items.length) return 'Ask something above and keep it. Thirty of the most frequent questions make a good list.';
  const works = items.filter((one) => one.works).length;
  const broke = items.filter((one) => one.change === 'broke').length;
  return `${works} of ${items.length} work.${broke ? ` ${count(broke, 'question')} broke since the last run.` : ''}`;
}

/** @param {{items: Kept[], again: () => void}} props */
const List = ({ items, again }) =>
  items.length > 0 &&
  html`
    <div class="table-wrap" tabindex="0" role="region" aria-label="The list">
      <table>
        <thead><tr><th>Question</th><th>Now</th><th>Since the run before</th><th><span class="off-screen">Remove</span></th></tr></thead>
        <tbody>
          ${items.map(
            (one) => html`
              <tr key=${one.id}>
                <td dir="auto">${one.question}${one.expected.length > 0 && html`<span class="faint small block">from ${one.expected.join(', ')}</span>`}</td>
                <td><span class=${one.works ? 'chip' : 'chip pressing'}>${one.works ? 'Works' : 'Does not work'}</span>${!one.works && html`<span class="faint small block">${one.outcome?.kind === 'answer' ? 'Answered from another source' : `The bot’s decision: ${decisionName(one.outcome?.kind).toLowerCase()}`}</span>`}</td>
                <td>${CHANGES[one.change] ? html`<span class=${one.change === 'broke' ? 'over' : ''}>${CHANGES[one.change]}</span>` : html`<span class="faint">None</span>`}${one.change && one.before?.answer && html`<details><summary>The answer before</summary><span dir="auto">${one.before.answer}</span></details>`}</td>
                <td class="verb"><button type="button" class="link" aria-label=${`Remove “${one.question}”`} onClick=${() => del(`/v1/kept-questions/${one.id}`).then(again, refused)}>Remove</button></td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
