// @ts-check
/** How this person wants to hear that a customer waits. The desk keeps it, so that it holds on every device. */
import { get, patch } from './api.js';
import { effect, signal } from './html.js';
import { canHold, session } from './session.js';
import { refused } from './toasts.js';

/** @typedef {{sound: boolean, desktop: boolean, email: boolean, can_mail: boolean}} AlertChoices */

/** @type {AlertChoices} */
const SILENT = { sound: false, desktop: false, email: false, can_mail: false };
export const alertChoices = signal(SILENT);

effect(() => {
  if (session.value === 'in' && canHold()) get('/v1/me/alerts').then((answer) => (alertChoices.value = answer), refused);
});

/** Whether this browser may show desktop notices. */
export const mayNotify = () => 'Notification' in window && Notification.permission === 'granted';

/** Change some of it; shown at once, and taken back where the desk refuses. @param {Partial<AlertChoices>} change */
export async function chooseAlerts(change) {
  const before = alertChoices.value;
  alertChoices.value = { ...before, ...change };
  try {
    alertChoices.value = await patch('/v1/me/alerts', change);
  } catch (error) {
    alertChoices.value = before;
    refused(error);
  }
}
