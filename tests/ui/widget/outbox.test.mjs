import assert from "node:assert/strict";
import { test } from "node:test";

import { Refusal } from "../../../baton/ui/widget/api.js";
import { createOutbox, PAUSES } from "../../../baton/ui/widget/outbox.js";

const LOST = () => new Refusal(0, "no_connection", "");

/** A desk whose server answers each sending with the next of `answers`: an error to throw, or nothing. */
function desk(ids, answers) {
  let entries = ids.map((client_id) => ({ client_id, kind: "message", text: client_id, at: "2026-01-05", status: "sending" }));
  const sent = [];
  const pauses = [];
  const outbox = createOutbox({
    entries: () => entries,
    async send(entry) {
      sent.push(entry.client_id);
      const answer = answers.shift();
      if (answer) throw answer;
      entries = entries.filter((each) => each !== entry && each.client_id !== entry.client_id);
    },
    mark(which, status, problem) {
      entries = entries.map((each) => (which(each) ? { ...each, status, problem } : each));
    },
    sleep: (ms) => {
      pauses.push(ms);
      return { done: Promise.resolve(), wake: () => {} };
    },
  });
  return { outbox, sent, pauses, statuses: () => entries.map((each) => `${each.client_id} ${each.status}`), entries: () => entries };
}

test("a lost connection is tried again with the same id, in order", async () => {
  const { outbox, sent, pauses, statuses } = desk(["a", "b"], [LOST(), LOST()]);
  await outbox.pump();
  assert.deepEqual(sent, ["a", "a", "a", "b"]);
  assert.deepEqual(pauses, PAUSES.slice(0, 2));
  assert.deepEqual(statuses(), []);
});

test("after the last try everything says that it is not sent, and one retry sends all in order", async () => {
  const { outbox, sent, statuses } = desk(["a", "b"], Array.from({ length: PAUSES.length + 1 }, LOST));
  await outbox.pump();
  assert.deepEqual(statuses(), ["a failed", "b failed"]);
  sent.length = 0;
  await outbox.retry();
  assert.deepEqual(sent, ["a", "b"]);
});

test("what the server refuses steps aside with its reason and does not hold up the next", async () => {
  const { outbox, sent, entries } = desk(["a", "b"], [new Refusal(422, "too_large", "That is too long.")]);
  await outbox.pump();
  assert.deepEqual(sent, ["a", "b"]);
  assert.deepEqual(entries().map((each) => [each.client_id, each.status, each.problem]), [["a", "refused", "That is too long."]]);
});

test("a refused entry is sent again only when the customer asks for that one", async () => {
  const { outbox, sent } = desk(["a"], [new Refusal(422, "invalid", "No.")]);
  await outbox.pump();
  await outbox.retry();
  assert.deepEqual(sent, ["a"]);
  await outbox.retry("a");
  assert.deepEqual(sent, ["a", "a"]);
});

test("a server that asks to wait is given that time", async () => {
  const { outbox, pauses } = desk(["a"], [new Refusal(429, "too_many", "", 7)]);
  await outbox.pump();
  assert.deepEqual(pauses, [7_000]);
});

test("two pumps at once send each entry once", async () => {
  const { outbox, sent } = desk(["a", "b"], []);
  await Promise.all([outbox.pump(), outbox.pump(), outbox.retry()]);
  assert.deepEqual(sent, ["a", "b"]);
});
