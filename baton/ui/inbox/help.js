// @ts-check
/** The key map, as a dialog. */
import { Dialog } from '../shared/dialog.js';
import { html } from '../shared/html.js';
import { choose, prefs } from '../shared/prefs.js';
import { KEY_MAP } from './keys.js';

/** @param {{onClose: () => void}} props */
export const HelpDialog = ({ onClose }) => html`
  <${Dialog} title="Keys" onClose=${onClose}>
    <dl class="keymap">
      ${KEY_MAP.map(([keys, what]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd></div>`)}
    </dl>
    <label class="option">
      <input type="checkbox" checked=${prefs.value.singleKeys} onChange=${(/** @type {any} */ event) => choose({ singleKeys: event.currentTarget.checked })} />
      Single-key shortcuts
    </label>
  </${Dialog}>
`;
