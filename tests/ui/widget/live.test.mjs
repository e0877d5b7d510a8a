import assert from "node:assert/strict";
import { test } from "node:test";

import { Refusal } from "../../../baton/ui/widget/api.js";
import { createLive } from "../../../baton/ui/widget/live.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A server with a log of `places`, whose sockets and slow readings the test drives by hand. */
function desk(t, places) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const log = [...places];
  const folded = [];
  const links = [];
  const sockets = [];
  const state = { isDown: null, gate: null, gone: 0, reads: 0 };
  const live = createLive({
    ticket: { id: "cnv_1", token: "cst_1" },
    seq: () => folded.at(-1) ?? 0,
    async read(after) {
      state.reads += 1;
      if (state.isDown) throw state.isDown;
      const items = log.filter((seq) => seq > after).slice(0, 2).map((seq) => ({ seq }));
      const next = items.length === 2 ? items[1].seq : null;
      if (state.gate) await state.gate;
      return { items, next };
    },
    dial() {
      const socket = { readyState: 1, sent: [], closed: false, send: (text) => socket.sent.push(JSON.parse(text)), close: () => (socket.closed = true) };
      sockets.push(socket);
      return socket;
    },
    onEvents: (events) => events.forEach(({ seq }) => seq > (folded.at(-1) ?? 0) && folded.push(seq)),
    onTyping: () => {},
    onDraft: () => {},
    onLink: (isUp) => links.push(isUp),
    onGone: () => (state.gone += 1),
  });
  t.after(() => live.stop());
  const say = (frame) => sockets.at(-1).onmessage({ data: JSON.stringify(frame) });
  return { live, log, folded, links, sockets, state, say };
}

test("the log is read to its end, page by page", async (t) => {
  const { live, folded, links } = desk(t, [1, 2, 4, 5, 6]);
  live.start();
  await turn();
  assert.deepEqual(folded, [1, 2, 4, 5, 6]);
  assert.equal(links.at(-1), true);
});

test("what the socket brings while the log is read waits for its turn", async (t) => {
  const { live, log, folded, sockets, state, say } = desk(t, [1]);
  live.start();
  await turn();
  let open = () => {};
  state.gate = new Promise((resolve) => (open = resolve));
  log.push(2, 3, 5);
  sockets[0].onopen();
  say({ type: "welcome" });
  await turn();
  log.push(6);
  say({ type: "event", event: { seq: 6 } });
  await turn();
  assert.deepEqual(folded, [1], "event 6 must not overtake 2, 3 and 5");
  state.gate = null;
  open();
  await turn();
  assert.deepEqual(folded, [1, 2, 3, 5, 6]);
  say({ type: "event", event: { seq: 7 } });
  assert.deepEqual(folded, [1, 2, 3, 5, 6, 7]);
  assert.equal(sockets[0].sent[0].token, "cst_1");
});

test("while the socket is down the log is polled, and a new socket is dialled", async (t) => {
  const { live, log, folded, sockets } = desk(t, [1]);
  live.start();
  await turn();
  sockets[0].onclose();
  await turn();
  log.push(2);
  t.mock.timers.tick(4_000);
  await turn();
  assert.deepEqual(folded, [1, 2]);
  assert.equal(sockets.length, 2);
});

test("the customer is told only when both roads fail, and again when one works", async (t) => {
  const { live, links, sockets, state } = desk(t, [1]);
  live.start();
  await turn();
  sockets[0].onclose();
  await turn();
  assert.deepEqual(new Set(links), new Set([true]));
  state.isDown = new Refusal(0, "no_connection", "");
  t.mock.timers.tick(4_000);
  await turn();
  assert.equal(links.at(-1), false);
  state.isDown = null;
  t.mock.timers.tick(4_000);
  await turn();
  assert.equal(links.at(-1), true);
});

test("a socket that stops answering is given up", async (t) => {
  const { live, sockets, say } = desk(t, [1]);
  live.start();
  sockets[0].onopen();
  say({ type: "welcome" });
  await turn();
  assert.equal(sockets[0].sent.at(-1).type, "ping");
  t.mock.timers.tick(10_000);
  assert.equal(sockets[0].closed, true);
});

test("a confirmed message that the socket does not bring is fetched", async (t) => {
  const { live, log, folded, sockets, say } = desk(t, [1]);
  live.start();
  sockets[0].onopen();
  say({ type: "welcome" });
  await turn();
  log.push(2, 3);
  live.expect(3);
  t.mock.timers.tick(1_200);
  await turn();
  assert.deepEqual(folded, [1, 2, 3]);
});

test("a conversation that is gone is reported once and not asked for again", async (t) => {
  const { live, state } = desk(t, [1]);
  state.isDown = new Refusal(404, "not_found", "There is no such conversation.");
  live.start();
  await turn();
  assert.equal(state.gone, 1);
});
