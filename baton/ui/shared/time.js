// @ts-check
/** Times as people say them. One clock ticks once a minute for everything on the page. */
import { signal } from '../vendor/signals-core.js';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CLOCKS_AGREE_WITHIN = 5_000;

let skew = 0;

/** The present, in ms, as of the last tick. Reading it in a view makes the view tick. */
export const now = signal(Date.now());

/** Start the one clock of the page. */
export function startClock() {
  const tick = () => (now.value = Date.now() + skew);
  setInterval(tick, MINUTE);
  document.addEventListener('visibilitychange', () => document.hidden || tick());
}

/** Follow the desk's clock where this machine's is off. @param {string | null} date an HTTP Date header */
export function syncClock(date) {
  const server = date ? Date.parse(date) : NaN;
  if (Number.isNaN(server)) return;
  const off = server - Date.now();
  skew = Math.abs(off) > CLOCKS_AGREE_WITHIN ? off : 0;
}

/** This very moment, in ms, by the desk's clock. */
export const nowAtDesk = () => Date.now() + skew;

/** Milliseconds since `iso`, never negative. @param {string} iso @param {number} at */
export const since = (iso, at) => Math.max(0, at - Date.parse(iso));

/** A length of time in a few letters: "now", "4 min", "2 h", "3 d". @param {number} ms */
export function span(ms) {
  if (ms < MINUTE) return 'now';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} d`;
}

/** A wait as a sentence. @param {number} ms */
export function waited(ms) {
  if (ms < MINUTE) return 'Waiting under a minute';
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (ms >= DAY) return `Waiting ${span(ms)}`;
  return hours ? `Waiting ${hours} h ${minutes} min` : `Waiting ${minutes} min`;
}

/** How warm a wait is: the colour follows it, the words say it. @param {number} ms @returns {'fresh' | 'warm' | 'long'} */
export const warmth = (ms) => (ms < 3 * MINUTE ? 'fresh' : ms < 10 * MINUTE ? 'warm' : 'long');

// Made once: making a format takes longer than drawing a message.
const CLOCK = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DATE = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeStyle: 'short' });

/** The time of day. @param {string} iso */
export const clock = (iso) => CLOCK.format(new Date(iso));

/** The day: Today, Yesterday, or its date. @param {string} iso @param {number} at */
export function day(iso, at) {
  const then = new Date(iso);
  const today = new Date(at);
  const days = Math.round((Date.parse(today.toDateString()) - Date.parse(then.toDateString())) / DAY);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const year = then.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return then.toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short', year });
}

/** A day of the calendar, in full. @param {string} date "2026-11-30" */
export const calendarDay = (date) => DATE.format(new Date(date));

/** Day and time, in full. @param {string} iso */
export const moment = (iso) => MOMENT.format(new Date(iso));
