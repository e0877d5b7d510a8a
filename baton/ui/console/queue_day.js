// @ts-check
/** A day on which the hours differ: a date, and whether it is closed, closes early, or has hours of its own. */
import { Choice, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { cutAt, DAYS, hoursTable, spansOf, weekdayOf } from './queue_hours.js';

const KINDS = [
  { value: 'closed', label: 'Closed all day' },
  { value: 'until', label: 'Closed from' },
  { value: 'spans', label: 'Other hours' },
];

/** @param {{queue: any, onReview: (changes: Record<string, any>) => void}} props */
export function DayThatDiffers({ queue, onReview }) {
  const [date, setDate] = useState('');
  const [kind, setKind] = useState('closed');
  const [from, setFrom] = useState('14:00');
  const [spans, setSpans] = useState('09:00-12:00');
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const hours = hoursTable(queue.fields.hours, Intl.DateTimeFormat().resolvedOptions().timeZone);
    const usual = queue.days[DAYS[weekdayOf(date)]];
    const given = kind === 'closed' ? [] : kind === 'until' ? cutAt(usual, from) : spansOf(spans);
    onReview({ hours: { ...hours, except: { ...hours.except, [date]: given.length ? given : 'closed' } } });
  };
  return html`
    <form class="in-line" onSubmit=${submit}>
      <${Field} label="Date" type="date" value=${date} onInput=${setDate} required />
      <${Choice} label="On that day" value=${kind} onInput=${setKind} options=${KINDS} />
      ${kind === 'until' && html`<${Field} label="From" type="time" value=${from} onInput=${setFrom} required />`}
      ${kind === 'spans' && html`<${Field} label="Hours" value=${spans} onInput=${setSpans} required />`}
      <button type="submit" class="button" disabled=${!date}>Add the day</button>
    </form>
  `;
}
