// @ts-check
/**
 * The conversation as the customer's page knows it: one value, and pure functions that give the next one.
 *
 * Everything on the screen is drawn from this value. The same event may come twice (socket and catch-up) and a
 * message may come by three roads (answer to the POST, socket, catch-up): each is shown once, in the log's order.
 *
 * @typedef {import("./wire").Snapshot} Snapshot
 * @typedef {import("./wire").Message} Message
 * @typedef {import("./wire").Outgoing} Outgoing
 * @typedef {import("./wire").Conversation} Conversation
 * @typedef {{key: string, message: Message | null, outgoing: Outgoing | null, author: import("./wire").Actor,
 *   isFirst: boolean, isLast: boolean, day: string | null, at: string}} Line
 */

/** The pause after which the same author's next message gets its name again, in milliseconds. */
const GROUP_PAUSE = 5 * 60_000;

/** @returns {Snapshot} A page before its first message. */
export function nothingYet() {
  return { conversation: null, seq: 0, messages: [], outbox: [], typing: null, draft: null };
}

/**
 * The snapshot after an event. An event at or below `seq` moves nothing, but a message that it brings and that was
 * never seen still takes its place.
 * @param {Snapshot} snapshot @param {import("./wire").Event} event @returns {Snapshot}
 */
export function fold(snapshot, event) {
  const heard = event.message ? withMessage(snapshot, event.message) : snapshot;
  if (event.seq <= snapshot.seq) return heard;
  const known = heard.conversation;
  const isHeld = event.state === "queued" || event.state === "human";
  return {
    ...heard,
    seq: event.seq,
    draft: heard.draft?.version === event.version && event.state === "bot" ? heard.draft : null,
    conversation: {
      ...(known ?? { id: event.conversation_id, handoff: null }),
      state: event.state,
      version: event.version,
      owner: event.owner,
      seq: event.seq,
      handoff: isHeld ? placed(goingOn(known?.handoff ?? null, event), event) : null,
    },
  };
}

/** The handoff after an event: how the customer goes on stands in the event itself.
 *  @param {import("./wire").Handoff | null} handoff @param {import("./wire").Event} event */
function goingOn(handoff, event) {
  if (event.kind !== "mode_chosen" || !handoff) return handoff;
  const { mode, reference, due, slot } = /** @type {any} */ (event.data ?? {});
  return { ...handoff, mode, reference, due, slot };
}

/**
 * The handoff with the place and the wait that an event tells, where it tells any.
 * @param {import("./wire").Handoff | null} handoff @param {import("./wire").Event} event
 */
function placed(handoff, { data }) {
  if (!data || !("position" in data)) return handoff;
  const { handoff_id: id = handoff?.id ?? "", position, wait, queue_name = handoff?.queue_name } = /** @type {any} */ (data);
  return { ...handoff, id, queue_name, position, wait };
}

/**
 * The snapshot with a message that the server confirmed; its outgoing twin, known by `client_id`, goes.
 * `seq` stays: earlier events may still be on their way.
 * @param {Snapshot} snapshot @param {Message} message @returns {Snapshot}
 */
export function withMessage(snapshot, message) {
  if (snapshot.messages.some((known) => known.id === message.id)) return snapshot;
  const messages = [...snapshot.messages, message].sort((a, b) => a.seq - b.seq);
  const outbox = message.client_id ? without(snapshot.outbox, message.client_id) : snapshot.outbox;
  const isTheirs = snapshot.typing?.kind === message.author.kind;
  const draft = snapshot.draft && isAnswer(message, snapshot.draft.reply_to) ? null : snapshot.draft;
  return { ...snapshot, messages, outbox, typing: isTheirs ? null : snapshot.typing, draft };
}

/**
 * The snapshot with what the server says of the conversation now, unless a later event is already known.
 * @param {Snapshot} snapshot @param {Conversation} conversation @returns {Snapshot}
 */
export function withConversation(snapshot, conversation) {
  const known = snapshot.conversation;
  if (known && known.id === conversation.id && conversation.version < known.version) return snapshot;
  return { ...snapshot, conversation: { ...conversation, customer_token: undefined } };
}

/** @param {Snapshot} snapshot @param {Outgoing} outgoing @returns {Snapshot} The snapshot with it last in line. */
export function enqueue(snapshot, outgoing) {
  if (snapshot.outbox.some((known) => known.client_id === outgoing.client_id)) return snapshot;
  if (snapshot.messages.some((known) => known.client_id === outgoing.client_id)) return snapshot;
  return { ...snapshot, outbox: [...snapshot.outbox, outgoing] };
}

/** @param {Snapshot} snapshot @param {string} clientId @returns {Snapshot} The snapshot with it out of the line. */
export function dequeue(snapshot, clientId) {
  return { ...snapshot, outbox: without(snapshot.outbox, clientId) };
}

/**
 * The snapshot with some outgoing commands marked.
 * @param {Snapshot} snapshot @param {(outgoing: Outgoing) => boolean} which
 * @param {Outgoing["status"]} status @param {string} [problem] @returns {Snapshot}
 */
export function mark(snapshot, which, status, problem) {
  const outbox = snapshot.outbox.map((each) => (which(each) ? { ...each, status, problem } : each));
  return { ...snapshot, outbox };
}

/** @param {Snapshot} snapshot @param {import("./wire").Actor | null} typing @returns {Snapshot} */
export function withTyping(snapshot, typing) {
  return { ...snapshot, typing };
}

/**
 * The snapshot with what the bot has of its answer so far, unless the baton has moved or the answer is there already.
 * An empty text withdraws it.
 * @param {Snapshot} snapshot @param {import("./wire").Draft} draft @returns {Snapshot}
 */
export function withDraft(snapshot, draft) {
  const known = snapshot.conversation;
  const isTheBots = known?.state === "bot" && known.version === draft.version;
  const isAnswered = snapshot.messages.some((message) => isAnswer(message, draft.reply_to));
  return { ...snapshot, draft: draft.text && isTheBots && !isAnswered ? draft : null };
}

/** @param {Snapshot} snapshot @returns {boolean} Whether the bot owes an answer to the last confirmed message. */
export function isBotThinking(snapshot) {
  const last = snapshot.messages.at(-1);
  return snapshot.conversation?.state === "bot" && last?.author.kind === "customer" && !snapshot.outbox.length;
}

/** @param {Snapshot} snapshot @param {number} read @returns {number} Replies after the log's place `read`. */
export function unread(snapshot, read) {
  return snapshot.messages.filter((each) => each.seq > read && isReply(each)).length;
}

/** @param {Snapshot} snapshot @returns {boolean} Whether a wish for a person waits to be sent. */
export function isAskingForPerson(snapshot) {
  return snapshot.outbox.some((each) => each.kind === "handoff" && each.status !== "refused");
}

/**
 * What the log shows, in order: confirmed messages, then outgoing ones. A line's key stays when it is confirmed.
 * @param {Snapshot} snapshot @returns {Line[]}
 */
export function lines(snapshot) {
  const confirmed = snapshot.messages.map((message) => line(message.client_id ?? message.id, message, null));
  const pending = snapshot.outbox
    .filter((outgoing) => outgoing.kind === "message")
    .map((outgoing) => line(outgoing.client_id, null, outgoing));
  const all = [...confirmed, ...pending];
  all.forEach((each, index) => {
    const before = all[index - 1];
    each.day = before && dayOf(before.at) === dayOf(each.at) ? null : each.at;
    each.isFirst = !before || !!each.day || !isSameGroup(before, each);
    each.isLast = index === all.length - 1;
  });
  return all;
}

/** @param {string} key @param {Message | null} message @param {Outgoing | null} outgoing @returns {Line} */
function line(key, message, outgoing) {
  const author = message?.author ?? { kind: /** @type {const} */ ("customer") };
  const at = message?.at ?? outgoing?.at ?? "";
  return { key, message, outgoing, author, at, isFirst: true, isLast: false, day: null };
}

/** @param {Line} before @param {Line} after */
function isSameGroup(before, after) {
  if (before.message?.kind === "notice" || after.message?.kind === "notice") return false;
  if (before.author.kind !== after.author.kind) return false;
  const isOneVoice = after.author.kind === "customer" || before.author.id === after.author.id;
  return isOneVoice && Date.parse(after.at) - Date.parse(before.at) < GROUP_PAUSE;
}

/** @param {Message} message @param {number} seq */
function isAnswer(message, seq) {
  return message.author.kind !== "customer" && message.seq > seq;
}

/** @param {Message} message */
function isReply(message) {
  return message.author.kind === "bot" || message.author.kind === "operator";
}

/** @param {string} at */
function dayOf(at) {
  return new Date(at).toDateString();
}

/** @param {Outgoing[]} outbox @param {string} clientId */
function without(outbox, clientId) {
  return outbox.filter((each) => each.client_id !== clientId);
}
