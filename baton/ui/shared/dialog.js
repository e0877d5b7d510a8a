// @ts-check
/** A modal on the browser's own <dialog>: it keeps the focus inside, closes on Escape and gives the focus back. */
import { html, useId, useLayoutEffect, useRef, useState } from './html.js';
import { Icon } from './icons.js';
import { carriesNotices, Toasts } from './toasts.js';

/** Where work begins in a form that names no other place; the browser would begin at the cross. */
const FIRST_FIELD = '.dialog-body :is(select, textarea, input:not([type="checkbox"], [type="radio"], [type="datetime-local"]))';

/**
 * @param {{title: string, onClose: () => void, onSubmit?: () => void, actions?: any, wide?: boolean, children?: any}} props
 */
export function Dialog({ title, onClose, onSubmit, actions, wide, children }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  const [level, setLevel] = useState(-1);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const gone = carriesNotices();
    setLevel(gone.level);
    const shown = box.current;
    shown?.showModal();
    if (!shown?.querySelector('[autofocus]')) /** @type {HTMLElement | null | undefined} */ (shown?.querySelector(FIRST_FIELD))?.focus();
    return () => {
      shown?.close();
      gone.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    onSubmit?.();
  };
  /** @param {Event} event */
  const cancel = (event) => {
    event.preventDefault();
    onClose();
  };
  return html`
    <dialog ref=${box} class=${wide ? 'dialog wide' : 'dialog'} aria-labelledby=${id} onCancel=${cancel}>
      <form onSubmit=${submit} method="dialog">
        <header class="dialog-head">
          <h2 id=${id}>${title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick=${onClose}><${Icon} name="close" /></button>
        </header>
        <div class="dialog-body">${children}</div>
        ${actions && html`<footer class="dialog-foot">${actions}</footer>`}
      </form>
      <${Toasts} level=${level} />
    </dialog>
  `;
}

/**
 * A labelled field. `hint` stands below the label and is read with it.
 * @param {{label: string, value: string, onInput: (value: string) => void, rows?: number, hint?: string, type?: string,
 *   placeholder?: string, required?: boolean, autofocus?: boolean}} props
 */
export function Field({ label, value, onInput, rows, hint, type = 'text', placeholder, required, autofocus }) {
  const id = useId();
  const shared = {
    id,
    value,
    required,
    autofocus,
    placeholder,
    dir: type === 'text' ? 'auto' : undefined,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (/** @type {any} */ event) => onInput(event.currentTarget.value),
  };
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
      ${rows ? html`<textarea ...${shared} rows=${rows}></textarea>` : html`<input ...${shared} type=${type} />`}
    </div>
  `;
}

/** @param {{label: string, value: string, onInput: (value: string) => void, options: {value: string, label: string}[]}} props */
export function Choice({ label, value, onInput, options }) {
  const id = useId();
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} value=${value} onChange=${(/** @type {any} */ event) => onInput(event.currentTarget.value)}>
        ${options.map((one) => html`<option value=${one.value} selected=${one.value === value}>${one.label}</option>`)}
      </select>
    </div>
  `;
}

/** A box to tick. @param {{label: string, checked: boolean, onInput: (isOn: boolean) => void}} props */
export const Check = ({ label, checked, onInput }) =>
  html`<label class="option"><input type="checkbox" checked=${checked} onChange=${(/** @type {any} */ event) => onInput(event.currentTarget.checked)} /> ${label}</label>`;
