// @ts-check
/** What a slash in the composer stands for: the word after it, and the canned replies and macros that it can mean. Pure. */

/** @typedef {{shortcut: string, text: string, isMacro?: boolean}} Canned a reply, or a macro under its name with its steps in words */

const MOST_SHOWN = 8;
const LEAST_WORDS = 2;

/**
 * The slash word that ends at the caret, with where it begins. A slash within a word or an address is none.
 * @param {string} text @param {number} caret
 */
export function slashWord(text, caret) {
  const found = /(^|\s)\/([^\s/]*)$/.exec(text.slice(0, caret));
  return found ? { start: found.index + (found[1] ?? '').length, end: caret, typed: (found[2] ?? '').toLowerCase() } : null;
}

/** Macros as a slash lists them, each with what its steps do. @param {{name: string, steps: {do: string, what: string}[]}[]} macros @returns {Canned[]} */
export const asCanned = (macros) =>
  macros.map(({ name, steps }) => ({ shortcut: name, text: `Macro: ${steps.map((step) => step.do).join(', ')}`, isMacro: true }));

/** The draft without the slash word, as it is where that was changed meanwhile. @param {string} draft @param {{start: number, end: number, typed: string}} word */
export const without = (draft, word) => (stands(draft, word) ? placed(draft, word, '') : draft);

/** The replies that a slash word can mean: by the start of the shortcut, then by a part of it, then by their words. @param {Canned[]} all @param {string} typed */
export function meant(all, typed) {
  /** @param {Canned} one */
  const rank = (one) => {
    if (one.shortcut.startsWith(typed)) return 0;
    if (one.shortcut.includes(typed)) return 1;
    return typed.length >= LEAST_WORDS && one.text.toLowerCase().includes(typed) ? 2 : 3;
  };
  const ranked = all.map((one) => ({ one, at: rank(one) })).filter(({ at }) => at < 3);
  return ranked.sort((a, b) => a.at - b.at).slice(0, MOST_SHOWN).map(({ one }) => one);
}

/**
 * The draft with the reply in the slash word's place; below the draft where that was changed meanwhile.
 * @param {string} draft @param {{start: number, end: number, typed: string}} word @param {string} reply
 */
export function placed(draft, word, reply) {
  if (!stands(draft, word)) return draft.trim() ? `${draft.trimEnd()}\n${reply}` : reply;
  return draft.slice(0, word.start) + reply + draft.slice(word.end);
}

/** Whether the slash word is still where it was typed. @param {string} draft @param {{start: number, end: number, typed: string}} word */
const stands = (draft, word) => draft.slice(word.start, word.end).toLowerCase() === `/${word.typed}`;
