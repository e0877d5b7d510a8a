// @ts-check
/** What whoever reads a conversation says of it: the mark, whether a source is missing, and a note. */
import { html, useRef, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { marksOf, MARKS } from './review_words.js';

/** @typedef {import('./review_words.js').Item} Item */

/** @param {{item: Item, save: (change: Partial<Item>) => Promise<void>, keys: {current: import('../shared/keyboard.js').Bindings}}} props `keys` gets what the keys do here */
export function ReviewMark({ item, save, keys }) {
  const [note, setNote] = useState(item.note ?? '');
  const [missing, setMissing] = useState(item.source_missing);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const marks = marksOf(item);
  const give = (/** @type {string} */ mark) => save({ mark, note, source_missing: missing });
  const turn = () => {
    setMissing(!missing);
    save({ note, source_missing: !missing });
  };
  const keep = () => note.trim() !== (item.note ?? '') && save({ note, source_missing: missing });
  keys.current = {
    m: turn,
    n: () => field.current?.focus(),
    Escape: () => field.current?.blur(),
    ...Object.fromEntries(marks.map((mark, at) => [String(at + 1), () => give(mark)])),
  };
  return html`
    <aside class="card review-mark" aria-label="What it was">
      <div class="review-marks" role="group" aria-label=${item.handed_over ? 'The handoff was' : 'The bot'}>
        ${marks.map(
          (mark, at) => html`<button type="button" class="button" aria-pressed=${item.mark === mark} onClick=${() => give(mark)}><kbd>${at + 1}</kbd><span><strong>${MARKS[mark].name}</strong><span class="faint small block">${MARKS[mark].says}</span></span></button>`,
        )}
      </div>
      <label class="option"><input type="checkbox" checked=${missing} onChange=${turn} /><span>A source is missing <kbd>M</kbd></span></label>
      ${item.source_missing && html`<p class="small">${item.gap_id ? html`Its question is among the <a href="#gaps">gaps</a>, to be answered there.` : html`No question was found for the <a href="#gaps">gaps</a>.`}</p>`}
      <label class="field"><span>Note <kbd>N</kbd></span><textarea ref=${field} rows="3" maxlength="1000" dir="auto" value=${note} onInput=${(/** @type {any} */ event) => setNote(event.currentTarget.value)} onBlur=${keep}></textarea></label>
      <p class="faint small" role="status">${said(item, note, missing)}</p>
    </aside>
  `;
}

/** @param {Item} item @param {string} note @param {boolean} missing */
function said(item, note, missing) {
  if (!item.mark) return note.trim() || missing ? 'Kept once you mark it.' : '';
  return `Marked${item.marked_by ? ` by ${item.marked_by}` : ''}${item.marked_at ? `, ${moment(item.marked_at)}` : ''}.`;
}
