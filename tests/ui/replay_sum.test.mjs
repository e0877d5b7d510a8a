import assert from 'node:assert/strict';
import { test } from 'node:test';

const { NOTHING_YET, plus } = await import('../../baton/ui/console/replay_sum.js');

const item = (change, text, more = {}) => ({ conversation_id: text, change, text, weight: 0, at: '2026-11-22T10:00:00Z', ...more });

test('the numbers of portions are added, also where one of them has a name that the other has not', () => {
  const first = plus(NOTHING_YET, { counts: { totals: { conversations: 50 }, handoffs: { total: { was: 3 } } }, items: [], total: 80 });
  const whole = plus(first, { counts: { totals: { conversations: 30, different: 1 }, handoffs: { total: { was: 1, would_be: 2 } } }, items: [], total: null });
  assert.deepEqual(whole.counts, { totals: { conversations: 80, different: 1 }, handoffs: { total: { was: 4, would_be: 2 } } });
  assert.equal(whole.total, 80);
});

test('what is to be read first comes by what it changes, then by how much it says, the same words once', () => {
  const items = [
    item('vanishes', 'slow', { weight: 0.2 }),
    item('vanishes', 'a person please', { weight: 1 }),
    item('appears', 'why?', { weight: 0.1, at: '2026-11-20T10:00:00Z' }),
    item('appears', 'Why?', { weight: 0.1 }),
    ...Array.from({ length: 30 }, (_, n) => item('becomes', `q${n}`)),
  ];
  const { items: kept } = plus(NOTHING_YET, { counts: {}, items, total: 34 });
  assert.deepEqual(kept.slice(0, 3).map((one) => one.text), ['Why?', 'a person please', 'slow']);
  assert.equal(kept.length, 3 + 20);
});
