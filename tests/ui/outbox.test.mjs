import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, firsts, nextTime, nextToGo, pauseAfter, shownBelow, takenUp } from '../../baton/ui/inbox/outbox_order.js';

const one = (client_id, more = {}) => ({ id: 'cnv_1', client_id, kind: 'text', text: client_id, cited: [], at: 0, version: 1, due: 0, stage: 'ready', tries: 0, why: '', ...more });
const ids = (all) => all.map(({ client_id }) => client_id);

test('of each conversation only the first goes, and the next one when it has gone', () => {
  const all = [one('a'), one('b'), one('c', { id: 'cnv_2' })];
  assert.deepEqual(ids(nextToGo(all, 0)), ['a', 'c']);
  assert.deepEqual(ids(nextToGo(changed(all, 'a', { stage: 'sending' }), 0)), ['c']);
  assert.deepEqual(ids(nextToGo(changed(all, 'a', { stage: 'sent' }), 0)), ['b', 'c']);
});

test('what is held or waits for the line keeps what follows it back, and what was refused does not', () => {
  for (const stage of ['held', 'waiting']) assert.deepEqual(nextToGo([one('a', { stage, due: 10 }), one('b')], 9), [], stage);
  assert.deepEqual(ids(nextToGo([one('a', { stage: 'held', due: 10 }), one('b')], 10)), ['a']);
  assert.deepEqual(ids(nextToGo([one('a', { stage: 'failed' }), one('b')], 0)), ['b']);
});

test('when the page is left the first of each conversation goes, and never one before it', () => {
  const all = [one('a', { stage: 'waiting', due: 99 }), one('b', { stage: 'held', due: 99 }), one('c', { id: 'cnv_2', stage: 'held', due: 99 })];
  assert.deepEqual(ids(firsts(all)), ['a', 'c']);
});

test('the pump wakes for the earliest that has a time, and not at all where none has', () => {
  assert.equal(nextTime([one('a', { stage: 'held', due: 30 }), one('b', { stage: 'waiting', due: 20 })], 5), 20);
  assert.equal(nextTime([one('a', { stage: 'held', due: 3 })], 5), 5);
  assert.equal(nextTime([one('a', { stage: 'failed' }), one('b', { stage: 'sending' })], 5), null);
});

test('tries over a lost line come further and further apart, up to a limit', () => {
  assert.deepEqual([0, 1, 2, 20].map(pauseAfter), [2_000, 4_000, 8_000, 30_000]);
});

test('a message stands below until its event stands above, and only in its own conversation', () => {
  const all = [one('a'), one('b'), one('c', { id: 'cnv_2' })];
  assert.deepEqual(ids(shownBelow(all, 'cnv_1', [{ message: { client_id: 'a' } }, { message: null }])), ['b']);
  assert.deepEqual(shownBelow(all, null, []), []);
});

test('after a reload what was under way goes again, what is held keeps its time, and what was refused stays refused', () => {
  assert.deepEqual([takenUp(one('a', { stage: 'sending' }), 5).stage, takenUp(one('a', { stage: 'waiting', due: 90 }), 5).due], ['ready', 5]);
  assert.deepEqual([takenUp(one('a', { stage: 'held', due: 9 }), 5).stage, takenUp(one('a', { stage: 'held', due: 9 }), 5).due], ['held', 9]);
  assert.equal(takenUp(one('a', { stage: 'held', due: 4 }), 5).stage, 'ready');
  assert.equal(takenUp(one('a', { stage: 'failed' }), 5).stage, 'failed');
});
