// @ts-check
/** One door to the vendored view library, so that no other file names it. */
import { Fragment, h, render } from '../vendor/preact.js';
import htm from '../vendor/htm.js';
import '../vendor/signals.js';

export const html = htm.bind(h);
export { Fragment, h, render };
export { useEffect, useLayoutEffect, useMemo, useRef, useState, useId } from '../vendor/hooks.js';
export { batch, computed, effect, signal, untracked, useSignal } from '../vendor/signals.js';
/** @typedef {import('../vendor/preact.js').Child} Child */

/**
 * Class names, leaving out what does not apply.
 * @param {...(string | false | null | undefined)} names
 */
export const cls = (...names) => names.filter(Boolean).join(' ');
