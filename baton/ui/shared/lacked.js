// @ts-check
/** What a packet can lack, in the words of whoever says so. */

/** @type {Record<string, string>} */
export const LACKED = {
  wish: 'What they want',
  fact: 'A number or detail',
  tried: 'What was tried',
  source: 'A source',
  customer: 'Who they are',
  wrong: 'Something was wrong',
  length: 'Too long',
};
