// @ts-check
/** The files of a message: pictures in their place, everything else as a row to download. */
import { html, useState } from './html.js';
import { Icon } from './icons.js';

/** @typedef {import('./wire').Attachment} Attachment */

const UNITS = ['byte', 'kilobyte', 'megabyte'];
/** The longest side of a picture in a transcript, in pixels. */
const SHOWN = 280;

/** A size as people say it: 312 kB. @param {number} bytes */
export function sizeWords(bytes) {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const digits = step === 2 && bytes < 10_000_000 ? 1 : 0;
  return new Intl.NumberFormat(undefined, { style: 'unit', unit: UNITS[step], maximumFractionDigits: digits }).format(bytes / 1_000 ** step);
}

/** The room that a picture takes, kept before it has come. @param {{width?: number, height?: number}} picture */
function shownAt({ width = SHOWN, height = SHOWN }) {
  const scale = Math.min(1, SHOWN / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** @param {{files?: Attachment[]}} props */
export const Files = ({ files }) =>
  files?.length ? html`<ul class="files" aria-label="Files">${files.map((file) => html`<li key=${file.id}><${File} file=${file} /></li>`)}</ul>` : null;

/** @param {{file: Attachment}} props */
function File({ file }) {
  const [broken, setBroken] = useState(false);
  if (!file.image || broken) return html`<${FileRow} file=${file} />`;
  return html`
    <a class="picture" href=${file.url} target="_blank" rel="noopener" title=${file.name}>
      <img src=${file.url} alt=${`Picture ${file.name}`} ...${shownAt(file)} loading="lazy" decoding="async" onError=${() => setBroken(true)} />
    </a>
  `;
}

/** @param {{file: Attachment}} props */
const FileRow = ({ file }) => html`
  <a class="file" href=${file.url} download=${file.name}>
    <${Icon} name="file" /><bdi class="file-name">${file.name}</bdi><span class="faint">${sizeWords(file.bytes)}</span>
  </a>
`;
