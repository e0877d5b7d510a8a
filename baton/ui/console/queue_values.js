// @ts-check
/** Between a queue's form and the keys of the policy file. */
import { DAYS, spansOf, weekFields } from './queue_hours.js';

/** The ways that a queue allows where its file names none. */
export const USUAL_MODES = ['live', 'queued', 'ticket', 'email'];

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
export function formOf(queue) {
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
    topics: joined(fields.topics),
    isDefault: fields.default ?? false,
    modes: fields.modes ? [fields.modes].flat() : USUAL_MODES,
    relax: [fields.relax ?? []].flat().map((/** @type {any} */ step) => ({ minutes: String(step.after_s / 60), what: step.drop ?? `-${step.lower}` })),
    region: fields.region ?? '',
    open: typeof fields.hours === 'object' ? 'hours' : 'always',
    timezone: typeof fields.hours === 'object' ? queue.timezone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: DAYS.map((day) => (typeof fields.hours === 'object' ? (queue.days[day] ?? []).join(', ') : '')),
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

/** One step of relaxing as the file has it. @param {{minutes: string, what: string}} step */
const relaxed = ({ minutes, what }) => ({ after_s: Math.round(Number(minutes) * 60), ...(what.startsWith('-') ? { lower: Number(what.slice(1)) } : { drop: what }) });

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
    ['topics', ['topics'], () => list(form.topics)],
    ['default', ['isDefault'], () => form.isDefault || null],
    ['modes', ['modes'], () => form.modes],
    ['relax', ['relax'], () => (form.relax.length ? form.relax.map(relaxed) : null)],
    ['region', ['region'], () => form.region.trim() || null],
    ['hours', ['open', 'timezone', 'week', 'holidays'], () => hoursOf(form, queue)],
    ['fallback', ['fallback'], () => form.fallback.map((/** @type {any} */ step) => ({ after_s: Math.round(Number(step.minutes) * 60), to: step.to }))],
  ];
  const differs = (/** @type {string} */ field) => JSON.stringify(form[field]) !== JSON.stringify(/** @type {any} */ (before)[field]);
  return Object.fromEntries(keys.filter(([, fields]) => fields.some(differs)).map(([key, , made]) => [key, made()]));
}
