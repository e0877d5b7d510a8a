import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = { documentElement: { removeAttribute() {} } };
const { loadList, loadMore } = await import('../../baton/ui/inbox/listing.js');
const { desk, listing, selectedId, view } = await import('../../baton/ui/inbox/store.js');

const LONG = 10_000;

/** A desk that has a long list, and answers with the pages that are asked for. */
globalThis.fetch = async (path) => {
  const asked = new URL(path, 'http://desk.example').searchParams;
  const [from, limit] = [Number(asked.get('cursor') ?? 0), Number(asked.get('limit'))];
  const items = Array.from({ length: Math.min(limit, LONG - from) }, (_, n) => ({ id: `cnv_${from + n}`, seq: 1, state: 'resolved', owner: {} }));
  return new Response(JSON.stringify({ items, next: from + limit < LONG ? String(from + limit) : null, counts: null }));
};

test('a list that is scrolled to its end without a pause keeps at hand only what is near, the head and what is open', async () => {
  view.value = 'all';
  selectedId.value = 'cnv_500';
  await loadList();
  let most = 0;
  while (listing.value.next) {
    const end = listing.value.ids.length;
    await loadMore(end - 20, end);
    most = Math.max(most, Object.keys(desk.value.conversations).length);
  }
  assert.equal(listing.value.ids.length, LONG);
  assert.ok(most <= 1_500, `${most} conversations at hand`);
  for (const id of ['cnv_0', 'cnv_500', listing.value.ids.at(-1)]) assert.ok(desk.value.conversations[id], id);
});
