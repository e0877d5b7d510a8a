// @ts-check
/** Files that are about to be sent: uploaded while the message is still being written, each for itself. */
import { newId } from '../shared/api.js';
import { cls, html, signal } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { sizeWords } from '../shared/attachments.js';

/** @typedef {import('../shared/wire').Attachment} Attachment */
/** @typedef {import('./drafts.js').Kind} Kind */
/** @typedef {{key: string, name: string, bytes: number, done: number, why: string, sent: Attachment | null, file: File, stop: () => void}} Attaching */

const MOST = 10;
const LOST = 'It could not be sent. Check the connection and try again.';

const attaching = signal(/** @type {Record<string, Attaching[]>} */ ({}));

/** @param {string} id @param {Kind} kind */
export const filesOf = (id, kind) => attaching.value[`${id} ${kind}`] ?? [];

/** Whether a message can go: none of its files is still coming, and none was refused. @param {Attaching[]} files */
export const areReady = (files) => files.every((one) => one.sent);

/** @param {string} id @param {Kind} kind @param {Attaching[]} files */
const become = (id, kind, files) => {
  attaching.value = { ...attaching.value, [`${id} ${kind}`]: files };
};

/** Upload files beside a draft. @param {string} id @param {Kind} kind @param {Iterable<File>} chosen */
export function attach(id, kind, chosen) {
  for (const file of [...chosen].slice(0, MOST - filesOf(id, kind).length)) {
    const one = { key: newId(), name: file.name || 'picture.png', bytes: file.size, done: 0, why: '', sent: null, file, stop: () => {} };
    become(id, kind, [...filesOf(id, kind), { ...one, stop: upload(id, kind, one) }]);
  }
}

/** Take a file out again. @param {string} id @param {Kind} kind @param {Attaching} one */
export function detach(id, kind, one) {
  one.stop();
  become(id, kind, filesOf(id, kind).filter((each) => each.key !== one.key));
  if (one.sent) void fetch(one.sent.url, { method: 'DELETE', credentials: 'same-origin' }).catch(() => {}); // swept after a day
}

/** The files of a draft, which has none from here on. @param {string} id @param {Kind} kind @returns {Attachment[]} */
export function takeFiles(id, kind) {
  const files = filesOf(id, kind).flatMap((one) => (one.sent ? [one.sent] : []));
  become(id, kind, []);
  return files;
}

/** Put files back that were not sent. @param {string} id @param {Kind} kind @param {Attachment[]} files */
export function putBack(id, kind, files) {
  const back = files.map((sent) => ({ key: sent.id, name: sent.name, bytes: sent.bytes, done: 1, why: '', sent, file: new File([], sent.name), stop: () => {} }));
  become(id, kind, [...back, ...filesOf(id, kind)]);
}

/** Upload one file. Returns what stops it. @param {string} id @param {Kind} kind @param {{key: string, name: string, file: File}} one */
function upload(id, kind, { key, name, file }) {
  /** @param {Partial<Attaching>} news */
  const tell = (news) => become(id, kind, filesOf(id, kind).map((each) => (each.key === key ? { ...each, ...news } : each)));
  // Not fetch: it tells nothing of what has been sent so far.
  const request = new XMLHttpRequest();
  request.open('POST', '/v1/attachments');
  request.responseType = 'json';
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-File-Name', encodeURIComponent(name));
  request.upload.onprogress = (event) => tell({ done: event.total ? event.loaded / event.total : 0 });
  request.onload = () => tell(request.status === 201 ? { sent: request.response, done: 1 } : { why: request.response?.detail ?? LOST });
  request.onerror = () => tell({ why: LOST });
  request.send(file);
  return () => request.abort();
}

/** @param {{id: string, kind: Kind}} props */
export function AttachingList({ id, kind }) {
  const files = filesOf(id, kind);
  if (!files.length) return null;
  return html`<ul class="attaching" aria-label="Files to send">${files.map((one) => html`<${Row} key=${one.key} id=${id} kind=${kind} one=${one} />`)}</ul>`;
}

/** @param {{id: string, kind: Kind, one: Attaching}} props */
function Row({ id, kind, one }) {
  const again = () => {
    detach(id, kind, one);
    attach(id, kind, [one.file]);
  };
  return html`
    <li class=${cls('file', one.why && 'failed')}>
      <${Icon} name=${one.why ? 'warn' : 'file'} /><bdi class="file-name">${one.name}</bdi>
      ${one.why
        ? html`<span class="file-why" role="alert">${one.why}</span>${one.why === LOST && html`<button type="button" class="link" onClick=${again}>Try again</button>`}`
        : html`<span class="faint">${sizeWords(one.bytes)}</span>`}
      ${!one.sent && !one.why && html`<progress max="1" value=${one.done} aria-label=${`Uploading ${one.name}`}></progress>`}
      <button type="button" class="icon-button small" aria-label=${`Take out ${one.name}`} onClick=${() => detach(id, kind, one)}><${Icon} name="close" /></button>
    </li>
  `;
}
