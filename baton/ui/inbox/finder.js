// @ts-check
/** A dialog in which one types to find one of many: the arrows choose, Enter takes. */
import { Dialog } from '../shared/dialog.js';
import { html, useLayoutEffect, useState } from '../shared/html.js';
import { close } from './dialog_actions.js';

/**
 * `of` is what tells one from the others; `none` is said where nothing is found. Where several can be on at once, `isOn` says which are.
 * @template T
 * @param {{title: string, field: string, list: string, find: (typed: string) => T[], of: (one: T) => string, show: (one: T) => any,
 *   take: (one: T) => unknown, none: (typed: string) => string, isOn?: (one: T) => boolean, actions?: any}} props
 */
export function Finder({ title, field, list, find, of, show, take, none, isOn, actions }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = find(typed);
  const chosen = found[Math.min(at, found.length - 1)];
  const here = chosen === undefined ? undefined : optionId(of(chosen));
  useLayoutEffect(() => {
    if (here) document.getElementById(here)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !found.length) return;
    event.preventDefault();
    setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
  };
  /** @param {any} event */
  const input = (event) => {
    setTyped(event.currentTarget.value);
    setAt(0);
  };
  return html`
    <${Dialog} title=${title} onClose=${close} onSubmit=${() => chosen !== undefined && take(chosen)} actions=${actions}>
      <div class="field">
        <input role="combobox" aria-label=${field} placeholder=${field} aria-expanded="true" aria-controls="found" aria-activedescendant=${here}
          aria-autocomplete="list" autocomplete="off" dir="auto" value=${typed} onInput=${input} onKeyDown=${press} autofocus />
      </div>
      <ul class="commands" id="found" role="listbox" aria-label=${list} aria-multiselectable=${isOn ? 'true' : undefined}>
        ${found.map(
          (one) => html`
            <li key=${of(one)} id=${optionId(of(one))} role="option" class=${one === chosen ? 'at' : ''} aria-selected=${isOn ? isOn(one) : one === chosen} onClick=${() => take(one)}>
              ${show(one)}
            </li>
          `,
        )}
      </ul>
      <p class=${found.length ? 'off-screen' : 'faint'} role="status">${found.length ? `${found.length} found` : none(typed.trim())}</p>
    </${Dialog}>
  `;
}

/** @param {string} id */
const optionId = (id) => `found-${id}`;
