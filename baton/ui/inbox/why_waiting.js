// @ts-check
/** "Why is it waiting?", or with this person: the desk's own reasons, asked when the panel opens. */
import { get } from '../shared/api.js';
import { html, useEffect, useState } from '../shared/html.js';
import { Menu } from '../shared/menu.js';
import { clock } from '../shared/time.js';
import { languageName, plain } from '../shared/words.js';

/** @typedef {import('../shared/wire').Routing} Routing */

/** @param {{id: string, isWaiting: boolean}} props */
export const WhyWaiting = ({ id, isWaiting }) => html`
  <${Menu} title=${isWaiting ? 'Why is it waiting?' : 'Why is it with them?'} buttonClass="link" label="Why?">
    ${() => html`<${Reasons} id=${id} />`}
  </${Menu}>
`;

/** @param {{id: string}} props */
function Reasons({ id }) {
  const [found, setFound] = useState(/** @type {Routing | null} */ (null));
  const [failed, setFailed] = useState('');
  useEffect(() => {
    get(`/v1/conversations/${id}/routing`).then(setFound, (error) => setFailed(error.message));
  }, [id]);
  if (failed) return html`<p class="why-waiting" role="status">${failed}</p>`;
  if (!found) return html`<p class="why-waiting faint" role="status">Asking the desk…</p>`;
  const asks = Object.entries(found.needs?.skills ?? {}).map(([skill, level]) => `${plain(skill)} ${level}`);
  if (found.needs?.language) asks.push(languageName(found.needs.language.split('-')[0]));
  const before = found.offers.filter((one) => one.state !== 'offered');
  return html`
    <div class="why-waiting" role="status">
      ${found.why.map((one) => html`<p>${one.says}</p>`)}
      ${found.needs && found.queue?.assign === 'pull' && html`<p class="faint small">People take it from the list; nobody is asked.</p>`}
      ${asks.length > 0 && html`<p class="faint small">It asks for ${asks.join(', ')}.</p>`}
      ${before.length > 0 && html`<ul>${before.map((one) => html`<li class="small">${one.operator.name}: ${outcome(one)}</li>`)}</ul>`}
    </div>
  `;
}

/** @param {Routing['offers'][number]} offer */
function outcome(offer) {
  const why = offer.state === 'declined' && offer.reason ? ` (${plain(offer.reason).toLowerCase()})` : '';
  return `${offer.state === 'expired' ? 'didn’t answer' : offer.state}${why}, ${clock(offer.ended_at ?? offer.expires_at)}`;
}
