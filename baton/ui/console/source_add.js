// @ts-check
/** Adding sources: files by picker or by drop, or a question with its answer. */
import { post } from '../shared/api.js';
import { Field } from '../shared/dialog.js';
import { cls, html, useRef, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { count } from '../shared/words.js';

/** @typedef {{documents: number, passages: number, skipped: {name: string, why: string}[]}} Summary */
/** @typedef {{state: 'idle'} | {state: 'sending', what: string} | {state: 'done', summary: Summary} | {state: 'failed', why: string}} Outcome */

/** Entries that are written here gather in one source of this name. */
const WRITTEN = 'Written answers';
const ACCEPT = '.md,.markdown,.txt,.html,.htm';

/** @param {(outcome: Outcome) => void} tell @param {string} what @param {unknown} body @param {() => void} onAdded */
async function add(tell, what, body, onAdded) {
  tell({ state: 'sending', what });
  try {
    const answer = await post('/v1/sources', body);
    tell({ state: 'done', summary: answer.summary });
    onAdded();
    return true;
  } catch (error) {
    tell({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

/** @param {{onAdded: () => void}} props */
export function AddFiles({ onAdded }) {
  const [outcome, tell] = useState(/** @type {Outcome} */ ({ state: 'idle' }));
  const [over, setOver] = useState(false);
  const picker = useRef(/** @type {HTMLInputElement | null} */ (null));
  /** @param {FileList | null | undefined} files */
  const send = (files) => {
    if (!files?.length) return;
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    add(tell, count(files.length, 'file'), form, onAdded);
  };
  /** @param {DragEvent} event */
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer?.files);
  };
  /** @param {DragEvent} event */
  const hover = (event) => {
    event.preventDefault();
    setOver(true);
  };
  return html`
    <div class=${cls('drop', over && 'over')} onDragOver=${hover} onDragLeave=${() => setOver(false)} onDrop=${drop}>
      <${Icon} name="up" />
      <p>Drop files here, or <button type="button" class="link" onClick=${() => picker.current?.click()}>choose them</button></p>
      <p class="hint">Markdown, text and HTML.</p>
      <input ref=${picker} type="file" multiple accept=${ACCEPT} hidden aria-label="Files to add"
        onChange=${(/** @type {any} */ event) => (send(event.currentTarget.files), (event.currentTarget.value = ''))} />
    </div>
    <${OutcomeView} outcome=${outcome} />
  `;
}

/** @param {{onAdded: () => void}} props */
export function AddEntries({ onAdded }) {
  const [outcome, tell] = useState(/** @type {Outcome} */ ({ state: 'idle' }));
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState('');
  const [url, setUrl] = useState('');
  const ready = question.trim() && answer.trim();
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    const entry = { question: question.trim(), answer: answer.trim(), ...(url.trim() ? { url: url.trim() } : {}) };
    const added = await add(tell, 'the entry', { name: WRITTEN, entries: [entry] }, onAdded);
    if (!added) return;
    setQuestion('');
    setAnswer('');
    setUrl('');
  };
  return html`
    <form class="form" onSubmit=${submit}>
      <${Field} label="Question" hint="As a customer would ask it." value=${question} onInput=${setQuestion} required />
      <${Field} label="Answer" hint="The bot gives it in these very words." value=${answer} onInput=${setAnswer} rows=${4} required />
      <${Field} label="Link" hint="Optional: where it is written." value=${url} onInput=${setUrl} type="url" placeholder="https://" />
      <div><button type="submit" class="button primary" disabled=${!ready || outcome.state === 'sending'}>Add entry</button></div>
    </form>
    <${OutcomeView} outcome=${outcome} />
  `;
}

/** @param {{outcome: Outcome}} props */
function OutcomeView({ outcome }) {
  if (outcome.state === 'idle') return html`<div role="status"></div>`;
  if (outcome.state === 'sending') return html`<div class="outcome" role="status"><p>Reading ${outcome.what}…</p><progress aria-label="Reading"></progress></div>`;
  if (outcome.state === 'failed') return html`<div class="outcome refusal" role="alert"><p>Nothing was added. ${outcome.why}</p></div>`;
  const { documents, passages, skipped } = outcome.summary;
  return html`
    <div class="outcome" role="status">
      <p><${Icon} name="check" /> Read ${count(documents, 'document')}, cut into ${count(passages, 'passage')}. The bot answers from them now.</p>
      ${skipped.length > 0 &&
      html`
        <p>${count(skipped.length, 'file was', 'files were')} left out:</p>
        <ul class="skipped">${skipped.map((one) => html`<li><strong dir="auto">${one.name}</strong> <span class="faint">${one.why}</span></li>`)}</ul>
      `}
    </div>
  `;
}
