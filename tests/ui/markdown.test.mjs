import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { markFor, marking } from '../../baton/ui/inbox/marks.js';
import { isPlain, marked } from '../../baton/ui/shared/markdown.js';

const cases = JSON.parse(readFileSync(new URL('./markdown_cases.json', import.meta.url), 'utf8'));
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Stands in for the page's function for elements. */
const h = (tag, props, ...children) => {
  const said = ['href', 'start'].flatMap((name) => (props[name] === undefined ? [] : [` ${name}=${props[name]}`]));
  return { html: `<${tag}${said.join('')}>${children.map((one) => one.html ?? escaped(one)).join('')}</${tag}>` };
};
const drawn = (text) => marked(text, h).map((one) => one.html).join('');

test('each text is drawn as letters draw it too', () => {
  for (const [text, html] of cases) assert.equal(drawn(text), html);
});

test('a link opens beside the page, gives nothing away, and says where it leads', () => {
  const seen = [];
  marked('[words](https://a.example) [mail](mailto:a@b.example)', (tag, props) => (tag === 'a' && seen.push(props), ''));
  assert.deepEqual(seen, [
    { href: 'https://a.example', title: 'https://a.example', target: '_blank', rel: 'noopener noreferrer nofollow' },
    { href: 'mailto:a@b.example', title: 'mailto:a@b.example', rel: 'noopener noreferrer nofollow' },
  ]);
});

test('a text is plain where only its addresses would look another way', () => {
  for (const text of ['words', 'see https://a.example', 'one\n\ntwo', '2*3*4']) assert.ok(isPlain(text), text);
  for (const text of ['**words**', '- one', '[a](https://a.example)', '`x`']) assert.ok(!isPlain(text), text);
});

test('ten thousand characters made to be slow are drawn at once', () => {
  for (const text of ['*a'.repeat(5_000), '**a '.repeat(2_500), '['.repeat(10_000), '[a]('.repeat(2_500), '`'.repeat(9_999), '_*'.repeat(5_000), 'https://a('.repeat(1_000)]) {
    const begun = process.cpuUsage().user;
    drawn(text);
    assert.ok(process.cpuUsage(undefined).user - begun < 1_000_000, text.slice(0, 8));
  }
});

test('a mark goes around what is chosen, and off again', () => {
  const bold = marking('one two', 4, 7, '**');
  assert.deepEqual(bold, { text: 'one **two**', start: 6, end: 9 });
  assert.deepEqual(marking(bold.text, bold.start, bold.end, '**'), { text: 'one two', start: 4, end: 7 });
  const keys = { ctrlKey: true, metaKey: false, altKey: false };
  assert.deepEqual([markFor({ ...keys, key: 'B' }), markFor({ ...keys, key: 'k' }), markFor({ ...keys, ctrlKey: false, key: 'b' })], ['**', '', '']);
});
