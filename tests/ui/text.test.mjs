import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../../baton/ui/shared/markdown.js';
import { keyName, MOD_K, pressed } from '../../baton/ui/shared/keyboard.js';
import { isLong } from '../../baton/ui/shared/text.js';
import { pauseBefore } from '../../baton/ui/shared/live.js';
import { initials } from '../../baton/ui/shared/words.js';

const links = (text) => pieces(text).flatMap((piece) => piece.href ?? []);

test('only web addresses become links', () => {
  assert.deepEqual(links('see https://a.example/x and http://b.example'), ['https://a.example/x', 'http://b.example']);
  assert.deepEqual(links('javascript://%0aalert(1) ftp://a.example javascript:alert(1) data:text/html,x <a href="https://">'), []);
});

test('markup stays text', () => {
  const text = '<img src=x onerror=alert(1)> https://a.example/"onclick="x';
  assert.equal(pieces(text).map((piece) => piece.text).join(''), text);
  assert.deepEqual(links(text), ['https://a.example/']);
});

test('closing punctuation stays outside of a link, a bracket it opened stays inside', () => {
  assert.deepEqual(links('Read https://a.example/b.'), ['https://a.example/b']);
  assert.deepEqual(links('(https://a.example/b)'), ['https://a.example/b']);
  assert.deepEqual(links('https://a.example/b_(c)'), ['https://a.example/b_(c)']);
});

test('a key is the letter it types, or the one printed there on another script', () => {
  assert.equal(keyName({ key: 'C', code: 'KeyC' }), 'c');
  assert.equal(keyName({ key: 'j', code: 'KeyC' }), 'j');
  assert.equal(keyName({ key: 'с', code: 'KeyC' }), 'c');
  assert.equal(keyName({ key: '?', code: 'Slash' }), '?');
});

test('Ctrl or Cmd with K is a command of its own, and every other combination is left to the browser', () => {
  const press = (key, held = {}) => pressed({ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
  assert.deepEqual([press('k'), press('k', { ctrlKey: true }), press('k', { metaKey: true })], ['k', MOD_K, MOD_K]);
  for (const held of [{ ctrlKey: true, shiftKey: true }, { ctrlKey: true, altKey: true }, { ctrlKey: true, metaKey: true }]) assert.equal(press('k', held), null);
  assert.deepEqual([press('c', { ctrlKey: true }), press('c', { metaKey: true }), press('c', { altKey: true })], [null, null, null]);
});

test('reconnecting waits longer each time, up to a limit, and never in step', () => {
  assert.equal(pauseBefore(0, 1), 500);
  assert.equal(pauseBefore(2, 0), 1000);
  assert.equal(pauseBefore(20, 1), 15_000);
});

test('two letters stand for a name, and never a sign or a number beside it', () => {
  const shown = ['Mara Lindqvist', "O'Brien & Sons Ltd.", '<b>Bold</b> 8', '李小龙 23', 'محمد الفاتح', '\u0065\u0301lodie d’Arc', '4711', 'c7@example.com', '!?'];
  assert.deepEqual(shown.map(initials), ['ML', 'OS', 'BB', '李', 'ما', 'ED', '47', 'CE', '?']);
});

test('a message is long by its letters or by its lines', () => {
  assert.deepEqual(['x'.repeat(1_500), 'x'.repeat(1_501), 'a\n'.repeat(23), 'a\n'.repeat(24)].map(isLong), [false, true, false, true]);
});
