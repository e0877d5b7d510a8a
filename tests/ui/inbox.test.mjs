import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromSearch, toSearch, withFilter, withoutFilter } from '../../baton/ui/inbox/filters.js';
import { inSight, neighbour, reordered, withHead, withTail } from '../../baton/ui/inbox/lists.js';
import { byName } from '../../baton/ui/inbox/command_match.js';
import { beside } from '../../baton/ui/shared/toasts.js';
import { outcomeName, outcomes } from '../../baton/ui/shared/outcomes.js';
import { whyNot } from '../../baton/ui/inbox/refusals.js';
import { saidAlong } from '../../baton/ui/shared/words.js';
import { asCanned, meant, placed, typedWord, without } from '../../baton/ui/inbox/typed_word.js';
import { NAMED } from '../../baton/ui/inbox/emoji_list.js';
import { cutAtNames, unnamed } from '../../baton/ui/shared/naming.js';
import { keepUnchanged, transcriptItems } from '../../baton/ui/shared/transcript_items.js';

const BOT = { kind: 'bot', id: null };
const words = (n, word = 'word') => Array(n).fill(word).join(' ');
const event = (seq, kind, more = {}) => ({
  conversation_id: 'cnv_1', seq, kind, at: `2026-01-01T10:${String(seq).padStart(2, '0')}:00Z`, actor: BOT, state: 'bot', version: 1, owner: BOT, message: null, data: {}, ...more,
});
const said = (seq, kind, author, more = {}) =>
  event(seq, kind, { message: { id: `msg_${seq}`, seq, kind: 'text', text: 'x', at: `2026-01-01T10:${String(seq).padStart(2, '0')}:00Z`, author, ...more } });
const types = (items) => items.map((item) => item.type);

const placedAll = (all, how) => {
  const known = Object.fromEntries(all.map((one) => [one.id, one]));
  return all.reduce((ids, one) => reordered(ids, known, one, { me: 'opr_1', ...how }), []);
};

test('who waits is shown by rank, so that credit counts like time; elsewhere the latest is first', () => {
  const waiting = (id, waiting_since, ranks_at) => ({ id, state: 'queued', owner: {}, waiting_since, handoff: { ranks_at }, updated_at: waiting_since });
  const all = [waiting('a', '10:05', '10:05'), waiting('b', '10:01', '10:01'), waiting('c', '10:09', '09:59')];
  assert.deepEqual(placedAll(all, { view: 'waiting' }), ['c', 'b', 'a']);
  assert.deepEqual(placedAll(all, { view: 'all' }), ['c', 'a', 'b']);
  assert.deepEqual(placedAll(all, { view: 'bot' }), []);
});

test('of the bot’s conversations the latest trouble is first', () => {
  const bots = (id, updated_at, risk) => ({ id, state: 'bot', owner: {}, last_author: 'customer', updated_at, risk });
  const all = [bots('calm', '10:09', 0.1), bots('old', '10:01', 0.9), bots('new', '10:05', 0.3), bots('fresh', '10:10', null)];
  assert.deepEqual(placedAll(all, { view: 'bot' }), ['new', 'old', 'fresh', 'calm']);
});

test('a conversation that changes moves within the order, and leaves it when it is not of the view any more', () => {
  const c = (id, updated_at, more = {}) => ({ id, state: 'bot', owner: {}, last_author: 'customer', updated_at, ...more });
  const known = { b: c('b', '10:02') };
  const ids = ['far', 'b', 'a', 'further'];
  assert.deepEqual(reordered(ids, known, c('a', '10:09'), { view: 'all', me: null }), ['far', 'a', 'b', 'further']);
  assert.deepEqual(reordered(ids, known, c('a', '10:09', { state: 'resolved' }), { view: 'bot', me: null }), ['far', 'b', 'further']);
  assert.deepEqual(reordered(ids, known, c('late', '09:00'), { view: 'all', me: null, more: true }), ids);
  assert.equal(reordered(['b', 'a'], { ...known, a: c('a', '10:01') }, c('b', '10:03'), { view: 'all', me: null }).join(), 'b,a');
});

test('a page that is read again stands before what was loaded after it, and nothing stands twice', () => {
  assert.deepEqual(withHead(['a', 'b', 'c', 'd'], ['x', 'b', 'a']), ['x', 'b', 'a', 'c', 'd']);
  assert.deepEqual(withHead(['a'], ['x']), ['x']);
  assert.deepEqual(withTail(['a', 'b'], ['b', 'c']), ['a', 'b', 'c']);
});

test('labels that one person put on in one go are one line; another person’s stand apart', () => {
  const dana = { kind: 'operator', id: 'opr_1' };
  const labelled = (seq, label, actor = dana) => event(seq, 'labelled', { actor, data: { label } });
  const items = transcriptItems([labelled(1, 'refund'), labelled(2, 'vip'), labelled(3, 'bug', { kind: 'operator', id: 'opr_2' }), said(4, 'reply_sent', dana), labelled(5, 'late')]);
  assert.deepEqual(items.filter((item) => item.type === 'line').map((item) => item.event.data.label), ['refund, vip', 'bug', 'late']);
});

test('only the rows in sight are drawn, whatever the length of the list', () => {
  assert.deepEqual(inSight({ top: 0, height: 800, row: 80, count: 50_000 }), [0, 26]);
  assert.deepEqual(inSight({ top: 80_000, height: 800, row: 80, count: 50_000 }), [992, 1018]);
  assert.deepEqual(inSight({ top: 0, height: 800, row: 80, count: 3 }), [0, 3]);
  assert.deepEqual(inSight({ top: 9_000, height: 800, row: 80, count: 3 }), [3, 3]);
});

test('filters stand in the address, and an address opens the same list', () => {
  const filters = withFilter(withFilter(withFilter({}, 'queue', 'billing'), 'queue', 'tech'), 'waits', '5');
  assert.deepEqual(withFilter(filters, 'waits', '60').waits, ['60']);
  const wanted = { view: 'waiting', filters, find: 'a & b' };
  assert.deepEqual(fromSearch(toSearch(wanted)), wanted);
  assert.deepEqual(withoutFilter(withoutFilter(filters, 'waits', '5'), 'queue', 'tech'), { queue: ['billing'] });
  assert.equal(fromSearch(''), null);
  assert.equal(fromSearch('?q=x&colour=red').view, 'all');
});

test('the neighbour of a row stays within the list', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];
  assert.equal(neighbour(rows, null, 1), 'a');
  assert.equal(neighbour(rows, 'a', 1), 'b');
  assert.equal(neighbour(rows, 'b', 1), 'b');
  assert.equal(neighbour(rows, 'a', -1), 'a');
  assert.equal(neighbour([], null, 1), null);
});

test('a decision stands beside the answer or the handoff that it led to', () => {
  const items = transcriptItems([
    said(1, 'message_received', { kind: 'customer' }),
    event(2, 'decision_made', { data: { kind: 'answer' } }),
    said(3, 'answer_sent', BOT),
    event(4, 'decision_made', { data: { kind: 'handoff' } }),
    event(5, 'handoff_opened', { data: { reason: 'stuck' } }),
  ]);
  assert.deepEqual(types(items), ['day', 'message', 'message', 'line']);
  assert.equal(items[2].decision.seq, 2);
  assert.equal(items[3].decision.seq, 4);
  assert.equal(items[1].decision, null);
});

test('a decision that led to nothing is shown by itself, and no event is lost', () => {
  const items = transcriptItems([
    event(1, 'decision_made', { data: { kind: 'answer' } }),
    said(2, 'message_received', { kind: 'customer' }),
    event(3, 'decision_made', { data: { kind: 'answer' } }),
  ]);
  assert.deepEqual(items.filter((item) => item.event).map((item) => item.event.seq), [1, 2, 3]);
});

test('messages of one author are grouped, but never a note with a reply', () => {
  const dana = { kind: 'operator', id: 'opr_2' };
  const items = transcriptItems([
    said(1, 'reply_sent', dana), said(2, 'reply_sent', dana), said(3, 'note_added', dana, { kind: 'note' }), said(4, 'reply_sent', { kind: 'operator', id: 'opr_1' }),
  ]);
  assert.deepEqual(items.filter((item) => item.type === 'message').map((item) => item.follows), [false, true, false, false]);
});

test('the first item of each day names the day', () => {
  const items = transcriptItems([said(1, 'message_received', BOT), { ...said(2, 'message_received', BOT), at: '2026-01-05T12:00:00Z' }]);
  assert.deepEqual(types(items), ['day', 'message', 'day', 'message']);
});

test('items that did not change are kept as they were, so that only the new one is drawn', () => {
  const events = [said(1, 'message_received', { kind: 'customer' }), said(2, 'reply_sent', { kind: 'operator', id: 'opr_1' })];
  const before = transcriptItems(events);
  const after = keepUnchanged(before, transcriptItems([...events, said(3, 'message_received', { kind: 'customer' })]));
  assert.deepEqual(after.slice(0, 3).map((item, index) => item === before[index]), [true, true, true]);
  assert.equal(after.length, 4);
  const changed = keepUnchanged(before, transcriptItems([{ ...events[0] }, events[1]]));
  assert.notEqual(changed[1], before[1]);
});

test('a takeover shows the reason that somebody wrote, and never the code that stands for none', () => {
  assert.deepEqual(saidAlong({ kind: 'taken_over', data: { reason: 'operator_takeover', why: 'VIP' } }), [['Reason', 'VIP']]);
  assert.deepEqual(saidAlong({ kind: 'taken_over', reason: 'operator_takeover', data: { reason: 'operator_takeover', why: null } }), []);
  assert.deepEqual(saidAlong({ kind: 'handoff_claimed', data: { why: 'VIP' } }), [['Reason', 'VIP']]);
});

test('a mark at the start of a word opens its list, one within a word or an address does not', () => {
  const found = (text, marks = '/@:') => typedWord(text, text.length, marks);
  assert.deepEqual(found('/'), { mark: '/', start: 0, end: 1, typed: '' });
  assert.deepEqual(found('Hello. /Ret'), { mark: '/', start: 7, end: 11, typed: 'ret' });
  assert.deepEqual(found('Ask (@Dana'), { mark: '@', start: 5, end: 10, typed: 'dana' });
  assert.deepEqual(found('Thanks :TH'), { mark: ':', start: 7, end: 10, typed: 'th' });
  assert.equal(found('Done :smile:').typed, 'smile:');
  for (const text of ['and/or', 'https://x.example', '/two words', 'a / b ', '', 'dana@x.example', '@dana said ', 'at 10:30', 'So: ', ':)', ':d', 'a::b']) assert.equal(found(text), null, text);
  assert.equal(found('@dana', '/:'), null);
});

test('canned replies are found by the start of their shortcut, then within it, then by their words', () => {
  const all = ['a-ret', 'label', 'return'].map((shortcut) => ({ shortcut, text: shortcut === 'label' ? 'Return it.' : '' }));
  const found = (from, typed) => meant(from, typed, ({ shortcut, text }) => [shortcut, text]).map((one) => one.shortcut);
  assert.deepEqual(found(all, 'ret'), ['return', 'a-ret', 'label']);
  assert.equal(found(Array.from({ length: 30 }, (_, n) => ({ shortcut: `a${n}`, text: '' })), '').length, 8);
});

test('what is chosen takes the place of its word, and nothing that was typed meanwhile is lost', () => {
  const word = typedWord('So: /bye', 8, '/');
  assert.equal(placed('So: /bye and more', word, 'Goodbye.'), 'So: Goodbye. and more');
  assert.equal(placed('Something else', word, 'Goodbye.'), 'Something else\nGoodbye.');
  assert.equal(placed('', word, 'Goodbye.'), 'Goodbye.');
});

test('every picture has names that can be typed, and no two the same', () => {
  const lines = NAMED.trim().split('\n').map((line) => line.split(' '));
  const names = lines.flatMap(([, ...all]) => all);
  assert.ok(lines.length <= 150);
  assert.equal(new Set(names).size, names.length);
  for (const [picture, ...all] of lines) {
    assert.match(picture, /\p{Extended_Pictographic}/u);
    assert.ok(all.some((name) => typedWord(`:${name}`, name.length + 1, ':')), picture);
  }
});

test('a note is cut at the names of those whom it mentions, and the longest name counts', () => {
  const [dana, lee] = [{ id: '1', name: 'Dana' }, { id: '2', name: 'Dana Lee' }];
  assert.deepEqual(cutAtNames('Ask @Dana Lee or @Dana, not @Sam', [dana, lee]), ['Ask ', lee, ' or ', dana, ', not @Sam']);
  assert.deepEqual(unnamed('Ask @Dana', [dana, lee]), [lee]);
});

test('a command is found by the words of its name, those that begin with what was typed before the others', () => {
  const all = ['Hand back to the bot', 'Show the bot’s', 'Back', 'Résoudre', 'Robot'].map((label) => ({ label }));
  const names = (typed) => byName(all, typed).map((one) => one.label);
  assert.deepEqual(names('ba'), ['Back', 'Hand back to the bot']);
  assert.deepEqual(names('bot'), ['Hand back to the bot', 'Show the bot’s', 'Robot']);
  assert.deepEqual(names('bot hand'), ['Hand back to the bot']);
  assert.deepEqual(names('RESOU'), ['Résoudre']);
  assert.deepEqual([names('zzz'), names('').length], [[], 5]);
});

test('a refusal takes the place of the last one and never piles up, and what went through stays beside it', () => {
  const plain = { id: 1, text: 'Sent.', tone: 'plain' };
  const shown = ['Sam was first.', 'Sam holds it.', 'Sam holds it.', 'Not now.'].reduce((now, text, n) => beside(now, { id: n + 2, text, tone: 'refused' }), [plain]);
  assert.deepEqual(shown.map((one) => one.text), ['Sent.', 'Not now.']);
  assert.deepEqual(beside([plain], { ...plain, id: 9 }).map((one) => one.id), [9]);
});

test('an outcome is told by its name, and one that the policy no longer names by its own word', () => {
  outcomes.value = [{ id: 'spam', name: 'Junk', retired: true }];
  const told = (disposition) => saidAlong({ kind: 'resolved', data: { disposition } });
  assert.deepEqual([told('spam'), told('no_answer')], [[['Outcome', 'Junk']], [['Outcome', 'No answer']]]);
});

test('a merged conversation is not to be reopened, and every key says where it goes on', () => {
  const merged = { id: 'cnv_1', state: 'resolved', owner: BOT, merged_into: 'cnv_2' };
  for (const need of ['resolved', 'mine', 'asked', 'waiting', 'mergeable']) assert.match(whyNot(need, merged, { me: 'opr_1', canHold: true }), /goes on in another conversation/);
});

test('a slash lists macros beside replies, and choosing one takes only its word out of the draft', () => {
  const all = [{ shortcut: 'refund', text: 'Hello' }, ...asCanned([{ name: 'refund-done', steps: [{ do: 'label', what: 'refund' }, { do: 'resolve', what: 'solved' }] }])];
  assert.deepEqual(meant(all, 'refund-', ({ shortcut, text }) => [shortcut, text]).map((one) => [one.isMacro, one.text]), [[true, 'Macro: label, resolve']]);
  const word = { mark: '/', start: 3, end: 7, typed: 'ref' };
  assert.equal(without('Hi /ref there', word), 'Hi  there');
  assert.equal(without('Changed since', word), 'Changed since');
});
