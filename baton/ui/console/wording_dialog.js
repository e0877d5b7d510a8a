// @ts-check
/** One sentence: written, looked at by the desk while one types, seen as a customer would, and put in force. */
import { del, post, put } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, useEffect, useRef, useState } from '../shared/html.js';
import { say } from '../shared/toasts.js';

/** @typedef {import('./wording.js').Sentence} Sentence */
/** @typedef {{ok: boolean, flaws: string[], strange: {name: string, start: number, end: number}[], missing: string[], reads: string | null}} Looked */

/** Milliseconds without a key after which what was typed is looked at. */
const PAUSE = 250;

/** What the desk says of a text, a moment after it was typed. @param {string} path @param {string} text */
function useLook(path, text) {
  const [looked, setLooked] = useState(/** @type {(Looked & {text: string}) | null} */ (null));
  const [refusal, setRefusal] = useState('');
  useEffect(() => {
    let wanted = true;
    const later = setTimeout(() => {
      post(`${path}/check`, { text }).then(
        (answer) => {
          if (!wanted) return;
          setRefusal('');
          setLooked({ ...answer, text });
        },
        (refused) => wanted && setRefusal(refused.message),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(later);
    };
  }, [text]);
  return { looked, refusal };
}

/** @param {{one: Sentence, shown: import('./wording.js').Wordings, onClose: () => void, onStale: () => void, onDone: () => void}} props */
export function WordingDialog({ one, shown, onClose, onStale, onDone }) {
  const path = `/v1/wordings/${encodeURIComponent(shown.language)}/${encodeURIComponent(one.key)}`;
  const [text, setText] = useState(one.own ?? one.built_in);
  const [refusal, setRefusal] = useState('');
  const [isGoing, setGoing] = useState(false);
  const { looked, refusal: unheard } = useLook(path, text);
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const isLooked = looked?.text === text;
  const isSame = text.trim() === (one.own ?? one.built_in).trim();
  const mayGo = isLooked && looked?.ok && !isSame && !isGoing;
  /** @param {Promise<any>} going */
  const go = (going) => {
    setGoing(true);
    return going.then(
      (answer) => {
        say(`In force as version ${answer.version}.`);
        onDone();
      },
      (refused) => {
        setGoing(false);
        setRefusal(refused.message);
        if (refused.code === 'policy_changed') onStale();
      },
    );
  };
  const save = () => (mayGo ? go(put(path, { text, version: shown.version })) : undefined);
  const reset = () => go(del(path, { version: shown.version }));
  /** @param {number} start @param {number} end */
  const mark = (start, end) => {
    box.current?.focus();
    box.current?.setSelectionRange(start, end);
  };
  /** @param {string} name */
  const insert = (name) => {
    const at = box.current?.selectionStart ?? text.length;
    setText(`${text.slice(0, at)}{{ ${name} }}${text.slice(box.current?.selectionEnd ?? at)}`);
    box.current?.focus();
  };
  return html`
    <${Dialog} wide title=${`Change ${one.key}`} onClose=${onClose} onSubmit=${save}
      actions=${html`
        ${one.own !== null && html`<button type="button" class="button" disabled=${isGoing} onClick=${reset}>Back to the desk’s words</button>`}
        <button type="button" class="button" onClick=${onClose}>Cancel</button>
        <button type="submit" class="button primary" disabled=${!mayGo}>Put in force</button>`}>
      ${one.own !== null && html`<p><span class="faint">The desk’s own words:</span> <span lang=${shown.language} dir=${shown.direction}>${one.built_in}</span></p>`}
      <div class="field">
        <label for="wording">Your words</label>
        <textarea id="wording" ref=${box} rows=${4} lang=${shown.language} dir=${shown.direction} value=${text} aria-describedby="wording-flaws" aria-invalid=${isLooked && !looked?.ok}
          onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)} autofocus></textarea>
      </div>
      ${one.placeholders.length > 0 && html`<p class="fill-in">Filled in by the desk:${' '}
        ${one.placeholders.map((name) => html`<button type="button" class="button small" onClick=${() => insert(name)}><code dir="ltr">{{ ${name} }}</code>${one.required.includes(name) ? ' needed' : ''}</button> `)}</p>`}
      <div id="wording-flaws" aria-live="polite">
        ${(refusal || unheard) && html`<p class="over">${refusal || unheard}</p>`}
        ${isLooked && looked.flaws.map((flaw) => html`<p class="over">${flaw}</p>`)}
        ${isLooked && looked.strange.map(({ name, start, end }) => html`<p><button type="button" class="link" onClick=${() => mark(start, end)}>Show <code>${name}</code>, at character ${start + 1}</button></p>`)}
      </div>
      <section class="as-read" aria-labelledby="as-read-head">
        <h3 id="as-read-head" class="small faint">As a customer reads it, with examples filled in</h3>
        <div class="as-in-widget" lang=${shown.language} dir=${shown.direction}><p class="bubble">${(isLooked && looked.reads) || '…'}</p></div>
      </section>
    </${Dialog}>
  `;
}
