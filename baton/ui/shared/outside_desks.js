// @ts-check
/** Outside desks: whose people answer a conversation elsewhere, so that nobody of this inbox can hold it. */

/** @type {Record<string, string>} channels with what their desk is called */
const NAMES = { chatwoot: 'Chatwoot' };

/** What the desk is called in which people answer it; '' where that is this one. @param {{channel?: string} | null | undefined} c */
export const answeredIn = (c) => NAMES[c?.channel ?? ''] ?? '';
