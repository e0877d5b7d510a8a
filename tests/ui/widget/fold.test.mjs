import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dequeue, enqueue, fold, isAskingForPerson, isBotThinking, lines, mark, nothingYet, unread, withConversation, withMessage,
  withDraft, withTyping,
} from "../../../baton/ui/widget/fold.js";

const BOT = { kind: "bot", id: null, name: "Bot" };
const DANA = { kind: "operator", id: "opr_1", name: "Dana" };
const SYSTEM = { kind: "system" };
const CUSTOMER = { kind: "customer", id: "cus_1" };

function message(seq, author, more = {}) {
  return { id: `msg_${seq}`, seq, author, kind: "text", text: `text ${seq}`, at: `2026-01-05T10:00:${String(seq).padStart(2, "0")}Z`, ...more };
}

function event(seq, kind, state, more = {}) {
  const owners = { bot: { kind: "bot" }, queued: { kind: "queue", id: "billing" }, human: DANA, resolved: { kind: "none" } };
  return { conversation_id: "cnv_1", seq, kind, at: "2026-01-05T10:00:00Z", state, version: seq, owner: owners[state], message: null, ...more };
}

const STORY = [
  event(1, "conversation_opened", "bot"),
  event(2, "message_received", "bot", { message: message(2, CUSTOMER, { client_id: "a" }) }),
  event(4, "answer_sent", "bot", { message: message(4, BOT, { kind: "answer" }) }),
  event(5, "handoff_opened", "queued"),
  event(6, "notice_sent", "queued", { message: message(6, SYSTEM, { kind: "notice" }) }),
  event(8, "handoff_claimed", "human"),
  event(9, "reply_sent", "human", { message: message(9, DANA) }),
  event(10, "resolved", "resolved"),
];

const told = (snapshot) => snapshot.messages.map((each) => each.seq);

test("the story folds into its last state, with team-only places left out", () => {
  const snapshot = STORY.reduce(fold, nothingYet());
  assert.deepEqual(told(snapshot), [2, 4, 6, 9]);
  assert.equal(snapshot.seq, 10);
  assert.equal(snapshot.conversation.state, "resolved");
  assert.equal(snapshot.conversation.owner.kind, "none");
});

test("an event that comes twice changes nothing the second time", () => {
  const once = STORY.reduce(fold, nothingYet());
  const twice = STORY.reduce(fold, once);
  assert.equal(twice, once);
});

test("an old event never moves the state back, but its message still takes its place", () => {
  const late = STORY[2];
  const without = STORY.filter((each) => each !== late).reduce(fold, nothingYet());
  const snapshot = fold(without, late);
  assert.equal(snapshot.conversation.state, "resolved");
  assert.deepEqual(told(snapshot), [2, 4, 6, 9]);
});

test("however a prefix is cut and repeated, the end is the same", () => {
  const whole = STORY.reduce(fold, nothingYet());
  for (let cut = 0; cut <= STORY.length; cut += 1) {
    const again = [...STORY.slice(0, cut), ...STORY.slice(Math.max(0, cut - 3))];
    assert.deepEqual(again.reduce(fold, nothingYet()), whole);
  }
});

test("a message leaves the outbox when it is confirmed, by whichever road comes first", () => {
  const outgoing = { client_id: "a", kind: "message", text: "text 2", at: "2026-01-05T10:00:02Z", status: "sending" };
  const waiting = enqueue(nothingYet(), outgoing);
  const bySocket = STORY.slice(0, 2).reduce(fold, waiting);
  const byAnswer = withMessage(waiting, message(2, CUSTOMER, { client_id: "a" }));
  assert.deepEqual([bySocket.outbox, byAnswer.outbox], [[], []]);
  assert.deepEqual(told(fold(byAnswer, STORY[1])), [2]);
  assert.deepEqual(enqueue(bySocket, outgoing).outbox, [], "a reload must not bring it back");
});

test("the answer to a POST does not hide earlier events that are still on their way", () => {
  const answered = withMessage(nothingYet(), message(6, CUSTOMER, { client_id: "z" }));
  assert.equal(answered.seq, 0);
  assert.deepEqual(told(STORY.slice(0, 3).reduce(fold, answered)), [2, 4, 6]);
});

test("an older view of the conversation never replaces a newer one", () => {
  const snapshot = STORY.slice(0, 6).reduce(fold, nothingYet());
  const stale = { id: "cnv_1", state: "queued", version: 5, seq: 5, owner: { kind: "queue" }, handoff: { id: "hnd_1", position: 2 } };
  assert.equal(withConversation(snapshot, stale), snapshot);
  const fresh = { ...stale, state: "human", version: 8, owner: DANA };
  assert.equal(withConversation(snapshot, fresh).conversation.handoff.position, 2);
});

test("the handoff is forgotten as soon as nobody waits or answers", () => {
  const queued = withConversation(nothingYet(), { id: "cnv_1", state: "queued", version: 5, seq: 5, owner: {}, handoff: { id: "hnd_1" } });
  assert.equal(fold(queued, event(7, "handoff_withdrawn", "bot")).conversation.handoff, null);
  assert.equal(fold(queued, event(7, "handoff_claimed", "human")).conversation.handoff.id, "hnd_1");
});

test("typing ends when the one who typed has spoken", () => {
  const typing = withTyping(nothingYet(), DANA);
  assert.equal(withMessage(typing, message(3, BOT)).typing, DANA);
  assert.equal(withMessage(typing, message(3, DANA)).typing, null);
});

test("replies count as unread; the desk's notices and one's own words do not", () => {
  const snapshot = STORY.reduce(fold, nothingYet());
  assert.equal(unread(snapshot, 0), 2);
  assert.equal(unread(snapshot, 4), 1);
  assert.equal(unread(snapshot, 9), 0);
});

test("the bot is thinking only while it owes an answer", () => {
  const asked = STORY.slice(0, 2).reduce(fold, nothingYet());
  assert.equal(isBotThinking(asked), true);
  assert.equal(isBotThinking(fold(asked, STORY[2])), false);
  assert.equal(isBotThinking(fold(asked, event(5, "handoff_opened", "queued"))), false);
});

test("lines keep their key when an outgoing message is confirmed", () => {
  const outgoing = { client_id: "a", kind: "message", text: "hi", at: "2026-01-05T10:00:01Z", status: "sending" };
  const wish = { client_id: "b", kind: "handoff", text: "", at: "2026-01-05T10:00:01Z", status: "sending" };
  const before = enqueue(enqueue(nothingYet(), outgoing), wish);
  assert.deepEqual(lines(before).map((line) => line.key), ["a"]);
  assert.equal(isAskingForPerson(before), true);
  const after = lines(withMessage(before, message(2, CUSTOMER, { client_id: "a" })));
  assert.deepEqual(after.map((line) => [line.key, line.outgoing]), [["a", null]]);
});

test("a name stands above a group's first line, and a pause, a notice or a day begins a new group", () => {
  const at = (seq, time, author, more) => message(seq, author, { at: time, ...more });
  const snapshot = [
    at(1, "2026-01-05T10:00:00", BOT),
    at(2, "2026-01-05T10:01:00", BOT),
    at(3, "2026-01-05T10:09:00", BOT),
    at(4, "2026-01-05T10:09:10", SYSTEM, { kind: "notice" }),
    at(5, "2026-01-05T10:09:20", BOT),
    at(6, "2026-01-06T10:09:21", BOT),
  ].reduce(withMessage, nothingYet());
  assert.deepEqual(lines(snapshot).map((line) => line.isFirst), [true, false, true, true, true, true]);
  assert.deepEqual(lines(snapshot).map((line) => Boolean(line.day)), [true, false, false, false, false, true]);
});

test("marking and taking out touch only what was meant", () => {
  const entry = (client_id) => ({ client_id, kind: "message", text: "hi", at: "2026-01-05T10:00:01Z", status: "sending" });
  const two = ["a", "b"].map(entry).reduce(enqueue, nothingYet());
  const marked = mark(two, (each) => each.client_id === "b", "refused", "Too long.");
  assert.deepEqual(marked.outbox.map((each) => each.status), ["sending", "refused"]);
  assert.deepEqual(dequeue(marked, "a").outbox.map((each) => each.client_id), ["b"]);
});

const asked = () => [STORY[0], { ...STORY[1], version: 1 }].reduce(fold, nothingYet());
const draft = (more = {}) => ({ reply_to: 2, version: 1, text: "Three days.", ...more });

test("a draft is shown until the answer is there", () => {
  const shown = withDraft(asked(), draft());
  assert.equal(shown.draft.text, "Three days.");
  assert.equal(fold(shown, { ...STORY[2], version: 1 }).draft, null);
  assert.equal(withDraft(fold(asked(), { ...STORY[2], version: 1 }), draft()).draft, null);
});

test("a draft goes when it is withdrawn and when the baton moves, and a late one is never shown", () => {
  const shown = withDraft(asked(), draft());
  assert.equal(withDraft(shown, draft({ text: "" })).draft, null);
  const moved = fold(shown, event(5, "taken_over", "human"));
  assert.equal(moved.draft, null);
  assert.equal(withDraft(moved, draft()).draft, null);
});

test("a second message of the customer's leaves the draft", () => {
  const shown = withDraft(asked(), draft());
  const more = fold(shown, { ...event(3, "message_received", "bot", { message: message(3, CUSTOMER) }), version: 1 });
  assert.equal(more.draft.text, "Three days.");
});

test("the place and the wait are the last that were told", () => {
  const told = { position: 3, wait: { low_s: 60, high_s: 300, at: "2026-11-21T10:00:00Z", words: "about 1 to 5 minutes" } };
  const opened = fold(nothingYet(), { ...event(5, "handoff_opened", "queued"), data: { handoff_id: "hnd_1", queue_name: "Billing", ...told } });
  assert.deepEqual(opened.conversation.handoff, { id: "hnd_1", queue_name: "Billing", ...told });
  const nearer = fold(opened, { ...event(6, "wait_told", "queued"), data: { position: 2, wait: null } });
  assert.deepEqual(nearer.conversation.handoff, { id: "hnd_1", queue_name: "Billing", position: 2, wait: null });
  assert.equal(fold(nearer, event(7, "message_received", "queued")).conversation.handoff.position, 2);
});
