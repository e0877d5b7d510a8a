// @ts-check
/** Citation chips and the passage that each opens. */
import { get } from './api.js';
import { Dialog } from './dialog.js';
import { html, signal, useEffect, useState } from './html.js';
import { Marked, Text } from './text.js';

/** @typedef {import('./wire').Citation} Citation */

const opened = signal(/** @type {Citation | null} */ (null));

/** Open the passage behind a citation. @param {Citation} citation */
const openCitation = (citation) => (opened.value = citation);

/** Open a passage that nothing cites. @param {string} id */
export const openPassage = (id) => openCitation({ n: 0, passage_id: id, title: '', quote: '' });

/** @param {{citation: Citation}} props */
const Chip = ({ citation }) => html`
  <button type="button" class="cite" aria-label=${`Source ${citation.n}: ${citation.title}`}
    title=${citation.title} onClick=${() => openCitation(citation)}>${citation.n}</button>
`;

/**
 * An answer with the chips of its citations after each statement that they support.
 * @param {{message: {text: string, kind?: string, author?: import('./wire').Party, statements?: import('./wire').Statement[], citations?: Citation[], mentions?: import('./wire').Mention[]}}} props
 */
export function CitedText({ message }) {
  const citations = message.citations ?? [];
  if (!message.statements?.length) {
    const said = isMarked(message) ? html`<${Marked} text=${message.text} mentions=${message.mentions} />` : html`<${Text} text=${message.text} />`;
    return html`${said}${citations.map((one) => html`<${Chip} citation=${one} />`)}`;
  }
  return message.statements.map((statement, index) => {
    const item = /^(?:\d+\.|[-*])\s/.test(statement.text);
    const cited = citations.filter((one) => statement.citations.includes(one.n));
    return html`
      <span class=${item ? 'statement item' : 'statement'}>
        ${index > 0 && !item && ' '}<${Text} text=${statement.text.replace(/^[-*]\s/, '• ')} />
        ${cited.map((one) => html`<${Chip} citation=${one} />`)}
      </span>
    `;
  });
}

/** The team and its bots write Markdown; what a customer types and what the desk itself says stay as they are. @param {{kind?: string, author?: import('./wire').Party}} message */
const isMarked = ({ kind, author }) => !!author && author.kind !== 'customer' && kind !== 'notice';

/** The list of what an answer was taken from. @param {{citations: Citation[]}} props */
export const SourceList = ({ citations }) => html`
  <ul class="source-list">
    ${citations.map(
      (one) => html`
        <li>
          <button type="button" class="link" onClick=${() => openCitation(one)}>
            <span class="cite" aria-hidden="true">${one.n}</span> ${one.title}${one.heading && one.heading !== one.title ? html`<span class="faint"> › ${one.heading}</span>` : ''}
          </button>
        </li>
      `,
    )}
  </ul>
`;

/** The passage that is open, if any. One per page. */
export function CitationDialog() {
  const citation = opened.value;
  return citation && html`<${Opened} key=${citation.passage_id} citation=${citation} />`;
}

/** @param {{citation: Citation}} props */
function Opened({ citation }) {
  const [passage, setPassage] = useState(/** @type {any} */ (undefined));
  useEffect(() => {
    get(`/v1/passages/${citation.passage_id}`, citation.version ? { version: citation.version } : {}).then(
      (found) => found,
      () => get(`/v1/passages/${citation.passage_id}`),
    ).then(setPassage, () => setPassage(null));
  }, [citation.passage_id]);
  const url = passage?.url ?? citation.url;
  const link = url && /^https?:/i.test(url) && html`<a class="button" href=${url} target="_blank" rel="noopener noreferrer">Open the document</a>`;
  return html`
    <${Dialog} title=${citation.title || passage?.title || 'Passage'} onClose=${() => (opened.value = null)} actions=${link}>
      ${citation.heading && citation.heading !== citation.title && html`<p class="faint">${citation.heading}</p>`}
      <${Passage} passage=${passage} quote=${citation.quote} />
      ${passage === null && html`<p class="hint">The rest of the document can’t be read now; this is the part that was cited.</p>`}
      ${citation.version && html`<p class="faint">Version ${citation.version} of the document.${passage?.current_version > citation.version && ` It has changed since; version ${passage.current_version} holds now.`}</p>`}
      ${passage?.audience && passage.audience !== 'public' && html`<p><span class="chip pressing">Not for customers</span></p>`}
    </${Dialog}>
  `;
}

/** @param {{passage: any, quote: string}} props */
function Passage({ passage, quote }) {
  const text = passage?.text ?? '';
  const at = quote ? text.indexOf(quote) : -1;
  if (at < 0) {
    return html`<blockquote class="passage" dir="auto"><mark>${quote || text}</mark></blockquote>
      ${quote && text && html`<blockquote class="passage" dir="auto">${text}</blockquote>`}`;
  }
  return html`
    <blockquote class="passage" dir="auto">
      ${text.slice(0, at)}<mark>${quote}</mark>${text.slice(at + quote.length)}
    </blockquote>
  `;
}
