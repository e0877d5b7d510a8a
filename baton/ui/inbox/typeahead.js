// @ts-check
/** The one list that opens above the composer as a word is typed: the arrows choose, Enter puts it in. What it lists is its sources'. */
import { html, useEffect, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { typedWord } from './typed_word.js';

/** @typedef {import('./typed_word.js').Word} Word */
/** @typedef {import('./drafts.js').Kind} Kind */
/**
 * @template T
 * @typedef {{mark: string, label: string, load?: () => Promise<any>, find: (typed: string) => T[], key: (one: T) => string,
 *   show: (one: T) => any, take: (one: T, word: Word, id: string, kind: Kind) => Promise<unknown>, none?: () => string | null}} Source
 *   `none` is what to say where there is nothing to list at all
 */

/**
 * The list of one editor: its keys, what the textarea says of it, and the list itself.
 * @param {{id: string, kind: Kind, sources: Source<any>[], focus: () => void}} editor
 */
export function useTypeahead({ id, kind, sources, focus }) {
  const [word, setWord] = useState(/** @type {Word | null} */ (null));
  const [at, setAt] = useState(0);
  const close = () => setWord(null);
  useEffect(() => {
    for (const one of sources) one.load?.().catch(refused);
  }, [id]);
  const source = sources.find((one) => one.mark === word?.mark);
  const found = word && source ? source.find(word.typed) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  /** @param {any} one */
  const take = (one) => {
    if (word) source?.take(one, word, id, kind).then(focus, refused);
    close();
  };
  /** @param {HTMLTextAreaElement} area */
  const typed = (area) => {
    setWord(typedWord(area.value, area.selectionEnd, sources.map((one) => one.mark).join('')));
    setAt(0);
  };
  /** Whether the list took the key. @param {KeyboardEvent} event */
  const press = (event) => {
    if (chosen === undefined || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  };
  const none = word?.typed === '' && source?.none?.();
  const list = source && chosen !== undefined ? html`<${List} source=${source} found=${found} chosen=${chosen} onTake=${take} />` : none && html`<p class="typeahead none" role="status">${none}</p>`;
  const says = source && chosen !== undefined ? { 'aria-controls': 'typeahead', 'aria-activedescendant': optionId(source.key(chosen)) } : {};
  return { typed, press, close, says: { 'aria-autocomplete': 'list', ...says }, list };
}

/** @param {string} key */
const optionId = (key) => `typeahead-${key}`;

/** @param {{source: Source<any>, found: any[], chosen: any, onTake: (one: any) => void}} props */
function List({ source, found, chosen, onTake }) {
  useEffect(() => document.getElementById(optionId(source.key(chosen)))?.scrollIntoView({ block: 'nearest' }), [chosen]);
  /** The press must not take the focus from the textarea. @param {Event} event */
  const keep = (event) => event.preventDefault();
  return html`
    <ul class="typeahead" id="typeahead" role="listbox" aria-label=${source.label} onMouseDown=${keep}>
      ${found.map(
        (one) => html`
          <li key=${source.key(one)} id=${optionId(source.key(one))} role="option" aria-selected=${one === chosen} onClick=${() => onTake(one)}>${source.show(one)}</li>
        `,
      )}
    </ul>
    <p class="off-screen" role="status">${source.label}: ${found.length}</p>
  `;
}
