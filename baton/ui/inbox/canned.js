// @ts-check
/** What a slash in the composer lists: canned replies, which are put in with their values filled, and macros, which are read first. */
import { get } from '../shared/api.js';
import { html, signal, useEffect, useState } from '../shared/html.js';
import { refused, say } from '../shared/toasts.js';
import { draftOf, keepDraft } from './drafts.js';
import { allowed } from './lock.js';
import { showMacro } from './macro.js';
import { macros } from './macro_list.js';
import { asCanned, meant, placed, slashWord, without } from './slash.js';

/** @typedef {import('./slash.js').Canned} Canned */
/** @typedef {import('./drafts.js').Kind} Kind */

/** Every canned reply, null before they are there. */
export const canned = signal(/** @type {Canned[] | null} */ (null));

/** Fetched anew whenever a composer opens, so that what an admin has just written is there. */
export const loadCanned = () => get('/v1/canned-replies').then((answer) => (canned.value = answer.items));

/** @type {Record<string, string>} */
const UNKNOWN = {
  first_name: 'the customer’s name',
  name: 'the customer’s name',
  email: 'the customer’s e-mail address',
  operator: 'your name',
  queue: 'the queue',
  reference: 'a reference',
  company: 'the company’s name',
};

/**
 * Put a canned reply into the draft, in place of the slash word or below what is written.
 * @param {string} id @param {Kind} kind @param {string} shortcut @param {{start: number, end: number, typed: string}} word
 */
export async function insertCanned(id, kind, shortcut, word) {
  try {
    const { text, missing } = await get(`/v1/conversations/${id}/canned-replies/${encodeURIComponent(shortcut)}`);
    keepDraft(id, kind, placed(draftOf(id, kind), word, text));
    const unknown = [...new Set(missing.map((/** @type {string} */ name) => UNKNOWN[name] ?? name))].join(' and ');
    if (unknown) say(`Read it before you send it: ${unknown} isn’t known here.`);
  } catch (error) {
    refused(error);
  }
}

/**
 * The slash list of one editor: its keys, what the textarea says of it, and the list itself.
 * @param {{id: string, kind: Kind, focus: () => void}} editor
 */
export function useSlash({ id, kind, focus }) {
  const [word, setWord] = useState(/** @type {ReturnType<typeof slashWord>} */ (null));
  const [at, setAt] = useState(0);
  const close = () => setWord(null);
  useEffect(() => {
    loadCanned().catch(refused);
  }, [id]);
  const all = [...(canned.value ?? []), ...asCanned(allowed().label ? (macros.value ?? []) : [])];
  const found = word ? meant(all, word.typed) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  /** @param {Canned} one */
  const take = (one) => {
    if (word && one.isMacro) {
      keepDraft(id, kind, without(draftOf(id, kind), word));
      showMacro(one.shortcut);
    } else if (word) insertCanned(id, kind, one.shortcut, word).then(focus);
    close();
  };
  /** @param {HTMLTextAreaElement} area */
  const typed = (area) => {
    setWord(slashWord(area.value, area.selectionEnd));
    setAt(0);
  };
  /** Whether the list took the key. @param {KeyboardEvent} event */
  const press = (event) => {
    if (!chosen || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  };
  const says = chosen ? { 'aria-controls': 'canned', 'aria-activedescendant': elementId(chosen) } : {};
  const empty = canned.value?.length === 0 && all.length === 0 && word?.typed === '';
  const list = chosen ? html`<${List} found=${found} chosen=${chosen} onTake=${take} />` : empty && html`<${None} />`;
  return { typed, press, close, says: { 'aria-autocomplete': 'list', ...says }, list };
}

/** @param {Canned} one */
const elementId = (one) => `${one.isMacro ? 'slash-macro' : 'canned'}-${one.shortcut}`;

const None = () => html`<p class="slash none" role="status">There are no canned replies yet. An admin writes them in the console.</p>`;

/** @param {{found: Canned[], chosen: Canned, onTake: (one: Canned) => void}} props */
function List({ found, chosen, onTake }) {
  useEffect(() => document.getElementById(elementId(chosen))?.scrollIntoView({ block: 'nearest' }), [chosen]);
  /** The press must not take the focus from the textarea. @param {Event} event */
  const keep = (event) => event.preventDefault();
  return html`
    <ul class="slash" id="canned" role="listbox" aria-label="Canned replies and macros" onMouseDown=${keep}>
      ${found.map(
        (one) => html`
          <li key=${elementId(one)} id=${elementId(one)} role="option" aria-selected=${one === chosen} onClick=${() => onTake(one)}>
            <span class="shortcut"><bdi>/${one.shortcut}</bdi></span> <span class="faint" dir="auto">${one.text}</span>
          </li>
        `,
      )}
    </ul>
    <p class="off-screen" role="status">${found.length} found</p>
  `;
}
