// @ts-check
/**
 * The handoff packet, as the desk words it for this reader: at most 60 words above the fold, the rest one press away.
 * What the customer wrote stays in their language.
 */
import { openPassage } from '../shared/citations.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { ByModel } from './by_model.js';
import { Masked } from './masked.js';
import { Rating } from './rating.js';
import { jumpTo } from './transcript.js';

/** @typedef {import('../shared/wire').Packet} Packet */
/** @typedef {import('../shared/wire').Fact} Fact */

/** @param {{id: string, packet: Packet}} props */
export function PacketCard({ id, packet }) {
  const { fold, words, shown_in: shown, language } = packet;
  const [folded, setFolded] = useState(false);
  const flags = (packet.risk_flags ?? []).slice(0, fold.flags);
  const facts = (packet.facts ?? []).slice(0, fold.facts);
  return html`
    <section class="packet" aria-label=${words.packet} tabindex="0" lang=${shown.language} dir=${shown.direction}>
      <button type="button" class="icon-button packet-fold" aria-expanded=${!folded} aria-label=${words.packet} title=${folded ? 'Show the packet' : 'Fold the packet'}
        onClick=${() => setFolded(!folded)}><${Icon} name=${folded ? 'down' : 'up-small'} /></button>
      <div class=${folded ? 'packet-top folded' : 'packet-top'}>
        <p class="packet-reason">
          <span class="chip reason">${fold.reason}</span>
          ${fold.evidence && html`<q lang=${language} dir="auto">${fold.evidence}</q>`}
          ${flags.map((flag) => html`<span class="chip pressing"><${Icon} name="flag" />${flag}</span>`)}
        </p>
        <${Wish} packet=${packet} />
        ${!folded && html`<p class="packet-line">${fold.tried}</p>`}
        ${!folded && facts.length > 0 && html`<${Facts} facts=${facts} language=${language} />`}
      </div>
      ${!folded && html`<${Masked} id=${id} packet=${packet} />`}
      <div class="packet-foot" hidden=${folded}>
        <details>
          <summary>${words.rest}</summary>
          <${Rest} packet=${packet} />
        </details>
        <${ByModel} id=${id} packet=${packet} />
        <${Rating} id=${id} version=${packet.version} />
      </div>
    </section>
  `;
}

/** What is wanted: in the customer's own words, or in a model's, which are no quotation. @param {{packet: Packet}} props */
export const Wish = ({ packet: { fold, language, by_model: model } }) => html`
  <p class="packet-line">${fold.about}${fold.wish && (model.includes('wish') ? html`: <bdi>${fold.wish}</bdi>` : html`: <q lang=${language} dir="auto">${fold.wish}</q>`)}</p>
`;

/** A value fit for a chip. @param {string} text */
const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** @param {{facts: Fact[], language?: string | null}} props */
const Facts = ({ facts, language }) => html`
  <ul class="facts">
    ${facts.map(
      (fact) => html`
        <li>
          ${fact.seq
            ? html`<button type="button" class="fact" title="Show the message it came from" onClick=${() => jumpTo(/** @type {number} */ (fact.seq))}><span class="faint">${fact.label}</span> <bdi lang=${fact.masked ? undefined : language}>${short(fact.value)}</bdi></button>`
            : html`<span class="fact"><span class="faint">${fact.label}</span> <bdi lang=${fact.masked ? undefined : language}>${short(fact.value)}</bdi></span>`}
        </li>
      `,
    )}
  </ul>
`;

/** @param {{packet: Packet}} props */
function Rest({ packet }) {
  const { words, language, fold } = packet;
  const facts = (packet.facts ?? []).slice(fold.facts);
  const flags = (packet.risk_flags ?? []).slice(fold.flags);
  return html`
    <dl class="packet-rest">
      <${Part} name=${words.why}>
        ${packet.reason.says} ${packet.reason.rule && html`<code>${packet.reason.rule}</code>`}
        ${(packet.reason.evidence ?? []).map((said) => html` <q lang=${language} dir="auto">${said}</q>`)}
      </${Part}>
      ${packet.goal && html`<${Part} name=${words.goal}><bdi lang=${language}>${packet.goal}</bdi></${Part}>`}
      ${packet.last_message && html`<${Part} name=${words.last_message}><q lang=${language} dir="auto">${packet.last_message}</q></${Part}>`}
      ${facts.length > 0 && html`<${Part} name=${words.facts}><${Facts} facts=${facts} language=${language} /></${Part}>`}
      ${flags.length > 0 && html`<${Part} name=${words.risks}>${flags.join(', ')}</${Part}>`}
      <${Part} name=${words.tried}><${Tried} packet=${packet} /></${Part}>
      <${Part} name=${words.sources_used}><${Used} sources=${packet.sources_used ?? []} none=${words.none} /></${Part}>
      ${(packet.sources_missing ?? []).length > 0 && html`<${Part} name=${words.sources_missing}>${packet.sources_missing?.join(' ')}</${Part}>`}
      ${(packet.for_operators ?? []).length > 0 && html`<${Part} name=${words.for_operators}>${packet.for_operators?.map((one) => html`<p><button type="button" class="link" onClick=${() => openPassage(one.passage_id)}>${one.title}</button> <span dir="auto">${one.text}</span></p>`)}</${Part}>`}
    </dl>
  `;
}

/** @param {{name: string, children?: any}} props */
const Part = ({ name, children }) => html`<div><dt>${name}</dt><dd>${children}</dd></div>`;

/** @param {{packet: Packet}} props */
const Tried = ({ packet: { tried = [], words } }) =>
  tried.length === 0
    ? words.did_nothing
    : html`<ul>${tried.map(
        (one) => html`
          <li>
            ${one.seq ? html`<button type="button" class="link" onClick=${() => jumpTo(/** @type {number} */ (one.seq))}>${one.what}</button>` : one.what}
            ${one.outcome && html`<span class="faint"> — ${one.outcome}</span>`}
          </li>
        `,
      )}</ul>`;

/** @param {{sources: NonNullable<Packet['sources_used']>, none: string}} props */
const Used = ({ sources, none }) =>
  sources.length === 0
    ? none
    : html`<ul>${sources.map(
        (one) => html`
          <li>
            ${one.url && /^https?:/i.test(one.url) ? html`<a href=${one.url} target="_blank" rel="noopener noreferrer">${one.title}</a>` : one.title}
            ${one.heading && one.heading !== one.title && html`<span class="faint"> › ${one.heading}</span>`}
          </li>
        `,
      )}</ul>`;
