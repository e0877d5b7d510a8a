// @ts-check
/** The rows of a list that are in sight. All rows are of one height, so a list of any length costs what a screen of it does. */
import { batch, cls, html, signal, useLayoutEffect, useMemo, useRef, useState } from '../shared/html.js';
import { prefs } from '../shared/prefs.js';
import { inSight } from './lists.js';
import { keepAround, loadMore } from './listing.js';
import { Row } from './row.js';
import { desk, listing, selectedId } from './store.js';

/** Rows before the end at which the next page is asked for. */
const AHEAD = 60;
/** How long the list stands still before what is missing is asked for. */
const STILL_MS = 80;
/** Rows drawn beyond those in sight; hardly any while more than a screen goes past at a time, for nobody can read it. */
const AROUND = 8;
const AROUND_FLYING = 1;

const top = signal(0);
const height = signal(800);
const flies = signal(false);

/** @param {any} event */
function scrolled({ currentTarget: { scrollTop } }) {
  batch(() => {
    flies.value = Math.abs(scrollTop - top.peek()) > height.peek();
    top.value = scrollTop;
  });
}

export function Window() {
  const { ids, next } = listing.value;
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const row = useRowHeight(box);
  const around = flies.value ? AROUND_FLYING : AROUND;
  const [from, to] = inSight({ top: top.value, height: height.value, row, count: ids.length, around });
  useShownSelection(box, ids, row);
  useLayoutEffect(() => {
    if (next && to > ids.length - AHEAD) loadMore(from, to);
    const timer = setTimeout(() => {
      flies.value = false;
      keepAround(from, to);
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [from, to, ids.length, next]);
  const size = next ? -1 : ids.length;
  return html`
    <div class=${cls('rows', prefs.value.density === 'compact' && 'compact')} tabindex="-1" ref=${box} onScroll=${scrolled}>
      <${Space} pixels=${from * row} />
      <ul>${ids.slice(from, to).map((id, n) => html`<${One} key=${id} id=${id} place=${from + n + 1} size=${size} />`)}</ul>
      <${Space} pixels=${(ids.length - to) * row} />
    </div>
  `;
}

/** @param {{id: string, place: number, size: number}} props */
function One({ id, place, size }) {
  const c = desk.value.conversations[id];
  const open = id === selectedId.value;
  // The same row again is not drawn again: most of what the desk hears is of conversations that are out of sight.
  const row = useMemo(() => c && html`<${Row} conversation=${c} open=${open} place=${place} size=${size} />`, [c, open, place, size]);
  if (row) return row;
  return html`<li class="row-skeleton" aria-setsize=${size} aria-posinset=${place}><span></span><span></span><span></span></li>`;
}

/** @param {{pixels: number}} props */
const Space = ({ pixels }) => html`<div ref=${(/** @type {HTMLElement | null} */ one) => one && (one.style.blockSize = `${pixels}px`)}></div>`;

/** What the style sheet says a row's height is, and how much of the list is in sight. @param {{current: HTMLElement | null}} box */
function useRowHeight(box) {
  const [row, setRow] = useState(88);
  const { density } = prefs.value;
  useLayoutEffect(() => {
    const shown = box.current;
    if (shown) setRow((had) => parseFloat(getComputedStyle(shown).getPropertyValue('--row')) || had);
  }, [density]);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return undefined;
    const watch = new ResizeObserver(() => (height.value = shown.clientHeight));
    watch.observe(shown);
    return () => {
      watch.disconnect();
      flies.value = false;
      top.value = 0;
    };
  }, []);
  return row;
}

/** Bring a conversation that was chosen by a key into sight. @param {{current: HTMLElement | null}} box @param {string[]} ids @param {number} row */
function useShownSelection(box, ids, row) {
  const id = selectedId.value;
  useLayoutEffect(() => {
    const at = id ? ids.indexOf(id) : -1;
    const shown = box.current;
    if (at < 0 || !shown) return;
    if (at * row < shown.scrollTop) shown.scrollTop = at * row;
    else if ((at + 1) * row > shown.scrollTop + shown.clientHeight) shown.scrollTop = (at + 1) * row - shown.clientHeight;
  }, [id]);
}
