// @ts-check
/** Review: the weeks, a week's result, and one conversation of it at a time. */
import { post } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { useLoaded, Waiting } from './load.js';
import { ReviewRead } from './review_read.js';
import { ReviewResult } from './review_result.js';
import { weekName, zone } from './review_words.js';

/** @typedef {{week: string, drawn: number, marked: number}} Week */
/** @typedef {{items: Week[], last: string, is_drawn: boolean}} Weeks */

/** @param {{rest: string}} props `2026-11-16` is a week, `2026-11-16/3` the third conversation of its sample */
export function Review({ rest }) {
  const [week, place] = rest.split('/');
  if (!week) return html`<${Choose} />`;
  return place ? html`<${ReviewRead} week=${week} place=${Number(place)} />` : html`<${ReviewResult} week=${week} />`;
}

function Choose() {
  const loaded = useLoaded('/v1/reviews', { timezone: zone() });
  const weeks = /** @type {Weeks | undefined} */ (loaded.value);
  return html`
    <header class="room-head">
      <h1>Review</h1>
      <p class="faint">Once a week, read twenty conversations and say of each whether a person was needed. It takes half an hour.</p>
    </header>
    ${weeks ? html`<${Listed} weeks=${weeks} />` : html`<${Waiting} loaded=${loaded} what="Reviews" />`}
  `;
}

/** @param {{weeks: Weeks}} props */
const Listed = ({ weeks: { items, last, is_drawn: drawn } }) => html`
  ${!drawn && html`<${Due} week=${last} />`}
  ${items.length > 0 &&
  html`
    <div class="table-wrap" tabindex="0" role="region" aria-label="Weeks">
      <table>
        <thead><tr><th scope="col">Week</th><th scope="col" class="number">Read</th><th><span class="off-screen">Verbs</span></th></tr></thead>
        <tbody>${items.map((one) => html`<tr key=${one.week}><td><a href=${`#review/${one.week}`}>${weekName(one.week)}</a></td><td class="number"><bdi>${one.marked} of ${one.drawn}</bdi></td><td class="verb">${one.marked < one.drawn && html`<a class="button" href=${`#review/${one.week}/next`} aria-label=${`Read on in the ${weekName(one.week).toLowerCase()}`}>Read on</a>`}</td></tr>`)}</tbody>
      </table>
    </div>
  `}
`;

/** @param {{week: string}} props */
function Due({ week }) {
  const [busy, setBusy] = useState(false);
  const draw = () => {
    setBusy(true);
    post('/v1/reviews', { week, timezone: zone() }).then(
      (review) => (location.hash = review.items.length ? `review/${week}/1` : `review/${week}`),
      (error) => {
        setBusy(false);
        refused(error);
      },
    );
  };
  return html`
    <div class="empty">
      <h2>${weekName(week)}</h2>
      <p>It is over and has not been reviewed. The sample is drawn evenly, by why conversations were handed over and how they ended.</p>
      <button type="button" class="button primary" disabled=${busy} onClick=${draw}>Draw the sample</button>
    </div>
  `;
}
