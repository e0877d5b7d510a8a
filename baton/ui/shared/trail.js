// @ts-check
/** The audit trail of a conversation as a timeline: who did what, why, by which rule, and what it changed. */
import { html } from './html.js';
import { moment } from './time.js';
import { decisionName, isMove, partyName, plain, whatHappened, whyHanded } from './words.js';

/** @typedef {import('./wire').TrailItem} TrailItem */

/** @type {Record<string, string>} */
const SAID = {
  message_received: 'wrote',
  answer_sent: 'answered',
  reply_sent: 'replied',
  notice_sent: 'sent a notice',
  note_added: 'left a note',
  answer_discarded: 'had an answer discarded',
};

/** @param {TrailItem} item @param {string | null} me */
function headline(item, me) {
  if (item.kind === 'decision_made') return `The bot decided: ${decisionName(item.data?.kind ?? '').toLowerCase() || 'see below'}`;
  if (isMove(item.kind)) return whatHappened(item, me);
  return SAID[item.kind] ? `${partyName(item.actor, me)} ${SAID[item.kind]}` : plain(item.kind);
}

/** @param {{kind: string, name?: string | null}} owner */
const held = (owner) =>
  owner.kind === 'none' ? 'nobody' : owner.kind === 'queue' ? `queue ${owner.name ?? ''}`.trim() : partyName(owner);

/** @param {{items: TrailItem[], me: string | null}} props */
export const Trail = ({ items, me }) => html`
  <ol class="trail">
    ${items.map((item, index) => html`<${Step} key=${item.seq} item=${item} before=${items[index - 1]} me=${me} />`)}
  </ol>
`;

/** @param {{item: TrailItem, before?: TrailItem, me: string | null}} props */
function Step({ item, before, me }) {
  const moved = before && (before.state !== item.state || before.owner.id !== item.owner.id);
  const reason = item.reason ?? item.data?.reason;
  const rule = item.rule ?? item.data?.rule;
  const version = item.policy_version ?? item.data?.policy_version;
  const evidence = item.evidence?.length ? item.evidence : (item.data?.evidence ?? []);
  return html`
    <li class=${`step ${isMove(item.kind) ? 'move' : ''}`}>
      <p class="step-head"><strong>${headline(item, me)}</strong> <span class="faint"><time datetime=${item.at}>${moment(item.at)}</time> · ${item.seq}</span></p>
      ${moved && html`<p class="step-move">${plain(before.state)} (${held(before.owner)}) <span aria-label="to">→</span> ${plain(item.state)} (${held(item.owner)})</p>`}
      ${(reason || rule || version) &&
      html`<p class="step-why">
        ${reason && html`<span class="chip">${whyHanded({ reason, topic: item.data?.topic })}</span>`}
        ${rule && html`<code>${rule}</code>`}
        ${version && html`<span class="faint">policy ${version}</span>`}
      </p>`}
      ${evidence.length > 0 && html`<p class="step-evidence">${evidence.map((/** @type {string} */ words) => html`<q dir="auto">${words}</q> `)}</p>`}
      ${item.data?.text && html`<p class="step-text" dir="auto">${item.data.text}</p>`}
      ${item.data?.note && html`<p class="step-text" dir="auto">${item.data.note}</p>`}
    </li>
  `;
}
