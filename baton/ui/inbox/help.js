// @ts-check
/** The key map, as a dialog. */
import { Dialog } from '../shared/dialog.js';
import { html } from '../shared/html.js';
import { choose, prefs } from '../shared/prefs.js';
import { keyMap } from './keys.js';

/** @param {{onClose: () => void}} props */
export function HelpDialog({ onClose }) {
  const { single, others } = keyMap();
  const on = prefs.value.singleKeys;
  return html`
    <${Dialog} title="Keys" onClose=${onClose}>
      <${Keys} map=${others} />
      <label class="option">
        <input type="checkbox" checked=${on} onChange=${(/** @type {any} */ event) => choose({ singleKeys: event.currentTarget.checked })} />
        Single-key shortcuts
      </label>
      ${on ? html`<${Keys} map=${single} />` : html`<p class="faint">They are off: no single letter does anything. Everything is still in the command list.</p>`}
    </${Dialog}>
  `;
}

/** @param {{map: [string[], string][]}} props */
const Keys = ({ map }) => html`
  <dl class="keymap">
    ${map.map(([keys, what]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd></div>`)}
  </dl>
`;
