// @ts-check
/** The count on the tab's icon, for whoever has the inbox in a row of tabs without titles. */

const ICON = '/ui/styles/icon.svg';
/** The icon of the page with a disc in the colour of what presses; an image of its own can't read the page's tokens. */
const BADGED = (/** @type {string} */ count) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f6b5c"/><g transform="rotate(-45 16 16)"><rect x="5" y="12.5" width="22" height="7" rx="3.5" fill="#fff"/></g><circle cx="22" cy="10" r="10" fill="#b3261e"/><text x="22" y="15" text-anchor="middle" font-family="sans-serif" font-size="14" font-weight="700" fill="#fff">${count}</text></svg>`;

/** The address of the icon for so many. @param {number} count */
const iconFor = (count) => (count > 0 ? `data:image/svg+xml,${encodeURIComponent(BADGED(count > 9 ? '9+' : String(count)))}` : ICON);

/** Show how many want a person. @param {number} count */
export function badge(count) {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
  if (link) link.href = iconFor(count);
}
