// @ts-check
/** How the company's conversations end: what can be chosen, and how what was chosen is called. */
import { get } from './api.js';
import { signal } from './html.js';

/** @typedef {{id: string, name: string, retired: boolean}} Outcome */

/** Every outcome of the company, the retired ones with them; null before they are there. */
export const outcomes = signal(/** @type {Outcome[] | null} */ (null));

export const loadOutcomes = () => get('/v1/dispositions').then((answer) => (outcomes.value = answer.items));

/** What can be chosen, as the options of a field. @param {Outcome[]} all */
export const choosable = (all) => all.filter((one) => !one.retired).map(({ id, name }) => ({ value: id, label: name }));

/** How an outcome is called, one that the policy no longer names by its own word. @param {string} id */
export const outcomeName = (id) => outcomes.value?.find((one) => one.id === id)?.name ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');
