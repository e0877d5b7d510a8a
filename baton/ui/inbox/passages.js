// @ts-check
/** Looking something up in the sources while writing, and putting it into the draft with where it is from. */
import { get } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { focusComposer } from './composer.js';
import { close } from './dialog_actions.js';
import { citedIn, draftOf, keepCited, keepDraft } from './drafts.js';
import { composerTab, selectedId } from './store.js';

/** @typedef {{id: string, title: string, heading: string, question: string, text: string, url: string | null, audience: string}} Passage */

const MOST = 8;

/** Add a passage below what is written so far, and cite it: the source stands beside the message. @param {Passage} passage */
function insert(passage) {
  const id = selectedId.value;
  if (!id) return;
  const kind = composerTab.value === 'note' ? 'note' : 'text';
  const before = draftOf(id, kind).trimEnd();
  keepDraft(id, kind, `${before}${before && '\n\n'}${passage.text.trim()}`);
  keepCited(id, kind, [...citedIn(id, kind).filter((one) => one.id !== passage.id), { id: passage.id, title: passage.title }]);
  close();
  // After the dialog has given the focus back to where it was.
  requestAnimationFrame(focusComposer);
}

export function PassagesDialog() {
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState(/** @type {Passage[] | null} */ (null));
  const [refusal, setRefusal] = useState('');
  const search = async () => {
    if (!words.trim() || busy) return;
    setBusy(true);
    setRefusal('');
    await get('/v1/passages', { q: words.trim(), limit: MOST }).then(
      (answer) => setFound(answer.items),
      (error) => setRefusal(error.message),
    );
    setBusy(false);
  };
  return html`
    <${Dialog} title="Find in the sources" onClose=${close} onSubmit=${search} wide>
      <div class="search-line">
        <div class="field"><input enterkeyhint="search" aria-label="What to look for" placeholder="What the customer asks about" value=${words} dir="auto" autofocus maxlength="400"
          onInput=${(/** @type {any} */ event) => setWords(event.currentTarget.value)} /></div>
        <button type="submit" class="button primary" disabled=${!words.trim() || busy}>${busy ? 'Looking…' : 'Find'}</button>
      </div>
      <div role="status">
        ${refusal && html`<p class="over">${refusal}</p>`}
        ${found && !found.length && html`<p class="faint">Nothing in the sources speaks of this. Try other words.</p>`}
        ${!!found?.length && html`<ul class="passages-found">${found.map((one) => html`<li key=${one.id}><${Found} passage=${one} /></li>`)}</ul>`}
      </div>
    </${Dialog}>
  `;
}

/** What is not for customers goes into notes only. @param {{passage: Passage}} props */
function Found({ passage }) {
  const secret = passage.audience !== 'public';
  const where = passage.heading && passage.heading !== passage.title ? `${passage.title} › ${passage.heading}` : passage.title;
  return html`
    <p><strong dir="auto">${where}</strong> ${secret && html`<span class="chip pressing">Not for customers</span>`}</p>
    <p class="passage-text" dir="auto">${passage.text}</p>
    ${secret && composerTab.value !== 'note'
      ? html`<p class="hint">It can be put into a note, not into a reply.</p>`
      : html`<p><button type="button" class="button small" aria-label=${`Insert from ${where}`} onClick=${() => insert(passage)}>Insert</button></p>`}
  `;
}
