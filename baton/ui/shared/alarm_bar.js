// @ts-check
/** Customers who wait, and nobody was shown it: on top of every page until somebody looks. */
import { get } from './api.js';
import { html, useEffect, useState } from './html.js';
import { Icon } from './icons.js';
import { now, since, span } from './time.js';

/** @typedef {{conversation_id: string, customer: string | null, queue_name: string, since: string}} Alarm */

const LOOK_MS = 15_000;
/** More than these are counted, not named: the bar is to be read at a glance. */
const NAMED = 3;
/** The desk tells of no more than these. */
const MOST = 100;

export function AlarmBar() {
  const [alarms, setAlarms] = useState(/** @type {Alarm[]} */ ([]));
  useEffect(() => {
    let wanted = true;
    const look = () =>
      get('/v1/alerts/unseen').then(
        (answer) => wanted && setAlarms(answer.items),
        // What is on screen stays: the page says by itself when the desk can't be reached.
        (error) => console.debug(error),
      );
    look();
    const looking = setInterval(look, LOOK_MS);
    return () => {
      wanted = false;
      clearInterval(looking);
    };
  }, []);
  return html`<div role="status">${alarms.length > 0 && html`<${Alarms} alarms=${alarms} />`}</div>`;
}

/** @param {{alarms: Alarm[]}} props */
const Alarms = ({ alarms }) => html`
  <div class="alarms">
    <p><${Icon} name="warn" /> <strong>${alarms.length === 1 ? 'A customer waits' : `${atLeast(alarms.length)} customers wait`}, and nobody has been shown it.</strong></p>
    <ul>
      ${alarms.slice(0, NAMED).map(
        (one) => html`<li key=${one.conversation_id}><a href=${`/inbox#${one.conversation_id}`}><bdi>${one.customer || 'A visitor'}</bdi></a> in <bdi>${one.queue_name}</bdi>, ${span(since(one.since, Math.max(now.value, Date.now())))}</li>`,
      )}
      ${alarms.length > NAMED && html`<li>and ${atLeast(alarms.length, NAMED)} more</li>`}
    </ul>
  </div>
`;

/** A number of alarms without the first few; what stands at the desk's bound may be more. @param {number} all @param {number} [without] */
const atLeast = (all, without = 0) => `${all - without}${all < MOST ? '' : '+'}`;
