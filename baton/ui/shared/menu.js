// @ts-check
/** A button that opens a small panel; Escape and a press elsewhere close it. */
import { html, useEffect, useId, useRef, useState } from './html.js';

/**
 * @param {{label: any, title?: string, buttonClass?: string, children: (close: () => void) => any}} props
 */
export function Menu({ label, title, buttonClass = 'button', children }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    /** @param {Event} event */
    const outside = (event) => root.current?.contains(/** @type {Node} */ (event.target)) || setOpen(false);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  /** @param {KeyboardEvent} event */
  const escape = (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  return html`
    <div class="menu" ref=${root} onKeyDown=${escape}>
      <button type="button" class=${buttonClass} aria-expanded=${open} aria-controls=${id} aria-label=${title}
        title=${title} onClick=${() => setOpen(!open)}>${label}</button>
      <div class="menu-panel" id=${id} hidden=${!open}>${open && children(() => setOpen(false))}</div>
    </div>
  `;
}
