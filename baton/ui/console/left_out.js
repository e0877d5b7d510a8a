// @ts-check
/** What was left out of a source, each with the reason. */

import { html } from '../shared/html.js';

/** @typedef {{name: string, why: string}} LeftOutOne */

/** What was left out and why, in a sentence. @param {LeftOutOne} one */
export const said = (one) => (isNamed(one) ? one.why : `${one.name}: ${one.why}`);

/** @param {{items: readonly LeftOutOne[], dir?: 'auto' | 'ltr'}} props */
export function LeftOut({ items, dir = 'auto' }) {
  return html`<ul class="skipped">${items.map((one) => html`<li><strong dir=${dir}>${one.name}</strong> <span class="faint">${isNamed(one) ? one.why.slice(one.name.length + 1) : one.why}</span></li>`)}</ul>`;
}

/** @param {LeftOutOne} one */
function isNamed(one) {
  return one.why.startsWith(`${one.name} `);
}
