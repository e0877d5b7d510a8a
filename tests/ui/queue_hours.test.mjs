import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, skillsOf } from '../../baton/ui/console/queue_values.js';
import { cutAt, hoursTable, spansOf, weekdayOf, weekFields } from '../../baton/ui/console/queue_hours.js';

const DAY = ['09:00-12:30', '13:30-17:30'];

test('days that are alike stand under one key, and closed days under none', () => {
  assert.deepEqual(weekFields([DAY, DAY, DAY, DAY, DAY, ['10:00-14:00'], []]), { 'mon-fri': DAY, sat: ['10:00-14:00'] });
  assert.deepEqual(weekFields([DAY, [], DAY, DAY, [], [], DAY]), { mon: DAY, 'wed-thu': DAY, sun: DAY });
  assert.deepEqual(weekFields([DAY, DAY, DAY, DAY, DAY, DAY, DAY]), { 'mon-sun': DAY });
});

test('spans are read as people write them', () => {
  assert.deepEqual(spansOf(' 09:00-12:30,13:30-17:30 ,'), DAY);
  assert.deepEqual(spansOf('closed'), []);
});

test('a day is cut at a time', () => {
  assert.deepEqual(cutAt(DAY, '14:00'), ['09:00-12:30', '13:30-14:00']);
  assert.deepEqual(cutAt(DAY, '13:00'), ['09:00-12:30']);
  assert.deepEqual(cutAt(DAY, '08:00'), []);
  assert.deepEqual(cutAt(['22:00-06:00'], '23:00'), ['22:00-23:00']);
  assert.deepEqual(cutAt(['00:00-24:00'], '14:00'), ['00:00-14:00']);
});

test('a date knows its weekday, and hours that say always have a table', () => {
  assert.equal(weekdayOf('2026-12-24'), 3);
  assert.deepEqual(hoursTable('always', 'Europe/Berlin'), { timezone: 'Europe/Berlin', daily: ['00:00-24:00'] });
});

test('skills are read with their levels', () => {
  assert.deepEqual(skillsOf('refunds 3, tax'), { refunds: 3, tax: 1 });
});

const QUEUE = {
  timezone: 'Europe/Berlin',
  days: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] },
  fields: { owner: 'Dana', languages: 'de', hours: { timezone: 'Europe/Berlin', weekdays: DAY, except: { '12-24': 'closed' } } },
  fallback: [{ after_s: 1800, to: 'ticket' }],
};
/** The form as the page fills it in, with some fields typed over. */
const form = (typed) => ({
  name: '', owner: 'Dana', target: '', assign: 'pull', offer: '30', languages: 'de', skills: '', tiers: '', region: '', open: 'hours',
  timezone: 'Europe/Berlin', week: [DAY, DAY, DAY, DAY, DAY, [], []].map((spans) => spans.join(', ')), holidays: '',
  fallback: [{ minutes: '30', to: 'ticket' }], topics: '', isDefault: false, modes: ['live', 'queued', 'ticket', 'email'], relax: [], ...typed,
});

test('only what was typed over is sent', () => {
  assert.deepEqual(changesOf(form({}), QUEUE), {});
  assert.deepEqual(changesOf(form({ owner: 'Kim', target: '2', languages: '' }), QUEUE), { owner: 'Kim', target_s: 120, languages: null });
  assert.deepEqual(changesOf(form({ open: 'always' }), QUEUE), { hours: 'always' });
  assert.deepEqual(changesOf(form({ holidays: 'DE-BY' }), QUEUE), {
    hours: { timezone: 'Europe/Berlin', 'mon-fri': DAY, holidays: 'DE-BY', except: { '12-24': 'closed' } },
  });
  assert.deepEqual(changesOf(form({ fallback: [{ minutes: '0.5', to: 'email' }] }), QUEUE), { fallback: [{ after_s: 30, to: 'email' }] });
  assert.deepEqual(changesOf(form({ modes: ['live', 'callback'], isDefault: true, topics: 'refund' }), QUEUE), { topics: ['refund'], default: true, modes: ['live', 'callback'] });
  const relax = [{ minutes: '2', what: 'language' }, { minutes: '5', what: '-1' }];
  assert.deepEqual(changesOf(form({ relax }), QUEUE), { relax: [{ after_s: 120, drop: 'language' }, { after_s: 300, lower: 1 }] });
});
