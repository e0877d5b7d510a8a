// @ts-check
/** One form for a new operator and for one who is changed: who they are, what they may and can do, and how much. */
import { patch, post, put } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { myId } from '../shared/session.js';
import { refused } from '../shared/toasts.js';

/** @typedef {import('../shared/wire').Operator} Operator */

const LISTED_LEVEL = 3;

const ROLES = [
  { value: 'operator', label: 'Operator: answers customers in the inbox' },
  { value: 'admin', label: 'Admin: that, and everything in the console' },
];

const AVAILABLE = [
  { value: 'available', label: 'Available' },
  { value: 'away', label: 'Away: keeps what they hold, gets nothing new' },
  { value: 'offline', label: 'Offline: what they hold goes back to its queue' },
];

/** "refunds 4, technical" as levels by name; a skill without one counts as level 3. @param {string} text */
export function levels(text) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const part of text.split(/[,;\n]+/)) {
    const said = /^\s*(.*?)[\s:]*([1-5])?\s*$/.exec(part);
    if (said?.[1]) found[said[1].toLowerCase().replace(/\s+/g, '_')] = Number(said[2] ?? LISTED_LEVEL);
  }
  return found;
}

/** A skill that is typed with a level that there is not, as it stands there: "refunds 9". @param {string} text */
export const strangeLevel = (text) => text.split(/[,;\n]+/).map((part) => part.trim()).find((part) => /[\s:](0|[6-9]|\d{2,})$/.test(part)) ?? null;

/** Levels by name as they are typed. @param {Record<string, number> | undefined} skills */
export const typed = (skills) => Object.entries(skills ?? {}).map(([name, level]) => `${name} ${level}`).join(', ');

/** @param {string} text */
const codes = (text) => text.split(/[\s,;]+/).map((word) => word.trim()).filter(Boolean);

/** @param {{operator?: Operator, onClose: () => void, onDone: (one: Operator) => void}} props */
export function OperatorForm({ operator, onClose, onDone }) {
  const [name, setName] = useState(operator?.name ?? '');
  const [email, setEmail] = useState(operator?.email ?? '');
  const [skills, setSkills] = useState(typed(operator?.skills));
  const [languages, setLanguages] = useState((operator?.languages ?? []).join(', '));
  const [region, setRegion] = useState(operator?.region ?? '');
  const [capacity, setCapacity] = useState(String(operator?.capacity ?? 4));
  const [role, setRole] = useState(operator?.role ?? 'operator');
  const [availability, setAvailability] = useState(operator?.availability ?? 'available');
  const isMe = operator?.id === myId();
  const able = { skills: levels(skills), languages: codes(languages), region: region.trim(), capacity: Number(capacity) };
  const who = { name: name.trim(), ...(email.trim() && { email: email.trim() }), ...(isMe ? {} : { role }) };
  const change = async (/** @type {Operator} */ one) => {
    const changed = await patch(`/v1/operators/${one.id}`, { ...who, ...able });
    if (availability !== one.availability) await put(`/v1/operators/${one.id}/availability`, { availability });
    return changed;
  };
  const submit = () => (operator ? change(operator) : post('/v1/operators', { ...who, ...able })).then(onDone, refused);
  const strange = strangeLevel(skills);
  const complete = !strange && name.trim() && (email.trim() || operator) && /^\d{1,3}$/.test(capacity) && Number(capacity) <= 100;
  const verb = operator ? 'Save' : 'Add';
  return html`
    <${Dialog} title=${operator ? `Change ${operator.name}` : 'Add an operator'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!complete}>${verb}</button>`}>
      <${Field} label="Name" hint="Customers see it when this person joins." value=${name} onInput=${setName} required autofocus />
      <${Field} label="E-mail" type="email" value=${email} onInput=${setEmail} required=${!operator} />
      ${!isMe && html`<${Choice} label="Role" value=${role} onInput=${setRole} options=${ROLES} />`}
      ${operator && html`<${Choice} label="Now" value=${availability} onInput=${setAvailability} options=${AVAILABLE} />`}
      <${Field} label="Skills" hint="With levels from 1 (learning) to 5 (expert), such as: refunds 4, technical 2" value=${skills} onInput=${setSkills} />
      ${strange && html`<p class="over" role="alert">“<bdi>${strange}</bdi>” has no level from 1 to 5.</p>`}
      <${Field} label="Languages" hint="As codes, such as: en, de, ar. Left empty: every language." value=${languages} onInput=${setLanguages} />
      <${Field} label="Region" hint="Left empty: every region." value=${region} onInput=${setRegion} />
      <${Field} label="Capacity" hint="Points held at once, from 0 to 100. A chat takes 1 unless the policy says otherwise." type="number" value=${capacity} onInput=${setCapacity} required />
    </${Dialog}>
  `;
}
