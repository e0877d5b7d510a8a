// @ts-check
/** The audit trail of a conversation as a timeline: who did what, why, by which rule, and what it changed. */
import { html } from './html.js';
import { moment } from './time.js';
import { decisionName, hasReasonCode, isMove, partyName, plain, policyName, saidAlong, standing, whatHappened, whyHanded } from './words.js';

/** @typedef {import('./wire').TrailItem} TrailItem */

/** @type {Record<string, string>} */
const SAID = {
  message_received: 'wrote',
  answer_sent: 'answered',
  reply_sent: 'replied',
  notice_sent: 'sent a notice',
  note_added: 'left a note',
  turn_reported: 'told what it understood',
  answer_discarded: 'had an answer discarded',
  fallback_taken: 'found nobody to claim it in time',
  packet_revealed: 'had what is masked in the packet shown',
  packet_improved: 'put a model’s words into the packet',
  improvement_failed: 'left the packet as it was: the model was of no help',
  nobody_alerted: 'found that nobody was shown this wait',
  promise_broken: 'found a promise broken',
  promise_kept: 'found a promise kept',
  promise_withdrawn: 'withdrew a promise',
};

/** @param {TrailItem} item @param {string | null} me @param {string} [customer] */
function headline(item, me, customer) {
  if (item.kind === 'decision_made') return `The bot decided: ${decisionName(item.data?.kind ?? '').toLowerCase() || 'see below'}`;
  if (isMove(item.kind) || item.kind === 'conversation_rated' || item.kind.startsWith('offer_') || /^reply_(?!sent)/.test(item.kind)) return whatHappened(item, me, customer);
  if (item.kind === 'note_added' && item.data?.mentions) return `${partyName(item.actor, me, customer)} left a note for ${namesOf(item.data.mentions, me)}`;
  return SAID[item.kind] ? `${partyName(item.actor, me, customer)} ${SAID[item.kind]}` : plain(item.kind);
}

/** @param {import('./wire').Mention[]} mentions @param {string | null} me */
const namesOf = (mentions, me) => new Intl.ListFormat('en').format(mentions.map((one) => (one.id === me ? 'you' : one.name)));

/** @param {{items: TrailItem[], me: string | null, customer?: string}} props */
export const Trail = ({ items, me, customer }) => html`
  <ol class="trail">
    ${items.map((item, index) => html`<${Step} key=${item.seq} item=${item} before=${lastUnder(items, index)} me=${me} customer=${customer} />`)}
  </ol>
`;

/** What stood before the move at `index`: events of one change carry the standing after it. @param {TrailItem[]} items @param {number} index */
const lastUnder = (items, index) => items.slice(0, index).findLast((one) => one.version < items[index].version);

/** @param {{item: TrailItem, before?: TrailItem, me: string | null, customer?: string}} props */
function Step({ item, before, me, customer }) {
  const moved = before && isMove(item.kind);
  const reason = hasReasonCode(item.kind) ? (item.reason ?? item.data?.reason) : null;
  const words = typeof item.message === 'string' ? item.message : item.message?.text;
  const rule = item.rule ?? item.data?.rule;
  const version = policyName(item.policy_version ?? item.data?.policy_version);
  const evidence = item.evidence?.length ? item.evidence : (item.data?.evidence ?? []);
  return html`
    <li class=${`step ${isMove(item.kind) ? 'move' : ''}`}>
      <p class="step-head"><strong>${headline(item, me, customer)}</strong> <span class="faint"><time datetime=${item.at}>${moment(item.at)}</time> · ${item.seq}</span></p>
      ${moved && html`<p class="step-move">${standing(before)} <span role="img" aria-label="to">→</span> ${standing(item)}</p>`}
      ${(reason || rule || version) &&
      html`<p class="step-why">
        ${reason && html`<span class="chip">${whyHanded({ reason, topic: item.data?.topic })}</span>`}
        ${rule && html`<code>${rule}</code>`}
        ${version && html`<span class="faint">${version}</span>`}
      </p>`}
      ${evidence.length > 0 && html`<p class="step-evidence">${evidence.map((/** @type {string} */ words) => html`<q dir="auto">${words}</q> `)}</p>`}
      ${saidAlong(item).map(([label, text]) => html`<p class="step-text"><span>${label}:</span> <bdi>${text}</bdi></p>`)}
      ${(words || item.data?.text || item.data?.says) && html`<p class="step-text" dir="auto">${words || item.data?.text || item.data?.says}</p>`}
    </li>
  `;
}
