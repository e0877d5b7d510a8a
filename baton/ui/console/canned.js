// @ts-check
/** Canned replies: what operators put into the composer with a slash. */
import { del, put } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { nameAsKept, NamedRoom } from './named_room.js';

/** @typedef {{shortcut: string, text: string, updated_at: string, updated_by: string | null}} Canned */

/** @param {string} shortcut */
const address = (shortcut) => `/v1/canned-replies/${encodeURIComponent(shortcut)}`;

export const CannedReplies = () => html`<${NamedRoom} room=${CANNED} />`;

/** @type {import('./named_room.js').Room<Canned>} */
const CANNED = {
  title: 'Canned replies',
  about: 'Texts that operators put into a reply by typing a slash and the shortcut. They read and send them; the bot never does.',
  write: 'Write one',
  path: '/v1/canned-replies',
  empty: ['No canned replies yet', 'Write one for what your team says most often: a greeting, how to return something, a goodbye.'],
  nameOf: ({ shortcut }) => shortcut,
  says: ({ shortcut }) => `/${shortcut}`,
  heads: ['Shortcut', 'Text'],
  cells: (one) => html`
    <td class="shortcut"><bdi>/${one.shortcut}</bdi></td>
    <td><p class="canned-text" dir="auto">${one.text}</p></td>
  `,
  Form,
};

/** @param {import('./named_room.js').FormProps<Canned>} props */
function Form({ one, items, loaded, onClose, onDone }) {
  const [typed, setTyped] = useState(one?.shortcut ?? '');
  const [text, setText] = useState(one?.text ?? '');
  const [refusal, setRefusal] = useState('');
  const shortcut = nameAsKept(typed);
  const taken = shortcut !== one?.shortcut && items.some((other) => other.shortcut === shortcut);
  const submit = async () => {
    try {
      await put(address(shortcut), { text });
      if (one && one.shortcut !== shortcut) await del(address(one.shortcut));
      onDone();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return html`
    <${Dialog} title=${one ? `Change /${one.shortcut}` : 'Write a canned reply'} onClose=${onClose} onSubmit=${submit} wide
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!shortcut || !text.trim() || taken}>Save</button>`}>
      <${Field} label="Shortcut" hint="One word, such as return-label. Operators type it after a slash." value=${typed} onInput=${setTyped} required autofocus />
      ${taken && html`<p class="over" role="alert">/${shortcut} is there already. Change that one, or choose another word.</p>`}
      <${Field} label="Text" hint="Write it as you would to one customer. Operators can change it before they send it." value=${text} onInput=${setText} rows=${7} required />
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
      <details class="placeholders">
        <summary>What can be filled in</summary>
        <dl>${Object.entries(loaded?.placeholders ?? {}).map(([name, what]) => html`<div><dt><code>{{ ${name} }}</code></dt><dd>${what}</dd></div>`)}</dl>
        <p class="hint">For what may be unknown, say what to write instead: <code>{{ first_name | default: "there" }}</code></p>
      </details>
    </${Dialog}>
  `;
}
