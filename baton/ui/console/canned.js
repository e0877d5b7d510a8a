// @ts-check
/** Canned replies: what operators put into the composer with a slash. */
import { del, put } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{shortcut: string, text: string, updated_at: string, updated_by: string | null}} Canned */

/** A shortcut as the desk keeps it. @param {string} typed */
const shortcutOf = (typed) => typed.trim().replace(/^\/+/, '').toLowerCase().split(/\s+/).join('-');

/** @param {string} shortcut */
const address = (shortcut) => `/v1/canned-replies/${encodeURIComponent(shortcut)}`;

export function CannedReplies() {
  const loaded = useLoaded('/v1/canned-replies');
  const [writing, setWriting] = useState(/** @type {Canned | 'new' | null} */ (null));
  const items = /** @type {Canned[] | undefined} */ (loaded.value?.items);
  const done = () => {
    setWriting(null);
    loaded.again();
  };
  const remove = (/** @type {string} */ shortcut) =>
    del(address(shortcut)).then(() => {
      say(`/${shortcut} is removed.`);
      loaded.again();
    }, refused);
  return html`
    <header class="room-head with-verb">
      <div>
        <h1>Canned replies</h1>
        <p class="faint">Texts that operators put into a reply by typing a slash and the shortcut. They read and send them; the bot never does.</p>
      </div>
      <button type="button" class="button primary" onClick=${() => setWriting('new')}>Write one</button>
    </header>
    ${items ? html`<${Table} items=${items} onChange=${setWriting} onRemove=${remove} />` : html`<${Waiting} loaded=${loaded} what="Canned replies" />`}
    ${writing && html`<${Form} one=${writing === 'new' ? null : writing} items=${items ?? []} placeholders=${loaded.value?.placeholders ?? {}} onClose=${() => setWriting(null)} onDone=${done} />`}
  `;
}

/** @param {{items: Canned[], onChange: (one: Canned) => void, onRemove: (shortcut: string) => void}} props */
const Table = ({ items, onChange, onRemove }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No canned replies yet</h2><p>Write one for what your team says most often: a greeting, how to return something, a goodbye.</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Canned replies">
          <table>
            <thead><tr><th>Shortcut</th><th>Text</th><th>Changed</th><th><span class="off-screen">Verbs</span></th></tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr key=${one.shortcut}>
                    <td class="shortcut"><bdi>/${one.shortcut}</bdi></td>
                    <td><p class="canned-text" dir="auto">${one.text}</p></td>
                    <td class="small faint">${moment(one.updated_at)}${one.updated_by && html`<span class="block">${one.updated_by}</span>`}</td>
                    <td class="verb">
                      <button type="button" class="button" aria-label=${`Change /${one.shortcut}`} onClick=${() => onChange(one)}>Change</button>${' '}
                      <button type="button" class="button" aria-label=${`Remove /${one.shortcut}`} onClick=${() => onRemove(one.shortcut)}>Remove</button>
                    </td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;

/** @param {{one: Canned | null, items: Canned[], placeholders: Record<string, string>, onClose: () => void, onDone: () => void}} props */
function Form({ one, items, placeholders, onClose, onDone }) {
  const [typed, setTyped] = useState(one?.shortcut ?? '');
  const [text, setText] = useState(one?.text ?? '');
  const [refusal, setRefusal] = useState('');
  const shortcut = shortcutOf(typed);
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
        <dl>${Object.entries(placeholders).map(([name, what]) => html`<div><dt><code>{{ ${name} }}</code></dt><dd>${what}</dd></div>`)}</dl>
        <p class="hint">For what may be unknown, say what to write instead: <code>{{ first_name | default: "there" }}</code></p>
      </details>
    </${Dialog}>
  `;
}
