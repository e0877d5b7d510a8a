// @ts-check
/** The cards of what is offered, over the page. */
import { html, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { Menu } from '../shared/menu.js';
import { customerName } from '../shared/words.js';
import { acceptOffer, DECLINES, declineOffer, drop, left } from './offers.js';
import { Wish } from './packet.js';
import { offers } from './store.js';

/** @typedef {import('../shared/wire').Offer} Offer */

export const Offers = () => offers.value.map((offer) => html`<${OfferCard} key=${offer.id} offer=${offer} />`);

/** @param {{offer: Offer}} props */
function OfferCard({ offer }) {
  const [seconds, setSeconds] = useState(left(offer));
  useEffect(() => {
    const ticking = setInterval(() => {
      setSeconds(left(offer));
      if (left(offer) === 0) drop(offer);
    }, 250);
    return () => clearInterval(ticking);
  }, [offer.id]);
  const { conversation: c, packet } = offer;
  const fold = packet?.fold;
  const who = customerName(c.customer);
  return html`
    <section class="offer" aria-label=${`Offered to you: ${who}`}>
      <div class="offer-words">
        <p class="offer-head">
          <strong class="clip aligned" dir="auto">${who}</strong>
          ${c.handoff?.queue_name && html`<span class="chip quiet">${c.handoff.queue_name}</span>`}
          ${fold && html`<span class="chip reason">${fold.reason}</span>`}
          ${packet?.risk_flags?.slice(0, fold?.flags).map((flag) => html`<span class="chip pressing"><${Icon} name="flag" />${flag}</span>`)}
        </p>
        ${fold && html`<${Wish} packet=${packet} /><p class="offer-line" dir="auto">${fold.tried}</p>`}
        <p class="faint small">${offer.why?.says ?? 'Offered to you.'}</p>
      </div>
      <div class="offer-verbs">
        <span class="offer-left" role="timer" aria-label="Seconds left to answer">${seconds} s</span>
        <button type="button" class="button primary" title="Accept (A)" onClick=${() => acceptOffer(offer)}>Accept</button>
        <${Menu} title="Decline, with a reason" label="Decline">
          ${(/** @type {() => void} */ close) => html`
            ${DECLINES.map(([code, words]) => html`<button type="button" class="menu-item" onClick=${() => (close(), declineOffer(offer, code))}>${words}</button>`)}
          `}
        </${Menu}>
      </div>
    </section>
  `;
}
