// @ts-check
/** What the sources call a thing, and what customers call it. */
import { put } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { NamedRoom } from './named_room.js';

/** @typedef {{word: string, others: string[], updated_at: string, updated_by: string | null}} OwnWord */

/** @param {string} word */
const address = (word) => `/v1/words/${encodeURIComponent(word)}`;

export const OwnWords = () => html`<${NamedRoom} room=${WORDS} />`;

/** @type {import('./named_room.js').Room<OwnWord>} */
const WORDS = {
  title: 'Vocabulary',
  about: 'Your products’ other names, and words that mean the same here. A question in a customer’s word finds the pages that use yours.',
  write: 'Add a word',
  path: '/v1/words',
  empty: ['No words yet', 'Add one where customers say something else than your pages do: an old name of a product, a nickname, another spelling.'],
  nameOf: ({ word }) => word,
  says: ({ word }) => word,
  gone: 'To see what that changed, ask again under Must keep working.',
  heads: ['Your pages say', 'Customers also say'],
  cells: (one) => html`
    <td dir="auto">${one.word}</td>
    <td dir="auto">${one.others.join(', ')}</td>
  `,
  Form,
};

/** @param {import('./named_room.js').FormProps<OwnWord>} props */
function Form({ one, onClose, onDone }) {
  const [word, setWord] = useState(one?.word ?? '');
  const [typed, setTyped] = useState(one?.others.join('\n') ?? '');
  const [refusal, setRefusal] = useState('');
  const others = typed.split(/[\n,;]/).map((other) => other.trim()).filter(Boolean);
  const submit = async () => {
    try {
      await put(address(word.trim()), { others });
      onDone();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return html`
    <${Dialog} title=${one ? `Change ${one.word}` : 'Add a word'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!word.trim() || !others.length}>Save</button>`}>
      ${one ? null : html`<${Field} label="Your pages say" hint="A word or a name as it stands in your sources." value=${word} onInput=${setWord} required autofocus />`}
      <${Field} label="Customers also say" hint="One to a line. Capitals, hyphens and plurals make no difference." value=${typed} onInput=${setTyped} rows=${4} required />
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}
