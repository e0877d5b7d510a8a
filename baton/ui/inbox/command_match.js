// @ts-check
/** Finding a command by what one types of it. Pure. */

/** @param {string} text */
const plain = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * Those whose label has every typed word, at the start of a word before within one; else in their own order.
 * @template {{label: string}} T
 * @param {T[]} all @param {string} typed
 */
export function byName(all, typed) {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  /** @param {T} one */
  const rank = (one) => {
    const label = plain(one.label);
    const words = label.split(/[^\p{L}\p{N}]+/u);
    if (wanted.every((part) => words.some((word) => word.startsWith(part)))) return label.startsWith(wanted[0] ?? '') ? 0 : 1;
    return wanted.every((part) => label.includes(part)) ? 2 : 3;
  };
  const ranked = all.map((one) => ({ one, at: rank(one) })).filter(({ at }) => at < 3);
  return ranked.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
