// @ts-check
/** Which room of the console is shown: `#sources/src_1` is the room "sources" with the rest "src_1". */
import { signal } from '../shared/html.js';

/** @param {string} hash */
export function routeOf(hash) {
  const [room, ...rest] = hash.replace(/^#/, '').split('/');
  return { room: room || 'overview', rest: rest.join('/') };
}

export const route = signal(routeOf(''));
