// @ts-check
/**
 * What people write, as nodes: paragraphs, lists, code, bold, italic and links. Text stays text: nothing here builds
 * markup from a string, and only http, https and mailto are ever links. One grammar for inbox and widget, and the same
 * as in core/pages/markdown.py, which letters use: tests/ui/markdown_cases.json holds both to it.
 *
 * @typedef {string | {tag: 'strong' | 'em' | 'code' | 'a', href?: string, of: Span[]}} Span
 * @typedef {{tag: 'p' | 'ul' | 'ol' | 'pre', lines: string[], start: number, isOpen: boolean}} Block
 */

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const TRAILING = /[.,;:!?)\]}»”’。，、）]+$/u;
const FENCE = /^ {0,3}```/;
const ITEM = /^ {0,3}(?:[-*+•]|(\d{1,4})[.)])[ \t]+(?=\S)/;
/** A single mark within a word or a sum is no mark; a double one is, for scripts that write without spaces. */
const LETTER = /[\p{L}\p{N}]/u;
/** The lengths are bounded, so that a message of nothing but asterisks costs no time. */
const SPAN =
  /\\([\\`*_[])|`([^`\n]{1,1000})`|\[([^[\]\n]{1,300})\]\(((?:https?:\/\/|mailto:)[^\s()<>"'`]{1,2000})\)|(\*\*|[*_])(?=[^\s*_])([^\n]{0,999}?[^\s*_])\5|\bhttps?:\/\/[^\s<>"'`]+/gi;

/**
 * Cut text into plain pieces and links. Only http and https are ever links; closing punctuation stays outside,
 * unless its bracket was opened inside.
 * @param {string} text
 * @returns {({text: string, href?: string})[]}
 */
export function pieces(text) {
  const out = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const address = trimmed(found[0]);
    if (found.index > from) out.push({ text: text.slice(from, found.index) });
    out.push({ text: address, href: address });
    from = found.index + address.length;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

/** @param {string} address */
function trimmed(address) {
  const end = address.match(TRAILING)?.[0] ?? '';
  const keep = end.startsWith(')') && address.includes('(') ? 1 : 0;
  return address.slice(0, address.length - end.length + keep);
}

/** The blocks of a text: code between fences, list items that follow each other, and paragraphs. @param {string} text @returns {Block[]} */
export function blocks(text) {
  /** @type {Block[]} */
  const found = [];
  for (const line of text.split(/\r?\n/)) {
    const last = found.at(-1);
    const item = ITEM.exec(line);
    const tag = item ? (item[1] ? 'ol' : 'ul') : 'p';
    if (last?.tag === 'pre' && last.isOpen) {
      if (FENCE.test(line)) last.isOpen = false;
      else last.lines.push(line);
    } else if (FENCE.test(line)) found.push({ tag: 'pre', lines: [], start: 1, isOpen: true });
    else if (!line.trim()) last && (last.isOpen = false);
    else if (last?.isOpen && last.tag === tag) last.lines.push(item ? line.slice(item[0].length) : line);
    else found.push({ tag, lines: [item ? line.slice(item[0].length) : line], start: Number(item?.[1] ?? 1), isOpen: true });
  }
  return found;
}

/** The spans within a line or paragraph. @param {string} text @returns {Span[]} */
export function spans(text) {
  /** @type {Span[]} */
  const out = [];
  let from = 0;
  let plain = '';
  const push = (/** @type {Span} */ span) => {
    if (plain) out.push(plain);
    plain = '';
    out.push(span);
  };
  SPAN.lastIndex = 0;
  for (let found = SPAN.exec(text); found; SPAN.lastIndex = from, found = SPAN.exec(text)) {
    const [whole, escaped, code, words, address, mark, marked] = found;
    plain += text.slice(from, found.index);
    from = found.index + whole.length;
    if (escaped) plain += escaped;
    else if (code) push({ tag: 'code', of: [code] });
    else if (words) push({ tag: 'a', href: address, of: [words] });
    else if (!mark) {
      push({ tag: 'a', href: trimmed(whole), of: [trimmed(whole)] });
      from = found.index + trimmed(whole).length;
    } else if (mark !== '**' && (LETTER.test(text[found.index - 1] ?? '') || LETTER.test(text[from] ?? ''))) {
      plain += mark;
      from = found.index + mark.length;
    } else push({ tag: mark === '**' ? 'strong' : 'em', of: spans(marked) });
  }
  plain += text.slice(from);
  if (plain) out.push(plain);
  return out;
}

/** Whether a text would look the same unmarked, but for its web addresses. @param {string} text */
export const isPlain = (text) =>
  blocks(text).every(({ tag, lines }) => tag === 'p' && spans(lines.join('\n')).every((one) => typeof one === 'string' || one.of[0] === one.href));

/**
 * A text as nodes, made by the page's own function for elements.
 * @template T
 * @param {string} text @param {(tag: any, props: any, ...children: any[]) => T} h @returns {T[]}
 */
export const marked = (text, h) =>
  blocks(text).map(({ tag, lines, start }) => {
    if (tag === 'pre') return h('pre', {}, h('code', {}, lines.join('\n')));
    if (tag === 'p') return h('p', {}, ...drawn(spans(lines.join('\n')), h));
    return h(tag, start === 1 ? {} : { start }, ...lines.map((line) => h('li', {}, ...drawn(spans(line), h))));
  });

/** @template T @param {Span[]} all @param {(tag: any, props: any, ...children: any[]) => T} h @returns {(T | string)[]} */
const drawn = (all, h) =>
  all.map((one) => {
    if (typeof one === 'string') return one;
    return h(one.tag, one.href ? linkTo(one.href) : {}, ...drawn(one.of, h));
  });

/** A link says where it leads, whatever words it has. @param {string} href */
const linkTo = (href) => ({ href, title: href, ...(/^mailto:/i.test(href) ? {} : { target: '_blank' }), rel: 'noopener noreferrer nofollow' });
