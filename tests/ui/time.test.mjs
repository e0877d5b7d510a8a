import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, MINUTE, since, span, waited, warmth } from '../../baton/ui/shared/time.js';

test('a span is said in its largest unit', () => {
  assert.deepEqual([0, 59_999, MINUTE, 59.9 * MINUTE, 60 * MINUTE, 25 * 60 * MINUTE].map(span), ['now', 'now', '1 min', '59 min', '1 h', '1 d']);
});

test('a wait is a sentence', () => {
  assert.equal(waited(10), 'Waiting under a minute');
  assert.equal(waited(14 * MINUTE), 'Waiting 14 min');
  assert.equal(waited(75 * MINUTE), 'Waiting 1 h 15 min');
  assert.equal(waited(50 * 60 * MINUTE), 'Waiting 2 d');
});

test('a wait grows warmer at three and at ten minutes', () => {
  assert.deepEqual([2.9, 3, 9.9, 10].map((minutes) => warmth(minutes * MINUTE)), ['fresh', 'warm', 'warm', 'long']);
});

test('a time in the future is no negative age', () => {
  assert.equal(since('2026-01-01T10:00:05Z', Date.parse('2026-01-01T10:00:00Z')), 0);
});

test('days are named from the reader’s midnight', () => {
  const noon = new Date(2026, 4, 20, 12).getTime();
  assert.equal(day(new Date(2026, 4, 20, 0, 1).toISOString(), noon), 'Today');
  assert.equal(day(new Date(2026, 4, 19, 23, 59).toISOString(), noon), 'Yesterday');
  assert.match(day(new Date(2026, 4, 11, 9).toISOString(), noon), /11/);
  assert.match(day(new Date(2024, 4, 11, 9).toISOString(), noon), /2024/);
});
