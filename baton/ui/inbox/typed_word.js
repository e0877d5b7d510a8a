// @ts-check
/** The word being typed that stands for something else: `/` a canned reply, `@` a colleague, `:` a picture. Pure. */

/** @typedef {{shortcut: string, text: string, isMacro?: boolean}} Canned a reply, or a macro under its name with its steps in words */
/** @typedef {{name: string, picture: string}} Emoji */
/** @typedef {{mark: string, start: number, end: number, typed: string}} Word `typed` is what follows the mark, in lower case */

const MOST_SHOWN = 8;
const LEAST_WORDS = 2;

/** What may follow each mark. Two letters make a name of a picture, so that a colon and `:)` stay what they are. @type {Record<string, RegExp>} */
const WORDS = {
  '/': /(^|\s)\/([^\s/]*)$/,
  '@': /(^|[\s([{])@([^\s@]*)$/,
  ':': /(^|[\s([{]):([a-z0-9_+-]{2,30}:?)$/i,
};

/**
 * The word that ends at the caret and begins with one of these marks, with where it begins; within a word or an address there is none.
 * @param {string} text @param {number} caret @param {string} marks @returns {Word | null}
 */
export function typedWord(text, caret, marks) {
  const before = text.slice(0, caret);
  for (const mark of marks) {
    const found = WORDS[mark]?.exec(before);
    if (found) return { mark, start: found.index + (found[1] ?? '').length, end: caret, typed: (found[2] ?? '').toLowerCase() };
  }
  return null;
}

/**
 * Those that a word can mean: by the start of their name, then by a part of it, then by their other words.
 * @template T @param {T[]} all @param {string} typed @param {(one: T) => [name: string, words?: string]} told
 */
export function meant(all, typed, told) {
  /** @param {T} one */
  const rank = (one) => {
    const [name, words] = told(one);
    if (name.toLowerCase().startsWith(typed)) return 0;
    if (name.toLowerCase().includes(typed)) return 1;
    return typed.length >= LEAST_WORDS && words?.toLowerCase().includes(typed) ? 2 : 3;
  };
  const ranked = all.map((one) => ({ one, at: rank(one) })).filter(({ at }) => at < 3);
  return ranked.sort((a, b) => a.at - b.at).slice(0, MOST_SHOWN).map(({ one }) => one);
}

/**
 * The draft with `put` in the word's place; below the draft where that was changed meanwhile.
 * @param {string} draft @param {Word} word @param {string} put
 */
export function placed(draft, word, put) {
  if (!stands(draft, word)) return draft.trim() ? `${draft.trimEnd()}\n${put}` : put;
  return draft.slice(0, word.start) + put + draft.slice(word.end);
}

/** The draft without the word, as it is where that was changed meanwhile. @param {string} draft @param {Word} word */
export const without = (draft, word) => (stands(draft, word) ? placed(draft, word, '') : draft);

/** Whether the word is still where it was typed. @param {string} draft @param {Word} word */
const stands = (draft, word) => draft.slice(word.start, word.end).toLowerCase() === word.mark + word.typed;

/** Macros as a slash lists them, each with what its steps do. @param {{name: string, steps: {do: string, what: string}[]}[]} macros @returns {Canned[]} */
export const asCanned = (macros) =>
  macros.map(({ name, steps }) => ({ shortcut: name, text: `Macro: ${steps.map((step) => step.do).join(', ')}`, isMacro: true }));
