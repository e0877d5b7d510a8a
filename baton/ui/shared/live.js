// @ts-check
/**
 * One socket per tab. It is a hint: after every (re)connection `onOpen` runs, and the page catches up over HTTP.
 * Reconnects with growing, jittered pauses, at once when the network or the tab comes back.
 */

/** @typedef {'connecting' | 'open' | 'lost'} Link */
/** @typedef {{onOpen: () => void, onFrame: (frame: any) => void, onLink: (link: Link) => void}} Listener */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const PING_EVERY = 20_000;
const SILENT_FOR = 45_000;

/** The pause before attempt `n` (from 0), in ms, between half of it and all of it. @param {number} n @param {number} chance 0..1 */
export const pauseBefore = (n, chance) => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** n) * (0.5 + chance / 2);

/** @param {Listener} listener */
export function connect(listener) {
  let attempt = 0;
  let heardAt = 0;
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let stopped = false;
  /** @type {string | null} */
  let followed = null;

  function open() {
    clearTimeout(timer);
    if (stopped || socket) return;
    listener.onLink(attempt ? 'lost' : 'connecting');
    const url = new URL('/v1/live', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const mine = new WebSocket(url);
    socket = mine;
    mine.onopen = () => (heardAt = Date.now());
    mine.onmessage = (message) => mine === socket && hear(String(message.data));
    mine.onclose = () => mine === socket && lose();
  }

  /** @param {string} data */
  function hear(data) {
    heardAt = Date.now();
    const frame = JSON.parse(data);
    if (frame.type !== 'welcome') return listener.onFrame(frame);
    attempt = 0;
    listener.onLink('open');
    send({ type: 'subscribe', topic: 'inbox' });
    if (followed) send({ type: 'subscribe', topic: 'conversation', id: followed });
    return listener.onOpen();
  }

  function lose() {
    socket = null;
    if (stopped) return;
    listener.onLink('lost');
    timer = setTimeout(open, pauseBefore(attempt++, Math.random()));
  }

  /** @param {object} frame */
  function send(frame) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  function checkPulse() {
    if (socket && heardAt && Date.now() - heardAt > SILENT_FOR) {
      const silent = socket;
      lose();
      silent.close();
    } else send({ type: 'ping' });
  }

  /** Listen to one conversation besides the inbox: who types in it. @param {string | null} id */
  function follow(id) {
    if (id === followed) return;
    if (followed) send({ type: 'unsubscribe', topic: 'conversation', id: followed });
    followed = id;
    if (id) send({ type: 'subscribe', topic: 'conversation', id });
  }

  const pulse = setInterval(checkPulse, PING_EVERY);
  const wake = () => {
    if (socket || document.hidden) return;
    attempt = Math.min(attempt, 1);
    open();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  open();
  return {
    send,
    follow,
    retryNow: wake,
    stop() {
      stopped = true;
      clearInterval(pulse);
      clearTimeout(timer);
      socket?.close();
    },
  };
}
