// @ts-check
/** A message to point at once its conversation is there: a note of a mention, or one that a link names. */
import { effect, signal } from '../shared/html.js';
import { log, selectedId } from './store.js';
import { jumpTo } from './transcript.js';

/** Which one, until it is shown. */
export const wanted = signal(/** @type {{id: string, seq: number} | null} */ (null));

/** Point at what is wanted as soon as it can be seen. */
export function startPointing() {
  effect(() => {
    const want = wanted.value;
    if (!want || selectedId.value !== want.id || log.value.seq < want.seq) return;
    wanted.value = null;
    requestAnimationFrame(() => jumpTo(want.seq));
  });
}

/** What an address asks for: `cnv_1`, or with one of its messages `cnv_1/12`. @param {string} hash */
export function asked(hash) {
  const [id, seq] = hash.replace(/^#/, '').split('/');
  return { id: id || null, seq: Number(seq) || null };
}
