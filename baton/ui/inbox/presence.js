// @ts-check
/** Who else looks at a conversation, and who writes in it now. Hints of the socket: they fade by themselves. */
import { html, signal } from '../shared/html.js';
import { initials } from '../shared/words.js';
import { desk, typing } from './store.js';

/** @typedef {import('../shared/wire').Party} Party */
/** @typedef {{id: string, name: string, kind: string, note: boolean, until: number}} Writer */

const TYPING_SHOWS_MS = 6_000;
const FACES = 3;

/** The colleagues who have a conversation open, by conversation, without this person. */
export const lookers = signal(/** @type {Record<string, Party[]>} */ ({}));

/** Take a frame of the socket. @param {any} frame @returns {boolean} whether it was one about presence */
export function hearPresence(frame) {
  if (frame.type === 'typing') hearTyping(frame.id, frame.who, !!frame.note);
  else if (frame.type === 'looking') lookers.value = { [frame.id]: frame.who.filter((/** @type {Party} */ one) => one.id !== desk.value.me) };
  else return false;
  return true;
}

/** @param {string} id @param {Party} who @param {boolean} note */
function hearTyping(id, who, note) {
  if (who.kind !== 'customer' && who.id === desk.value.me) return;
  const writer = { id: who.id ?? who.kind, name: who.name ?? '', kind: who.kind, note, until: Date.now() + TYPING_SHOWS_MS };
  put(id, [...(typing.value[id] ?? []).filter((one) => one.id !== writer.id), writer]);
  setTimeout(() => put(id, (typing.value[id] ?? []).filter((one) => one.until > Date.now())), TYPING_SHOWS_MS + 50);
}

/** Whoever has just said something writes no more. @param {string} id @param {Party} author */
export const hush = (id, author) => put(id, (typing.value[id] ?? []).filter((one) => one.kind !== author.kind || (one.kind !== 'customer' && one.id !== author.id)));

/** @param {string} id @param {Writer[]} writers */
function put(id, writers) {
  if ((typing.value[id]?.length ?? 0) === 0 && !writers.length) return;
  const { [id]: _, ...others } = typing.value;
  typing.value = writers.length ? { ...others, [id]: writers } : others;
}

/** The line at the end of a transcript. @param {string} id @param {string} customer */
export const writingLine = (id, customer) =>
  (typing.value[id] ?? [])
    .map(({ kind, name, note }) => (kind === 'customer' ? `${customer} is typing…` : `${name || 'A colleague'} is writing ${note ? 'a note' : 'a reply'}…`))
    .join(' ');

/** The colleague who writes a reply there now, if any. @param {string} id */
export const whoReplies = (id) => (typing.value[id] ?? []).find((one) => one.kind === 'operator' && !one.note) ?? null;

/** "Sam Okoye looks at this too", in faces; the names are read out as they change. @param {{id: string}} props */
export function Lookers({ id }) {
  const here = lookers.value[id] ?? [];
  const names = here.map((one) => one.name || 'A colleague');
  const says = names.length ? `${names.join(', ')} ${names.length === 1 ? 'looks' : 'look'} at this too` : '';
  return html`
    ${names.length > 0 && html`
      <span class="lookers" title=${says} aria-hidden="true">
        ${names.slice(0, FACES).map((name) => html`<span class="avatar small">${initials(name)}</span>`)}
        ${names.length > FACES && html`<span class="avatar small">+${names.length - FACES}</span>`}
      </span>
    `}
    <span class="off-screen" role="status">${says}</span>
  `;
}
