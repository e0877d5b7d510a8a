// @ts-check
/** What the desk says of itself to customers, in each language: its own text, or the company's words in its place. */
import { Check, Choice, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { useLoaded, Waiting } from './load.js';
import { WordingDialog } from './wording_dialog.js';

/** @typedef {{key: string, built_in: string, own: string | null, reads: string, placeholders: string[], required: string[]}} Sentence */
/** @typedef {{version: number, language: string, direction: 'ltr' | 'rtl', languages: {code: string, name: string, own: number}[], items: Sentence[]}} Wordings */

/** Times, lengths and reasons: they stand within sentences, and hardly anybody wants them first. */
const PARTS = /^(weekday_|team_word|day_|at$|between$|when_|zone_city|why$|connect_|because_|under_minute|up_to_|minutes|hours)/;

export function Wording() {
  const [language, setLanguage] = useState('');
  const loaded = useLoaded('/v1/wordings', language ? { language } : {}, language);
  const shown = /** @type {Wordings | undefined} */ (loaded.value);
  return html`
    <header class="room-head">
      <h1>Wording</h1>
      <p class="faint">What the desk says of itself to customers: that a person is called in, how long it takes, what was passed on. Say it in your own words, language by language; the rest stays as it is.</p>
    </header>
    ${shown ? html`<${Sentences} shown=${shown} chosen=${language || shown.language} onLanguage=${setLanguage} again=${loaded.again} />` : html`<${Waiting} loaded=${loaded} what="The words" />`}
  `;
}

/** @param {{shown: Wordings, chosen: string, onLanguage: (code: string) => void, again: () => void}} props */
function Sentences({ shown, chosen, onLanguage, again }) {
  const [typed, setTyped] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const [key, setKey] = useState(/** @type {string | null} */ (null));
  const sought = typed.trim().toLocaleLowerCase();
  // While another language is on its way, nothing of the one before can be chosen.
  // What only joins two sentences has nothing to be read or changed.
  const items = chosen === shown.language ? shown.items.filter((one) => one.reads.trim()) : null;
  const found = (items ?? []).filter((one) => (!onlyOwn || one.own !== null) && `${one.key} ${one.reads} ${one.built_in}`.toLocaleLowerCase().includes(sought));
  const open = items?.find((one) => one.key === key);
  const close = () => setKey(null);
  return html`
    <div class="in-line wording-tools">
      <${Choice} label="Language" value=${chosen} onInput=${onLanguage} options=${shown.languages.map((one) => ({ value: one.code, label: one.own ? `${one.name} (${one.own} of your own)` : one.name }))} />
      <${Field} label="Find a sentence" type="search" value=${typed} onInput=${setTyped} />
      <${Check} label="Only your own" checked=${onlyOwn} onInput=${setOnlyOwn} />
    </div>
    <p class=${items ? 'off-screen' : 'faint'} role="status">${items ? `${found.length} sentences` : 'Fetching the sentences…'}</p>
    ${items && found.length === 0 && html`<div class="empty"><h2>${onlyOwn && !sought ? 'No words of your own yet' : 'No such sentence'}</h2><p>${onlyOwn && !sought ? 'In this language customers read the desk’s own sentences.' : 'Look for a word that stands in it, or for its key.'}</p></div>`}
    <${List} title="Sentences" items=${found.filter((one) => !PARTS.test(one.key))} shown=${shown} onChange=${setKey} />
    <${List} title="Parts of sentences" items=${found.filter((one) => PARTS.test(one.key))} shown=${shown} onChange=${setKey} />
    ${open && html`<${WordingDialog} one=${open} shown=${shown} onClose=${close} onStale=${again} onDone=${() => { close(); again(); }} />`}
  `;
}

/** @param {{title: string, items: Sentence[], shown: Wordings, onChange: (key: string) => void}} props */
function List({ title, items, shown, onChange }) {
  if (!items.length) return null;
  return html`
    <section>
      <h2 class="sentences-head">${title}</h2>
      <ul class="sentences">
        ${items.map(
          (one) => html`
            <li key=${one.key}>
              <div>
                <p lang=${shown.language} dir=${shown.direction}>${one.reads}</p>
                <p class="faint small"><code>${one.key}</code>${one.own !== null && html` <span class="chip">Your words</span>`}</p>
              </div>
              <button type="button" class="button" aria-label=${`Change ${one.key}`} onClick=${() => onChange(one.key)}>Change</button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
