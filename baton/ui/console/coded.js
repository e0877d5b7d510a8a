// @ts-check
/** What stands between backticks as code. */
import { html } from '../shared/html.js';

/** @param {string} text */
export const coded = (text) => text.split('`').map((part, at) => (at % 2 ? html`<code>${part}</code>` : part));
