import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_LOG, emptyDesk, foldConversation, foldLog, inView, reduce } from '../../baton/ui/shared/fold.js';

const AMIRA = { kind: 'operator', id: 'opr_1', name: 'Amira' };
const DANA = { kind: 'operator', id: 'opr_2', name: 'Dana' };
const BOT = { kind: 'bot', id: null, name: 'Bot' };
const BILLING = { kind: 'queue', id: 'billing', name: 'Billing' };

const conversation = (more = {}) => ({ id: 'cnv_1', state: 'bot', version: 1, seq: 1, owner: BOT, preview: null, last_author: 'customer', ...more });
const event = (seq, more = {}) => ({
  conversation_id: 'cnv_1', seq, kind: 'message_received', at: `2026-01-01T10:00:${String(seq).padStart(2, '0')}Z`,
  actor: AMIRA, state: 'bot', version: 1, owner: BOT, message: null, data: {}, ...more,
});
const said = (seq, text, author, more = {}) =>
  event(seq, { message: { id: `msg_${seq}`, seq, author, kind: 'text', text, at: '2026-01-01T10:00:00Z', ...more }, preview: ['note', 'notice'].includes(more.kind) ? undefined : text });
const deskWith = (...conversations) =>
  reduce(emptyDesk('opr_1'), { type: 'listed', items: conversations, counts: { mine: 0, waiting: 1, bot: 1, all: 2 } });

test('an event that was seen before changes nothing', () => {
  const c = conversation({ seq: 5 });
  assert.equal(foldConversation(c, event(5, { state: 'human', owner: DANA })), c);
  const log = { ...EMPTY_LOG, seq: 5, loaded: true };
  assert.equal(foldLog(log, event(4)), log);
});

test('state, version and owner are those of the latest event', () => {
  const c = foldConversation(conversation(), event(2, { kind: 'handoff_opened', state: 'queued', version: 2, owner: BILLING }));
  assert.deepEqual([c.state, c.version, c.owner, c.seq], ['queued', 2, BILLING, 2]);
});

test('a wait starts when the handoff opens, goes on while queued, and ends with the claim', () => {
  const opened = foldConversation(conversation(), event(2, { state: 'queued', version: 2, owner: BILLING }));
  const wrote = foldConversation(opened, said(3, 'hello?', { kind: 'customer' }, {}));
  const still = foldConversation(opened, event(3, { state: 'queued', version: 2, owner: BILLING }));
  const claimed = foldConversation(still, event(4, { state: 'human', version: 3, owner: AMIRA }));
  assert.equal(opened.waiting_since, '2026-01-01T10:00:02Z');
  assert.equal(still.waiting_since, '2026-01-01T10:00:02Z');
  assert.equal(claimed.waiting_since, null);
  assert.equal(wrote.preview, 'hello?');
});

test('notes and notices never become the preview', () => {
  let c = foldConversation(conversation(), said(2, 'where is my parcel', { kind: 'customer' }));
  c = foldConversation(c, said(3, 'do not tell them', AMIRA, { kind: 'note' }));
  c = foldConversation(c, said(4, 'Dana has joined', { kind: 'system' }, { kind: 'notice' }));
  assert.equal(c.preview, 'where is my parcel');
  assert.equal(c.last_author, 'customer');
  assert.equal(c.seq, 4);
});

test('a handed-back or resolved conversation has no handoff', () => {
  const waiting = conversation({ state: 'queued', owner: BILLING, handoff: { reason: 'stuck' } });
  assert.equal(foldConversation(waiting, event(2, { state: 'bot', version: 2 })).handoff, null);
});

test('an event from beyond the next one is left out and marks a gap, which catching up closes', () => {
  let desk = reduce(deskWith(conversation()), { type: 'caught_up', id: 'cnv_1', events: [event(1)] });
  desk = reduce(desk, { type: 'event', event: event(4) });
  assert.equal(desk.logs.cnv_1.gap, true);
  assert.equal(desk.logs.cnv_1.seq, 1);
  desk = reduce(desk, { type: 'caught_up', id: 'cnv_1', events: [event(2), event(3), event(4)] });
  assert.equal(desk.logs.cnv_1.gap, false);
  assert.deepEqual(desk.logs.cnv_1.events.map((one) => one.seq), [1, 2, 3, 4]);
});

test('the same events give the same desk, by socket or by HTTP, in one go or with repeats', () => {
  const events = [event(2), said(3, 'hi', { kind: 'customer' }), event(4, { kind: 'handoff_opened', state: 'queued', version: 2, owner: BILLING })];
  const start = reduce(deskWith(conversation()), { type: 'caught_up', id: 'cnv_1', events: [event(1)] });
  const live = [...events, ...events].reduce((desk, one) => reduce(desk, { type: 'event', event: one }), start);
  const fetched = reduce(start, { type: 'caught_up', id: 'cnv_1', events });
  assert.deepEqual(live, fetched);
});

test('counts move with a conversation that changes hands', () => {
  let desk = deskWith(conversation({ state: 'queued', owner: BILLING }), conversation({ id: 'cnv_2' }));
  desk = reduce(desk, { type: 'event', event: event(2, { kind: 'handoff_claimed', state: 'human', version: 2, owner: AMIRA }) });
  assert.deepEqual(desk.counts, { mine: 1, waiting: 0, bot: 1, all: 2 });
  desk = reduce(desk, { type: 'event', event: event(3, { kind: 'transferred', state: 'human', version: 3, owner: DANA }) });
  assert.deepEqual(desk.counts, { mine: 0, waiting: 0, bot: 1, all: 2 });
});

test('an answer over HTTP never takes back what an event already brought', () => {
  let desk = deskWith(conversation());
  desk = reduce(desk, { type: 'event', event: event(7, { state: 'human', version: 4, owner: DANA }) });
  desk = reduce(desk, { type: 'got', conversation: conversation({ seq: 5, version: 3, state: 'queued', owner: BILLING }) });
  assert.equal(desk.conversations.cnv_1.owner.name, 'Dana');
});

test('a fresh list forgets everything but what is open', () => {
  const desk = deskWith(conversation(), conversation({ id: 'cnv_2' }));
  const fresh = reduce(desk, { type: 'listed', items: [conversation({ id: 'cnv_3' })], fresh: true, keep: 'cnv_1' });
  assert.deepEqual(Object.keys(fresh.conversations), ['cnv_1', 'cnv_3']);
});

test('mine is what I hold, and nobody holds as null', () => {
  const held = conversation({ state: 'human', owner: AMIRA });
  assert.equal(inView(held, 'mine', 'opr_1'), true);
  assert.equal(inView(held, 'mine', 'opr_2'), false);
  assert.equal(inView(conversation({ state: 'human', owner: { kind: 'operator', id: null } }), 'mine', null), false);
  assert.equal(inView(conversation({ state: 'queued' }), 'bot', 'opr_1'), false);
});

test('the bot’s view leaves out conversations in which nobody has written yet', () => {
  assert.equal(inView(conversation({ last_author: null }), 'bot', 'opr_1'), false);
  assert.equal(inView(conversation(), 'bot', 'opr_1'), true);
});

test('a customer who is released keeps the wait that began with the handoff', () => {
  const held = conversation({ state: 'human', owner: AMIRA, handoff: { reason: 'stuck', opened_at: '2026-01-01T09:00:00Z' } });
  const released = foldConversation(held, event(2, { kind: 'released', state: 'queued', version: 2, owner: BILLING }));
  assert.equal(released.waiting_since, '2026-01-01T09:00:00Z');
  assert.equal(released.held_since, '2026-01-01T10:00:02Z');
});

test('what is known of a customer survives an answer that names them by id alone', () => {
  const maria = { id: 'cus_1', name: 'Maria', email: 'maria@example.com' };
  const desk = reduce(deskWith(conversation({ customer: maria })), { type: 'got', conversation: conversation({ seq: 9, customer: { id: 'cus_1' } }) });
  assert.deepEqual(desk.conversations.cnv_1.customer, maria);
  const other = reduce(desk, { type: 'got', conversation: conversation({ seq: 10, customer: { id: 'cus_2' } }) });
  assert.equal(other.conversations.cnv_1.customer.name, undefined);
});

test('labels, priority and a snooze are folded from their events, and leave the conversation at its place', () => {
  const mine = conversation({ state: 'human', version: 3, owner: AMIRA, updated_at: 'before', labels: ['vip'], handoff: { reason: 'x', ranks_at: 'late' } });
  const held = { state: 'human', version: 3, owner: AMIRA };
  const happened = (c, seq, kind, data) => foldConversation(c, event(seq, { ...held, kind, data }));
  let c = happened(mine, 2, 'labelled', { label: 'refund' });
  assert.deepEqual(c.labels, ['refund', 'vip']);
  c = happened(c, 3, 'unlabelled', { label: 'vip' });
  assert.deepEqual(c.labels, ['refund']);
  c = happened(c, 4, 'prioritised', { from: 'normal', to: 'high', ranks_at: 'early' });
  assert.deepEqual([c.priority, c.handoff.priority, c.handoff.ranks_at], [2, 2, 'early']);
  c = happened(c, 5, 'snoozed', { until: '2026-01-02T09:00:00Z', until_reply: false });
  assert.equal(c.updated_at, 'before');
  assert.deepEqual([inView(c, 'mine', 'opr_1'), inView(c, 'snoozed', 'opr_1')], [false, true]);
  const woken = happened(c, 6, 'woken', { why: 'time' });
  assert.deepEqual([inView(woken, 'mine', 'opr_1'), woken.woken, woken.snoozed_until], [true, 'time', null]);
  assert.equal(happened(woken, 7, 'reply_sent', {}).woken, null);
});

test('a snooze ends with the customer’s word and with a move, before anybody says so', () => {
  const asleep = conversation({ state: 'human', version: 3, owner: AMIRA, snoozed_until: null, snoozed_until_reply: true });
  const wrote = foldConversation(asleep, said(2, 'hello?', { kind: 'customer' }, {}));
  const noted = foldConversation(asleep, event(2, { kind: 'note_added', state: 'human', version: 3, owner: AMIRA }));
  const moved = foldConversation(asleep, event(2, { kind: 'taken_over', state: 'human', version: 4, owner: DANA }));
  assert.deepEqual([wrote, noted, moved].map((c) => c.snoozed_until_reply), [false, true, false]);});

test('a reply waits from when it was scheduled until it is sent, taken back or held back, or the baton moves', () => {
  const held = { state: 'human', version: 3, owner: AMIRA };
  const mine = conversation({ ...held, updated_at: 'before' });
  const happened = (c, kind, data, more = {}) => foldConversation(c, event(c.seq + 1, { ...held, ...more, kind, data }));
  const waits = happened(mine, 'reply_scheduled', { due: 'tomorrow' });
  assert.deepEqual([waits.scheduled_for, waits.updated_at], ['tomorrow', 'before']);
  assert.equal(happened(waits, 'reply_sent', {}).scheduled_for, 'tomorrow');
  assert.equal(happened(waits, 'reply_unscheduled', { was: 'held_back' }).scheduled_for, 'tomorrow');
  for (const [kind, data, more] of [['reply_sent', { scheduled_reply: 'msg_1' }], ['reply_unscheduled', { was: 'waiting' }], ['reply_held_back', {}], ['taken_over', {}, { version: 4, owner: DANA }]])
    assert.equal(happened(waits, kind, data, more).scheduled_for, null);
});

test('how badly it goes with the bot follows its decisions, and ends where the baton moves', () => {
  const decided = foldConversation(conversation(), event(2, { kind: 'decision_made', data: { risk: 0.4, troubles: ['stuck'] } }));
  const wrote = foldConversation(decided, said(3, 'hello?', { kind: 'customer' }));
  const taken = foldConversation(wrote, event(4, { kind: 'taken_over', state: 'human', version: 2, owner: AMIRA }));
  assert.deepEqual([decided.risk, wrote.risk, wrote.troubles, taken.risk, taken.troubles], [0.4, 0.4, ['stuck'], null, []]);
});
