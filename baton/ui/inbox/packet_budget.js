// @ts-check
/** The packet's reading budget: what stands above the fold is at most 60 words, whatever a packet holds. Pure. */
import { countWords, firstWords } from '../shared/text.js';

/** @typedef {import('../shared/wire').Packet} Packet */

export const BUDGET = 60;
const SUMMARY_WORDS = 40;
const EVIDENCE_WORDS = 10;
const FACTS_SHOWN = 5;

/**
 * What is read first: the summary, the reason with its evidence, and as many facts as the budget allows.
 * @param {Packet} packet @param {string} reason the reason's name
 */
export function aboveFold(packet, reason) {
  const summary = withinWords(packet.summary.slice(0, 2), SUMMARY_WORDS);
  const evidence = (packet.reason.evidence ?? []).filter((words) => countWords(words) <= EVIDENCE_WORDS).slice(0, 1);
  let left = BUDGET - wordsIn([...summary, reason, ...evidence]);
  const flags = (packet.risk_flags ?? []).filter((flag) => (left -= countWords(flag)) >= 0);
  const facts = [];
  for (const fact of packet.facts ?? []) {
    left -= countWords(fact.label) + countWords(fact.value);
    if (left < 0 || facts.length === FACTS_SHOWN) break;
    facts.push(fact);
  }
  return { summary, reason, evidence, flags, facts };
}

/** @param {string[]} lines @param {number} most */
function withinWords(lines, most) {
  let left = most;
  return lines.flatMap((line) => {
    if (left <= 0) return [];
    const cut = firstWords(line, left);
    left -= countWords(line);
    return [cut];
  });
}

/** @param {string[]} texts */
export const wordsIn = (texts) => texts.reduce((sum, text) => sum + countWords(text), 0);
