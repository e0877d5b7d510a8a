// @ts-check
/** A secret that is shown this once. */
import { copy } from '../shared/clipboard.js';
import { Dialog } from '../shared/dialog.js';
import { html } from '../shared/html.js';
import { Icon } from '../shared/icons.js';

/** @param {{title: string, says: string, secret: string, what: string, onClose: () => void}} props */
export const Once = ({ title, says, secret, what, onClose }) => html`
  <${Dialog} title=${title} onClose=${onClose}
    actions=${html`<button type="button" class="button" onClick=${onClose}>Done</button><button type="button" class="button primary" onClick=${() => copy(secret, what)}><${Icon} name="copy" /> Copy</button>`}>
    <p>${says}</p>
    <p class="secret"><code>${secret}</code></p>
    <p class="hint">It is not shown again. If it is lost, make another.</p>
  </${Dialog}>
`;
