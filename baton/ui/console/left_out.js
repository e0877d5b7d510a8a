/** What was left out of a source, each with the reason. */

import { html } from '../shared/html.js';

/** @typedef {{name: string, why: string}} LeftOutOne */

/** Why something was left out, without its name. @param {LeftOutOne} one */
export const whyOf = (one) => (one.why.startsWith(`${one.name} `) ? one.why.slice(one.name.length + 1) : one.why);

/** @param {{items: readonly LeftOutOne[], dir?: 'auto' | 'ltr'}} props */
export function LeftOut({ items, dir = 'auto' }) {
  return html`<ul class="skipped">${items.map((one) => html`<li><strong dir=${dir}>${one.name}</strong> <span class="faint">${whyOf(one)}</span></li>`)}</ul>`;
}
