// @ts-check
/** The company's labels with their colours, and how one looks. A label that is no longer on the list is grey. */
import { get } from './api.js';
import { html, signal } from './html.js';

/** @typedef {{name: string, colour: string, updated_at?: string, updated_by?: string | null}} Label */

/** Every label of the company, null before they are there. */
export const labels = signal(/** @type {Label[] | null} */ (null));

export const loadLabels = () => get('/v1/labels').then((answer) => (labels.value = answer.items));

/** @param {string} name */
const colourOf = (name) => labels.value?.find((one) => one.name === name)?.colour ?? 'grey';

/** @param {{name: string, colour?: string}} props */
export const LabelChip = ({ name, colour }) => html`<span class=${`chip label ${colour ?? colourOf(name)}`} dir="auto">${name}</span>`;
