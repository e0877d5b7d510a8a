// @ts-check
/** What was handed over, in short, and the decision that led there. */
import { html } from '../shared/html.js';
import { Reasoning } from '../shared/reasoning.js';

/** @typedef {import('../shared/wire').Packet} Packet */

/** @param {{packet: Packet | null, decision: any}} props */
export const ReviewPacket = ({ packet, decision }) => html`
  ${packet && html`<${Short} packet=${packet} />`}
  ${decision && html`<details class="settled" open=${!!packet}><summary>${packet ? 'Why the bot stopped' : 'What the bot decided last'}</summary><${Reasoning} decision=${decision} /></details>`}
`;

/** @param {{packet: Packet}} props */
function Short({ packet }) {
  const { fold, words, shown_in: shown, language } = packet;
  const facts = packet.facts ?? [];
  return html`
    <section class="card review-packet" aria-label=${words.packet} lang=${shown.language} dir=${shown.direction}>
      <p>
        <span class="chip reason">${fold.reason}</span>
        ${fold.evidence && html` <q lang=${language} dir="auto">${fold.evidence}</q>`}
        ${(packet.risk_flags ?? []).map((flag) => html` <span class="chip pressing">${flag}</span>`)}
      </p>
      <p>${fold.about}${fold.wish && html`: <bdi lang=${language}>${fold.wish}</bdi>`}</p>
      <p>${fold.tried}</p>
      ${facts.length > 0 && html`<p class="small">${facts.map((fact) => html`<span class="chip quiet">${fact.label} <bdi lang=${language}>${fact.value}</bdi></span> `)}</p>`}
      ${(packet.sources_missing ?? []).length > 0 && html`<p class="small faint">${words.sources_missing}: ${packet.sources_missing?.join(' ')}</p>`}
    </section>
  `;
}
