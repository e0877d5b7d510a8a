// @ts-check
/** How much of a long talk is drawn: its end, and what the reader scrolled up to. */

/** Lines that are drawn of a talk of any length, and how many more each time its reader comes to the first of them. */
export const DRAWN = 200;

/**
 * The first line to draw of `count`. While the end is followed, what is drawn moves along with it; a reader who looks at
 * what was said before loses nothing from under their eyes. @param {number} count @param {number} from @param {boolean} isFollowing
 */
export const drawnFrom = (count, from, isFollowing) => Math.min(isFollowing ? count : from, Math.max(0, count - DRAWN));

/** Where drawing begins once the reader wants what stands before. @param {number} from */
export const earlier = (from) => Math.max(0, from - DRAWN);

/**
 * Remember where a line stands, and put it back there by what is returned once others were drawn before it. Browsers
 * that do so themselves don't at the very top, and would do it a second time elsewhere. What was said long ago is not
 * read out as if it were new.
 * @param {HTMLElement} box what scrolls @param {HTMLElement} line
 */
export function holding(box, line) {
  const was = line.offsetTop;
  box.style.overflowAnchor = 'none';
  line.parentElement?.setAttribute('aria-live', 'off');
  return () => {
    box.scrollTop += line.offsetTop - was;
    requestAnimationFrame(() => {
      box.style.overflowAnchor = '';
      line.parentElement?.setAttribute('aria-live', 'polite');
    });
  };
}
