// @ts-check
/** Line icons on a 20 by 20 grid, drawn for Baton. Decorative: the words beside them carry the meaning. */
import { html } from './html.js';

/** @type {Record<string, string>} */
const PATHS = {
  back: 'M12 4 6 10l6 6',
  bars: 'M4 16v-5M8 16V6M12 16V9M16 16V4',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 5h12s-1.5-1-1.5-5A4.5 4.5 0 0 0 10 3Zm-1.5 12a1.6 1.6 0 0 0 3 0',
  book: 'M4 4.5A1.5 1.5 0 0 1 5.5 3H16v12H5.5A1.5 1.5 0 0 0 4 16.500v-12Zm0 12A1.5 1.5 0 0 0 5.5 17H16',
  bot: 'M5 8h10v7H5zM10 8V5M10 4.500h.01M8 11.500h.01M12 11.500h.01M3 11v2M17 11v2',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.500 2',
  close: 'm5 5 10 10M15 5 5 15',
  clip: 'm14.5 9-5.300 5.300a3 3 0 0 1-4.300-4.300l6-6a2 2 0 0 1 2.900 2.900l-5.900 5.900a.9.9 0 0 1-1.400-1.400L12 6',
  code: 'm7 6-4 4 4 4M13 6l4 4-4 4',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  down: 'm5 8 5 5 5-5',
  file: 'M5 3h6l4 4v10H5zM11 3v4h4',
  filter: 'M4 5h12M6.5 10h7M9 15h2',
  flag: 'M5 17V4h9l-1.5 3L14 10H5',
  gear: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
  baton: 'm4 13 9-9a2.1 2.1 0 0 1 3 3l-9 9a2.1 2.1 0 0 1-3-3ZM6.5 10.5l3 3',
  inbox: 'M3 11h4l1 2h4l1-2h4M3 11v5h14v-5l-2.5-7h-9L3 11Z',
  key: 'M8.5 11.5 16 4M13 7l2 2M6.5 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  letters: 'M3 15 7 5l4 10M4.500 11.500h5M17 15v-4.500a2.2 2.2 0 0 0-4 0M17 13a2 2 0 1 1-2-2h2',
  list: 'M4 5h12M4 10h12M4 15h8',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  more: 'M4 10a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M9.4 10a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M14.8 10a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0',
  note: 'M4 4h12v8l-4 4H4zM12 16v-4h4',
  people: 'M7.5 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 16c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M13 5a2.3 2.3 0 0 1 0 4.500M14 12.200c1.8.500 3 1.9 3 3.8',
  plus: 'M10 4v12M4 10h12',
  reply: 'm8 5-5 5 5 5M3 10h8c4 0 6 2 6 6',
  rules: 'M10 3v3M10 6 5 10l5 4 5-4-5-4ZM10 14v3',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  send: 'M3.5 10 17 3.5 13 17l-3-5.5-6.5-1.500Z',
  spark: 'M10 3v4M10 13v4M3 10h4M13 10h4',
  star: 'm10 3 2.200 4.500 4.800.700-3.500 3.400.800 4.900-4.300-2.300-4.300 2.300.800-4.900L3 8.200l4.800-.700L10 3Z',
  steps: 'M4 5h7M4 10h7M4 15h7M14 4v12M14 16l-2-2M14 16l2-2',
  tag: 'M3.5 4.500v5l7.500 7.500 5.500-5.500L9 4H4a.5.5 0 0 0-.5.5ZM7 7.500h.01',
  trail: 'M6 4v12M6 5.500h.01M6 10h.01M6 14.500h.01M10 5.500h6M10 10h6M10 14.500h4',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.700 11h6.600L14 6',
  up: 'M10 16V4M5 9l5-5 5 5',
  'up-small': 'm5 12 5-5 5 5',
  user: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4.5 17c0-3 2.5-5 5.5-5s5.5 2 5.5 5',
  warn: 'M10 4 3 16.500h14L10 4ZM10 9v3.500M10 14.500h.01',
};

/** @param {{name: string, flip?: boolean}} props `flip` mirrors it where the page reads from right to left */
export const Icon = ({ name, flip }) => html`
  <svg class=${flip ? 'icon flip' : 'icon'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${PATHS[name] ?? ''} />
  </svg>
`;
