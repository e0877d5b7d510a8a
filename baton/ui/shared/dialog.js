// @ts-check
/** A modal on the browser's own <dialog>: it keeps the focus inside, closes on Escape (what was typed is not thrown away unasked), gives the focus back, and sends once. */
import { html, useEffect, useId, useLayoutEffect, useRef, useState } from './html.js';
import { Icon } from './icons.js';
import { carriesNotices, Toasts } from './toasts.js';

/** Where work begins in a form that names no other place; the browser would begin at the cross. */
const FIRST_FIELD = '.dialog-body :is(select, textarea, input:not([type="checkbox"], [type="radio"], [type="datetime-local"]))';

/** Fields whose words would be missed; what somebody looks for is soon typed again. */
const WRITTEN = 'textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [role="combobox"], [enterkeyhint="search"])';

/** Milliseconds after which somebody wonders whether the press was heard. */
const WONDERS_MS = 700;

/**
 * `onSubmit` returns what it waits for: until that is settled, another press sends nothing.
 * @param {{title: string, onClose: () => void, onSubmit?: () => unknown, actions?: any, wide?: boolean, children?: any}} props
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
  const { isBusy, send } = useOnce(onSubmit);
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    send();
  };
  const { isAsking, hasTyped, leave, stay } = useLeaving(onClose);
  /** @param {Event} event */
  const cancel = (event) => {
    event.preventDefault();
    leave();
  };
  // A browser closes a dialog at the second Escape, whatever the page says.
  const gone = () => box.current?.isConnected && onClose();
  return html`
    <dialog ref=${box} class=${wide ? 'dialog wide' : 'dialog'} aria-labelledby=${id} onCancel=${cancel} onClose=${gone}>
      <form onSubmit=${submit} onInput=${hasTyped} method="dialog" aria-busy=${isBusy}>
        <header class="dialog-head">
          <h2 id=${id}>${title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick=${leave}><${Icon} name="close" /></button>
        </header>
        <div class="dialog-body">${children}</div>
        <${StillWaiting} isBusy=${isBusy} />
        ${isAsking ? html`<${Leaving} onStay=${stay} onClose=${onClose} />` : actions && html`<footer class="dialog-foot">${actions}</footer>`}
      </form>
      <${Toasts} level=${level} />
    </dialog>
  `;
}

/** Leave at once while nothing was typed, else ask first: Escape is pressed by mistake, and closes menus too. @param {() => void} onClose */
function useLeaving(onClose) {
  const typed = useRef(false);
  const [isAsking, setAsking] = useState(false);
  return {
    isAsking,
    hasTyped: (/** @type {Event} */ { target }) => {
      typed.current ||= target instanceof Element && target.matches(WRITTEN);
    },
    leave: () => (typed.current && !isAsking ? setAsking(true) : onClose()),
    stay: () => setAsking(false),
  };
}

/** @param {{onStay: () => void, onClose: () => void}} props */
function Leaving({ onStay, onClose }) {
  const stay = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useLayoutEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return html`
    <footer class="dialog-foot leaving">
      <p role="alert">Close without keeping what you wrote?</p>
      <button type="button" class="button" onClick=${onClose}>Discard</button>
      <button type="button" class="button primary" ref=${stay} onClick=${onStay}>Go on writing</button>
    </footer>
  `;
}

/** Run something that may be slow, never twice at once. @param {(() => unknown) | undefined} run */
function useOnce(run) {
  const going = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (going.current) return;
    going.current = true;
    setBusy(true);
    try {
      await run?.();
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  return { isBusy, send };
}

/** A sign that the press was heard, once the answer takes its time. @param {{isBusy: boolean}} props */
function StillWaiting({ isBusy }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isBusy) return undefined;
    const timer = setTimeout(() => setLong(true), WONDERS_MS);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return html`<p class="dialog-wait faint small" role="status">${long && 'Sent. Waiting for the desk’s answer…'}</p>`;
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
