// @ts-check
/** The handoff packet: at most 60 words above the fold, the rest one press away. */
import { openPassage } from '../shared/citations.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { reasonName, whyHanded } from '../shared/words.js';
import { aboveFold } from './packet_budget.js';
import { Rating } from './rating.js';
import { jumpTo } from './transcript.js';

/** @typedef {import('../shared/wire').Packet} Packet */
/** @typedef {import('../shared/wire').Fact} Fact */

/** @param {{id: string, packet: Packet, topic?: string | null}} props */
export function PacketCard({ id, packet, topic }) {
  const top = aboveFold(packet, whyHanded({ reason: packet.reason.code, topic }));
  const [folded, setFolded] = useState(false);
  return html`
    <section class="packet" aria-label="Handoff packet" tabindex="0">
      <button type="button" class="icon-button packet-fold" aria-expanded=${!folded} aria-label="Packet" title=${folded ? 'Show the packet' : 'Fold the packet'}
        onClick=${() => setFolded(!folded)}><${Icon} name=${folded ? 'down' : 'up-small'} /></button>
      <div class=${folded ? 'packet-top folded' : 'packet-top'}>
        <p class="packet-reason">
          <span class="chip reason">${top.reason}</span>
          ${top.evidence.map((words) => html`<q dir="auto">${words}</q>`)}
          ${top.flags.map((flag) => html`<span class="chip pressing"><${Icon} name="flag" />${flag}</span>`)}
        </p>
        ${top.summary.slice(0, folded ? 1 : 2).map((line) => html`<p class="packet-line" dir="auto">${line}</p>`)}
        ${!folded && top.facts.length > 0 && html`<${Facts} facts=${top.facts} />`}
      </div>
      <details hidden=${folded}>
        <summary>What was tried, sources and the rest</summary>
        <${Rest} packet=${packet} factsShown=${top.facts.length} flagsShown=${top.flags.length} />
      </details>
      ${!folded && html`<${Rating} id=${id} />`}
    </section>
  `;
}

/** A value fit for a chip. @param {string} text */
const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** @param {{facts: Fact[]}} props */
const Facts = ({ facts }) => html`
  <ul class="facts">
    ${facts.map(
      (fact) => html`
        <li>
          ${fact.seq
            ? html`<button type="button" class="fact" title="Show the message it came from" onClick=${() => jumpTo(/** @type {number} */ (fact.seq))}><span class="faint">${fact.label}</span> <bdi>${short(fact.value)}</bdi></button>`
            : html`<span class="fact"><span class="faint">${fact.label}</span> <bdi>${short(fact.value)}</bdi></span>`}
        </li>
      `,
    )}
  </ul>
`;

/** @param {{packet: Packet, factsShown: number, flagsShown: number}} props */
function Rest({ packet, factsShown, flagsShown }) {
  const facts = (packet.facts ?? []).slice(factsShown);
  const flags = (packet.risk_flags ?? []).slice(flagsShown);
  const evidence = packet.reason.evidence ?? [];
  return html`
    <dl class="packet-rest">
      <${Part} name="Why">
        ${packet.reason.says || reasonName(packet.reason.code)} ${packet.reason.rule && html`<code>${packet.reason.rule}</code>`}
        ${evidence.map((words) => html` <q dir="auto">${words}</q>`)}
      </${Part}>
      ${packet.summary.some((line) => line.length > 160) && html`<${Part} name="In full">${packet.summary.map((line) => html`<p dir="auto">${line}</p>`)}</${Part}>`}
      ${packet.goal && html`<${Part} name="Goal"><bdi>${packet.goal}</bdi></${Part}>`}
      ${packet.last_message && html`<${Part} name="Last message"><q dir="auto">${packet.last_message}</q></${Part}>`}
      ${facts.length > 0 && html`<${Part} name="More facts"><${Facts} facts=${facts} /></${Part}>`}
      ${flags.length > 0 && html`<${Part} name="Risks">${flags.join(', ')}</${Part}>`}
      <${Part} name="Tried"><${Tried} tried=${packet.tried ?? []} /></${Part}>
      <${Part} name="Sources used"><${Used} sources=${packet.sources_used ?? []} /></${Part}>
      ${(packet.sources_missing ?? []).length > 0 && html`<${Part} name="Sources missing">${packet.sources_missing?.join(' ')}</${Part}>`}
      ${(packet.for_operators ?? []).length > 0 && html`<${Part} name="For operators only">${packet.for_operators?.map((one) => html`<p><button type="button" class="link" onClick=${() => openPassage(one.passage_id)}>${one.title}</button> <span dir="auto">${one.text}</span></p>`)}</${Part}>`}
    </dl>
  `;
}

/** @param {{name: string, children?: any}} props */
const Part = ({ name, children }) => html`<div><dt>${name}</dt><dd>${children}</dd></div>`;

/** @param {{tried: NonNullable<Packet['tried']>}} props */
const Tried = ({ tried }) =>
  tried.length === 0
    ? html`Nothing yet: the bot stopped at once.`
    : html`<ul>${tried.map(
        (one) => html`
          <li>
            ${one.seq ? html`<button type="button" class="link" onClick=${() => jumpTo(/** @type {number} */ (one.seq))}>${one.what}</button>` : one.what}
            ${one.outcome && html`<span class="faint"> — ${one.outcome}</span>`}
          </li>
        `,
      )}</ul>`;

/** @param {{sources: NonNullable<Packet['sources_used']>}} props */
const Used = ({ sources }) =>
  sources.length === 0
    ? html`None.`
    : html`<ul>${sources.map(
        (one) => html`
          <li>
            ${one.url && /^https?:/i.test(one.url) ? html`<a href=${one.url} target="_blank" rel="noopener noreferrer">${one.title}</a>` : one.title}
            ${one.heading && one.heading !== one.title && html`<span class="faint"> › ${one.heading}</span>`}
          </li>
        `,
      )}</ul>`;
