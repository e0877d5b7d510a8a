// @ts-check
/** Where a note names colleagues. Pure. */

/** @typedef {import('./wire').Mention} Mention */

/**
 * A text cut at the names of those whom it mentions, the longest name first: `@Dana Lee` is not `@Dana`.
 * @param {string} text @param {Mention[]} mentions @returns {(string | Mention)[]}
 */
export function cutAtNames(text, mentions) {
  const longestFirst = [...mentions].sort((a, b) => b.name.length - a.name.length);
  /** @type {(string | Mention)[]} */
  const out = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const named = text[at] === '@' ? longestFirst.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    if (!named) {
      plain += text[at++];
      continue;
    }
    if (plain) out.push(plain);
    plain = '';
    out.push(named);
    at += named.name.length + 1;
  }
  return plain ? [...out, plain] : out;
}

/** Those of them whom the text does not name: a program may mention without a word. @param {string} text @param {Mention[]} mentions */
export const unnamed = (text, mentions) => mentions.filter(({ name }) => !text.includes(`@${name}`));
