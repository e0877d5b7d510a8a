// @ts-check
/** The company's macros, as the inbox keeps them at hand. */
import { get } from '../shared/api.js';
import { signal } from '../shared/html.js';

/** @typedef {{name: string, steps: {do: string, what: string}[]}} Macro */

/** Every macro of the company, null before they are there. */
export const macros = signal(/** @type {Macro[] | null} */ (null));

export const loadMacros = () => get('/v1/macros').then((answer) => (macros.value = answer.items));
