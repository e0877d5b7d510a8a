// @ts-check
/** Adding sources: files by picker or by drop, or a question with its answer. */
import { post, Refusal } from '../shared/api.js';
import { Field } from '../shared/dialog.js';
import { cls, html, useRef, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { count } from '../shared/words.js';
import { chosen, dropped, folderOf } from './dropped.js';
import { LeftOut, said } from './left_out.js';

/** @typedef {{documents: number, passages: number, gone: number, skipped: {name: string, why: string}[], twins: {name: string, twin: string, share: number}[]}} Summary */
/** @typedef {{state: 'idle'} | {state: 'sending', what: string, done?: number, of?: number} | {state: 'done', summary: Summary} | {state: 'failed', why: string}} Outcome */
/** @typedef {import('./dropped.js').Named} Named */

/** Entries that are written here gather in one source of this name. */
const WRITTEN = 'Written answers';
const UPLOADED = 'Uploaded files';
const ACCEPT = '.md,.markdown,.txt,.text,.html,.htm,.xhtml,.pdf,.docx,.csv,.tsv,.yaml,.yml,.json,.jsonl,.zip';
const PORTION_FILES = 20;
const PORTION_BYTES = 16e6;

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

/** Portions small enough that each is read in a moment. @param {Named[]} files @returns {Named[][]} */
function portions(files) {
  /** @type {Named[][]} */
  const made = [];
  let size = Infinity;
  for (const one of files) {
    if (size + one.file.size > PORTION_BYTES || made[made.length - 1].length >= PORTION_FILES) {
      made.push([]);
      size = 0;
    }
    made[made.length - 1].push(one);
    size += one.file.size;
  }
  return made;
}

/** Send files portion by portion, telling how far it is; one bad portion does not stop the rest. @param {(outcome: Outcome) => void} tell @param {Named[]} files */
async function sendFiles(tell, files) {
  const name = folderOf(files) || (files.length > 1 ? UPLOADED : files[0].path);
  /** @type {Summary} */
  const summary = { documents: 0, passages: 0, gone: 0, skipped: [], twins: [] };
  let done = 0;
  let kept = false;
  for (const portion of portions(files)) {
    tell({ state: 'sending', what: `${done + 1} of ${count(files.length, 'file')}: ${portion[0].path}`, done, of: files.length });
    const form = new FormData();
    form.append('name', name);
    for (const { path, file } of portion) form.append('files', file, path);
    try {
      const answer = (await post('/v1/sources', form)).summary;
      kept = true;
      Object.assign(summary, { documents: answer.documents, passages: answer.passages, gone: summary.gone + answer.gone });
      summary.skipped.push(...answer.skipped);
      summary.twins.push(...answer.twins);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const refused = error instanceof Refusal ? error.problem.skipped : null;
      summary.skipped.push(...(refused ?? portion.map(({ path }) => ({ name: path, why }))));
    }
    done += portion.length;
  }
  if (kept) tell({ state: 'done', summary });
  else tell({ state: 'failed', why: summary.skipped.map(said).slice(0, 5).join(' ') });
  return kept;
}

/** @param {{onAdded: () => void}} props */
export function AddFiles({ onAdded }) {
  const [outcome, tell] = useState(/** @type {Outcome} */ ({ state: 'idle' }));
  const [over, setOver] = useState(false);
  const picker = useRef(/** @type {HTMLInputElement | null} */ (null));
  /** @param {Named[]} files */
  const send = async (files) => {
    if (files.length && outcome.state !== 'sending' && (await sendFiles(tell, files))) onAdded();
  };
  /** @param {DragEvent} event */
  const drop = async (event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) send(await dropped(event.dataTransfer));
  };
  /** @param {DragEvent} event */
  const hover = (event) => {
    event.preventDefault();
    setOver(true);
  };
  return html`
    <div class=${cls('drop', over && 'over')} onDragOver=${hover} onDragLeave=${() => setOver(false)} onDrop=${drop}>
      <${Icon} name="up" />
      <p>Drop files or a folder here, or <button type="button" class="link" onClick=${() => picker.current?.click()}>choose files</button></p>
      <p class="hint">Markdown, text, HTML, PDF, Word, CSV, and zip archives of them.</p>
      <input ref=${picker} type="file" multiple accept=${ACCEPT} hidden aria-label="Files to add"
        onChange=${(/** @type {any} */ event) => (send(chosen(event.currentTarget.files)), (event.currentTarget.value = ''))} />
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
  if (outcome.state === 'sending') {
    const bar = outcome.of && outcome.of > PORTION_FILES ? html`<progress aria-label="Files read" max=${outcome.of} value=${outcome.done}></progress>` : html`<progress aria-label="Reading"></progress>`;
    return html`<div class="outcome" role="status"><p>Reading ${outcome.what}…</p>${bar}</div>`;
  }
  if (outcome.state === 'failed') return html`<div class="outcome refusal" role="alert"><p>Nothing was added. ${outcome.why}</p></div>`;
  const { documents, passages, gone, skipped, twins } = outcome.summary;
  return html`
    <div class="outcome" role="status">
      <p><${Icon} name="check" /> The source has ${count(documents, 'document')}, cut into ${count(passages, 'passage')}. The bot answers from them now.</p>
      ${gone > 0 && html`<p>${count(gone, 'document was', 'documents were')} taken out, because the archive no longer has ${gone > 1 ? 'them' : 'it'}.</p>`}
      ${twins.length > 0 &&
      html`
        <p>${count(twins.length, 'document says', 'documents say')} nearly what another says. Keep one of each two:</p>
        <ul class="skipped">${twins.slice(0, 20).map((one) => html`<li><strong dir="auto">${one.name}</strong> <span class="faint">is like ${one.twin}${one.name === one.twin && ' of another source'} (${Math.round(one.share * 100)}%)</span></li>`)}</ul>
      `}
      ${skipped.length > 0 &&
      html`
        <p>${count(skipped.length, 'file was', 'files were')} left out:</p>
        <${LeftOut} items=${skipped} />
      `}
    </div>
  `;
}
