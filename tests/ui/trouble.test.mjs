import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameAsKept } from '../../baton/ui/console/named_room.js';
import { levels, strangeLevel } from '../../baton/ui/console/operator_form.js';
import { get, Refusal } from '../../baton/ui/shared/api.js';

test('a name with a slash in it gets a hyphen, because it stands in an address', () => {
  assert.equal(nameAsKept(' /Late delivery/returns '), 'late-delivery-returns');
  assert.equal(nameAsKept('/hello'), 'hello');
});

test('a level that there is not is named, and never becomes part of the name', () => {
  assert.equal(strangeLevel('technical 2, refunds 9'), 'refunds 9');
  assert.equal(strangeLevel('refunds: 10'), 'refunds: 10');
  assert.equal(strangeLevel('refunds 4, tier2, billing'), null);
  assert.deepEqual(levels('refunds 4, billing'), { refunds: 4, billing: 3 });
});

test('what is malformed is told by the name of its field, without the words of a program', () => {
  const errors = [{ field: 'name', message: 'String should have at most 200 characters' }, { field: 'away_reason', message: 'Field required' }];
  const said = new Refusal(422, { code: 'invalid', detail: 'The request is not as it should be. `name`: …', errors }).message;
  assert.equal(said, 'Name should have at most 200 characters. Away reason: Field required.');
  assert.equal(new Refusal(422, { code: 'invalid', detail: 'That day is over.' }).message, 'That day is over.');
});

test('who looks at something is told after half a minute that no answer came, and is not asked to check the line', async (t) => {
  const limit = new AbortController();
  t.mock.method(AbortSignal, 'timeout', (/** @type {number} */ ms) => (assert.equal(ms, 30_000), limit.signal));
  let asked = 0;
  t.mock.method(globalThis, 'fetch', (/** @type {string} */ _path, /** @type {RequestInit} */ { signal }) => {
    asked += 1;
    return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
  });
  const looking = get('/v1/overview');
  limit.abort();
  await assert.rejects(looking, /has not answered for half a minute/);
  assert.equal(asked, 1);
});

test('an answer that breaks off is a refusal and not an empty answer', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response('{"items": [', { status: 200 }));
  await assert.rejects(get('/v1/keys'), /broke off on its way/);
});
