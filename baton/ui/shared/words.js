// @ts-check
/** The page's names for the codes that the desk sends. An unknown code is shown as its own words. */
import { outcomeName } from './outcomes.js';
import { moment } from './time.js';

/** @type {Record<string, string>} */
export const REASONS = {
  grounded: 'Answered from sources',
  small_talk: 'Small talk',
  ambiguous: 'Needs one question',
  customer_request: 'Asked for a person',
  policy_topic: 'Policy topic',
  sensitive_data: 'Sensitive data',
  customer_attribute: 'Named customer',
  buying_intent: 'Wants to buy',
  urgency: 'Urgent',
  distress: 'Upset',
  stuck: 'Bot is stuck',
  risk: 'Going badly',
  no_help: 'Says it did not help',
  no_source: 'No source',
  partly_answered: 'Half has no source',
  conflicting_sources: 'Sources disagree',
  low_confidence: 'Not sure enough',
  tool_failed: 'A tool failed',
  knowledge_failed: 'Look-up failed',
  model_failed: 'Model failed',
  bot_failed: 'Bot failed',
  outside_bot: 'Left to your own bot',
  attachment: 'Sent a file',
  workflow_exception: 'Business rule',
  operator_takeover: 'Taken over',
  bot_request: 'Bot asked',
  team_request: 'Team asked',
  reopened: 'Reopened',
  asks_for_person: 'Asks for a person',
};

const PRESSING = new Set(['sensitive_data', 'urgency', 'distress', 'tool_failed', 'knowledge_failed', 'model_failed', 'bot_failed']);

/** @type {Record<string, string>} */
const DECISIONS = { answer: 'Answer', clarify: 'Ask one question', offer: 'Offer a person', handoff: 'Hand over' };

/** "policy_topic" to "Policy topic". @param {string | null | undefined} code */
export const plain = (code) => {
  const words = String(code ?? '').replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
/** @param {string} code */
export const reasonName = (code) => REASONS[code] ?? plain(code);
/** Why a conversation was handed over: the topic where a policy names one. @param {{reason: string, topic?: string | null}} handoff */
export const whyHanded = (handoff) => (handoff.reason === 'policy_topic' && handoff.topic ? plain(handoff.topic) : reasonName(handoff.reason));
/** @param {number | null | undefined} version */
export const policyName = (version) => (version ? `policy ${version}` : version === 0 ? 'default policy' : '');
/** Where a conversation stands, in words. @param {{state: string, owner: import('./wire').Party}} c */
export function standing({ state, owner }) {
  if (state === 'bot') return 'With the bot';
  if (state === 'queued') return `Waiting in ${owner.name || owner.id || 'a queue'}`;
  return state === 'human' ? `With ${owner.name || 'a colleague'}` : plain(state);
}
/** Whether a reason should stand out in a list. @param {string} code */
export const isPressing = (code) => PRESSING.has(code);
/** @param {string} kind */
export const decisionName = (kind) => DECISIONS[kind] ?? plain(kind);

/** What to call a customer. @param {{name?: string | null, email?: string | null, external_id?: string | null} | null | undefined} customer */
export const customerName = (customer) => customer?.name || customer?.email || customer?.external_id || 'A visitor';

/** One or two letters that stand for a name, figures only where it has no letters. @param {string} name */
export const initials = (name) => {
  const words = name.match(/\p{L}[\p{L}\p{M}\p{N}'’]*/gu) ?? name.match(/\p{N}/gu) ?? [];
  return words.slice(0, 2).map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('') || '?';
};

/** A language's own code as a name in the reader's language. @param {string} code */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([navigator.language || 'en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "1 passage", "3 passages". @param {number} n @param {string} one @param {string} [many] */
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString()} ${n === 1 ? one : many}`;

/** A party's name in the middle of a sentence. @param {string} who */
export const inside = (who) => who.replace(/^The (bot|desk)$/, 'the $1').replace(/^You$/, 'you');

/** @type {Record<string, string>} */
const GONE = {
  operator_lost: 'Back in the queue: whoever held it was gone',
  operator_left: 'Back in the queue: whoever held it has left the team',
};

/** @type {Record<string, (who: string, told: Record<string, any>) => string>} */
const MOVES = {
  conversation_opened: () => 'Conversation opened',
  handoff_opened: (who, told) => `Handed over${told.queue_name ? ` to ${told.queue_name}` : ''} by ${inside(who)}`,
  handoff_claimed: (who) => `${who} claimed it`,
  handoff_requeued: (who, told) => `Moved${told.queue_name ? ` to ${told.queue_name}` : ' to another queue'} by ${inside(who)}`,
  handoff_withdrawn: (who) => `${who} cancelled the wait; the bot has it again`,
  taken_over: (who) => `${who} took over`,
  released: (who, told) => GONE[told.reason] ?? `${who} released it to the queue`,
  transferred: (who, told) => `${who} transferred it${told.to?.name || told.queue_name ? ` to ${told.to?.name || told.queue_name}` : ''}`,
  handed_back: (who) => `${who} handed back to the bot`,
  resolved: (who, told) => (told.merged_into ? `${who} merged it into another conversation` : `${who} resolved it`),
  reopened: (who) => `${who} reopened it`,
};

/** @type {Record<string, string>} */
const MODES = {
  live: 'The customer goes on in the chat',
  queued: 'The customer waits in line',
  ticket: 'A ticket was agreed on',
  callback: 'A call was agreed on',
  email: 'An answer by e-mail was agreed on',
};

/** @type {Record<string, string>} */
const WOKEN = {
  time: 'Back from snooze: its time had come',
  reply: 'Back from snooze: the customer wrote',
  promise: 'Back from snooze: a promised answer is due',
  moved: 'No longer snoozed: it changed hands',
  operator: 'The snooze was ended',
};

/** @type {Record<string, (told: Record<string, any>) => string>} */
const BESIDE = {
  mode_chosen: ({ mode, reference }) => [MODES[mode] ?? plain(mode), reference].filter(Boolean).join(': '),
  followup_due: ({ reference }) => `${reference} is due`,
  followup_missed: ({ reference }) => `The call of ${reference} reached nobody`,
  followup_done: ({ reference }) => `${reference} is done`,
  offer_made: (told) => `Offered to ${told.name}`,
  offer_declined: (told) => `${told.name} declined the offer${told.reason ? `: ${plain(told.reason).toLowerCase()}` : ''}`,
  offer_expired: (told) => `${told.name} didn’t answer the offer in time`,
  offer_rescinded: (told) => `The offer to ${told.name} was taken back`,
  turn_reported: ({ understood, intent, tools }) =>
    [
      understood && `The bot understood “${plain(understood)}”`,
      intent && `The bot’s turn: “${plain(intent)}”`,
      ...Object.entries(tools ?? {}).map(([name, said]) => `${plain(name)}: ${said}`),
    ].filter(Boolean).join('; '),
  labelled: ({ label }) => `Labelled ${label}`,
  unlabelled: ({ label }) => `Label ${label} removed`,
  prioritised: ({ to, from }) => `Priority ${to}, ${from} before`,
  snoozed: ({ until, promise_due }) => `Snoozed until ${until ? moment(until) : 'the customer writes'}${promise_due ? ', because an answer was promised' : ''}`,
  woken: ({ why }) => WOKEN[why] ?? 'Back from snooze',
  reply_scheduled: ({ due, again }) => `${again ? 'The scheduled reply was changed; it sends' : 'A reply was scheduled for'} ${moment(due)}`,
  reply_unscheduled: ({ was }) => (was === 'waiting' ? 'The scheduled reply was taken back' : 'The reply that was not sent was put away'),
  reply_held_back: (told) => `${told.author?.name ?? 'A colleague'}’s scheduled reply was not sent. ${heldBackWords(told)}`,
  transcript_sent: () => 'The customer had this conversation sent by e-mail',
  merged: () => 'Another conversation of this customer goes on here',
  conversation_rated: ({ score, comment }) => `The customer rated it ${score} of 5${comment ? `: ${comment}` : ''}`,
  wait_told: ({ position, wait }) =>
    [`The customer was told: number ${position} in line`, wait?.words].filter(Boolean).join(', '),
};

/** @type {Record<string, string>} */
const HELD_BACK = {
  customer_wrote: 'The customer wrote first.',
  late: 'The desk was down at its time, for more than an hour.',
  author_left: 'Its author has left the team.',
  source_gone: 'A page that it cites is no longer for customers.',
};

/** Why a scheduled reply was not sent. @param {{why?: string, move?: string, by?: import('./wire').Party}} told @param {string | null} [me] @param {string} [when] in words */
export function heldBackWords({ why, move, by }, me, when) {
  if (why !== 'moved' || !move || !by) return HELD_BACK[why ?? ''] ?? 'The conversation changed hands.';
  return `${whatHappened({ kind: move, actor: by, data: {} }, me)}${when ? `, ${when}` : ''}.`;
}

/** What happened, as a line. @param {{kind: string, actor: import('./wire').Party, data?: Record<string, any> | null}} event @param {string | null} [me] @param {string} [customer] */
export function whatHappened(event, me, customer) {
  const beside = BESIDE[event.kind];
  if (beside) return beside(event.data ?? {});
  const say = MOVES[event.kind];
  return say ? say(partyName(event.actor, me, customer), event.data ?? {}) : plain(event.kind);
}

/** @type {[string, string][]} */
const TOLD = [
  ['decided', 'Decided'],
  ['promised', 'Promised'],
  ['do_not_touch', 'Do not touch'],
  ['open_question', 'Open question'],
  ['disposition', 'Outcome'],
  ['note', 'Note'],
];

/** What was said along with a move, as label and text. @param {{kind: string, data?: Record<string, any> | null, reason?: string | null}} event @returns {[string, string][]} */
export function saidAlong({ kind, data, reason }) {
  const why = kind === 'taken_over' ? data?.why : (data?.why ?? reason ?? data?.reason);
  if (why && why in GONE) return [];
  const given = TOLD.flatMap(([key, label]) => (data?.[key] ? [/** @type {[string, string]} */ ([label, key === 'disposition' ? outcomeName(data[key]) : data[key]])] : []));
  return isMove(kind) && why && !hasReasonCode(kind) ? [['Reason', why], ...given] : given;
}

/** Whether an event's reason is one of the desk's codes; else it is somebody's own words. @param {string} kind */
export const hasReasonCode = (kind) => kind === 'decision_made' || kind === 'handoff_opened';

/** Whether an event moved the conversation. @param {string} kind */
export const isMove = (kind) => kind in MOVES;

/** @param {import('./wire').Party | null | undefined} party @param {string | null} [me] the reader's own id @param {string} [customer] the customer's name */
export function partyName(party, me, customer) {
  if (!party) return 'The desk';
  if (me && party.id === me) return 'You';
  if (party.kind === 'bot') return party.name && party.name !== 'Bot' ? party.name : 'The bot';
  if (party.kind === 'system') return 'The desk';
  if (party.kind === 'customer') return customer || party.name || 'The customer';
  return party.name || plain(party.kind);
}

/** A share as people read it; all but never rounds up to all. @param {number | null} rate */
export const percent = (rate) => (rate === null ? '–' : `${rate < 1 ? Math.min(99, Math.round(rate * 100)) : 100}%`);
