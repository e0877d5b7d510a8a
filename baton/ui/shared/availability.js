// @ts-check
/** Whether new conversations may be offered to this person, and if not, why. */
import { cls, html } from './html.js';
import { Menu } from './menu.js';
import { me, setAvailability } from './session.js';

/** @type {[import('./wire').Availability, string | null, string][]} */
const CHOICES = [
  ['available', null, 'Available'],
  ['away', 'Break', 'Away: break'],
  ['away', 'Lunch', 'Away: lunch'],
  ['away', 'Meeting', 'Away: meeting'],
  ['away', 'Other work', 'Away: other work'],
  ['offline', null, 'Offline: give back what I hold'],
];

/** @param {import('./wire').Me | null} one */
function standing(one) {
  if (one?.availability === 'available') return 'Available';
  const word = one?.availability === 'offline' ? 'Offline' : 'Away';
  return one?.away_reason ? `${word}: ${one.away_reason}` : word;
}

export function AvailabilityMenu() {
  const now = me.value;
  const here = now?.availability === 'available';
  return html`
    <${Menu} title=${`You are ${standing(now).toLowerCase()}. Change it`} buttonClass=${cls('availability', here && 'here')}
      label=${html`<span class="dot" aria-hidden="true"></span>${standing(now)}`}>
      ${(/** @type {() => void} */ close) => CHOICES.map(([availability, reason, words]) => {
        const is = now?.availability === availability && (now?.away_reason ?? null) === reason;
        return html`<button type="button" class="menu-item" aria-pressed=${is} onClick=${() => (close(), setAvailability(availability, reason))}>${words}</button>`;
      })}
    </${Menu}>
  `;
}
