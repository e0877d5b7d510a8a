// @ts-check
/** A queue as a form. What is changed goes to the desk as the keys of the policy file, nothing else. */
import { Choice, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { ChainFields } from './queue_chain.js';
import { DAY_NAMES, DAYS, spansOf, weekFields } from './queue_hours.js';

const ASSIGN = [
  { value: 'pull', label: 'Operators take from the list' },
  { value: 'push', label: 'Offered to one operator after the other' },
];
const OPEN = [
  { value: 'always', label: 'Always open' },
  { value: 'hours', label: 'Opening hours' },
];

/** @param {string} text */
const words = (text) => text.split(',').map((word) => word.trim()).filter(Boolean);
/** @param {any} value a text or a list of texts, as the file may have either */
const joined = (value) => (Array.isArray(value) ? value.join(', ') : (value ?? ''));

/** "refunds 3, tax" as skills with levels; a skill without a number is level 1. @param {string} text */
export const skillsOf = (text) =>
  Object.fromEntries(words(text).map((word) => {
    const found = /^(.*?)\s*(\d+)?$/.exec(word);
    return [(found?.[1] ?? word).trim(), Number(found?.[2] ?? 1)];
  }));

/** What the form begins with. @param {any} queue */
function formOf(queue) {
  const { fields } = queue;
  return {
    name: fields.name ?? '',
    owner: fields.owner ?? '',
    target: fields.target_s ? String(fields.target_s / 60) : '',
    assign: fields.assign ?? 'pull',
    offer: String(fields.offer_s ?? 30),
    languages: joined(fields.languages),
    skills: Object.entries(fields.skills ?? {}).map(([skill, level]) => `${skill} ${level}`).join(', '),
    tiers: joined(fields.tiers),
    region: fields.region ?? '',
    open: typeof fields.hours === 'object' ? 'hours' : 'always',
    timezone: typeof fields.hours === 'object' ? queue.timezone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: DAYS.map((day) => (typeof fields.hours === 'object' ? queue.days[day].join(', ') : '')),
    holidays: typeof fields.hours?.holidays === 'object' && !Array.isArray(fields.hours.holidays) ? joined(fields.hours.holidays.of) : joined(fields.hours?.holidays),
    fallback: queue.fallback.map((/** @type {any} */ step) => ({ minutes: String(step.after_s / 60), to: step.to })),
  };
}

/** The hours of the form as the file has them. @param {any} form @param {any} queue */
function hoursOf(form, queue) {
  if (form.open === 'always') return 'always';
  const kept = queue.fields.hours ?? {};
  const regions = words(form.holidays);
  const named = regions.length > 1 ? regions : regions[0];
  const holidays = kept.holidays?.of ? { ...kept.holidays, of: named } : named;
  return {
    timezone: form.timezone.trim(),
    ...weekFields(form.week.map(spansOf)),
    ...(regions.length ? { holidays } : {}),
    ...(kept.except ? { except: kept.except } : {}),
  };
}

/** The keys that differ from what the file has; null takes a key out. @param {any} form @param {any} queue */
export function changesOf(form, queue) {
  const before = formOf(queue);
  const list = (/** @type {string} */ text) => (words(text).length ? words(text) : null);
  /** @type {[string, string[], () => any][]} */
  const keys = [
    ['name', ['name'], () => form.name.trim() || null],
    ['owner', ['owner'], () => form.owner.trim() || null],
    ['target_s', ['target'], () => (form.target ? Math.round(Number(form.target) * 60) : null)],
    ['assign', ['assign'], () => form.assign],
    ['offer_s', ['offer'], () => Number(form.offer)],
    ['languages', ['languages'], () => list(form.languages)],
    ['skills', ['skills'], () => (words(form.skills).length ? skillsOf(form.skills) : null)],
    ['tiers', ['tiers'], () => list(form.tiers)],
    ['region', ['region'], () => form.region.trim() || null],
    ['hours', ['open', 'timezone', 'week', 'holidays'], () => hoursOf(form, queue)],
    ['fallback', ['fallback'], () => form.fallback.map((/** @type {any} */ step) => ({ after_s: Math.round(Number(step.minutes) * 60), to: step.to }))],
  ];
  const differs = (/** @type {string} */ field) => JSON.stringify(form[field]) !== JSON.stringify(/** @type {any} */ (before)[field]);
  return Object.fromEntries(keys.filter(([, fields]) => fields.some(differs)).map(([key, , made]) => [key, made()]));
}

/** @param {{queue: any, onReview: (changes: Record<string, any>) => void, onClose: () => void}} props */
export function EditQueue({ queue, onReview, onClose }) {
  const [form, setForm] = useState(() => formOf(queue));
  const set = (/** @type {string} */ key) => (/** @type {any} */ value) => setForm({ ...form, [key]: value });
  const changes = changesOf(form, queue);
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    onReview(changes);
  };
  return html`
    <form class="form queue-form" aria-label="Change this queue" onSubmit=${submit}>
      <div class="columns">
        <${Field} label="Name" value=${form.name} onInput=${set('name')} autofocus />
        <${Field} label="Owner" hint="The person or team who answers for it." value=${form.owner} onInput=${set('owner')} required />
        <${Field} label="First reply within (minutes)" hint="Empty: nothing is aimed at." type="number" value=${form.target} onInput=${set('target')} />
        <${Choice} label="Who gets a conversation" value=${form.assign} onInput=${set('assign')} options=${ASSIGN} />
        ${form.assign === 'push' && html`<${Field} label="An offer stands for (seconds)" type="number" value=${form.offer} onInput=${set('offer')} />`}
        <${Field} label="Skills an operator needs" hint="With levels from 1 to 5, such as: refunds 3, tax 1" value=${form.skills} onInput=${set('skills')} />
        <${Field} label="Languages it serves" hint="As codes: en, de. Empty: all." value=${form.languages} onInput=${set('languages')} />
        <${Field} label="Tiers it serves" hint="Empty: all." value=${form.tiers} onInput=${set('tiers')} />
        <${Field} label="Region it serves" hint="Empty: all." value=${form.region} onInput=${set('region')} />
      </div>
      <fieldset>
        <legend>When it is open</legend>
        <${Choice} label="Open" value=${form.open} onInput=${set('open')} options=${OPEN} />
        ${form.open === 'hours' && html`<${HoursFields} form=${form} set=${set} />`}
      </fieldset>
      <${ChainFields} steps=${form.fallback} self=${queue.id} onInput=${set('fallback')} />
      <div class="row-of-verbs">
        <button type="submit" class="button primary" disabled=${Object.keys(changes).length === 0}>Look at the change</button>
        <button type="button" class="button" onClick=${onClose}>Cancel</button>
      </div>
    </form>
  `;
}

/** @param {{form: any, set: (key: string) => (value: any) => void}} props */
const HoursFields = ({ form, set }) => html`
  <div class="columns">
    <${Field} label="Time zone" value=${form.timezone} onInput=${set('timezone')} required />
    <${Field} label="Closed on holidays of" hint="Country or region: DE, DE-BY, US-CA. Empty: open." value=${form.holidays} onInput=${set('holidays')} />
  </div>
  <p class="hint">Spans such as 09:00-12:30, 13:30-17:30. Over midnight: 22:00-06:00. Empty: closed.</p>
  <div class="columns">
    ${DAY_NAMES.map((name, day) => html`<${Field} key=${name} label=${name} value=${form.week[day]} onInput=${(/** @type {string} */ text) => set('week')(form.week.with(day, text))} />`)}
  </div>
`;
