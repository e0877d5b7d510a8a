// @ts-check
/**
 * Keeps the page up to date with the server's log. The socket is a hint, HTTP is the truth.
 *
 * After each (re)connection the log is read over HTTP from the last known place; what the socket brings meanwhile is
 * held back until then, so events are folded in order and none is lost in between. While the socket is down the log
 * is polled. The customer sees "Reconnecting" only when both roads fail.
 *
 * @typedef {import("./wire").Event} Event
 * @typedef {import("./wire").Actor} Actor
 */
import { Refusal } from "./api.js";

const POLL = 4_000;
const PING = 25_000;
const CONNECTING = 0; // WebSocket.CONNECTING
const PONG = 10_000;
const TYPING = 3_000;
const LONGEST_PAUSE = 15_000;
/** How long the socket may take to bring what a POST has already answered. */
const GRACE = 1_200;

/**
 * @param {{
 *   ticket: {id: string, token: string},
 *   seq: () => number,
 *   read: (after: number) => Promise<{items: Event[], next: number | null}>,
 *   dial: () => WebSocket,
 *   onEvents: (events: Event[]) => void,
 *   onTyping: (who: Actor) => void,
 *   onDraft: (draft: import("./wire").Draft) => void,
 *   onLink: (isUp: boolean) => void,
 *   onGone: () => void,
 * }} desk `read` throws a Refusal; `seq` is the last place folded.
 */
export function createLive({ ticket, seq, read, dial, onEvents, onTyping, onDraft, onLink, onGone }) {
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {Event[] | null} Events held back while the log is being read; null when they flow. */
  let held = [];
  /** @type {Promise<void> | null} */
  let reading = null;
  let isAgain = false;
  let isStopped = false;
  let tries = 0;
  let typedAt = 0;
  /** @type {Record<string, ReturnType<typeof setTimeout> | undefined>} */
  const timers = {};

  /** @param {string} name @param {number} ms @param {() => void} run */
  function later(name, ms, run) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(run, ms);
  }

  function connect() {
    if (isStopped || socket) return;
    held = [];
    const mine = dial();
    socket = mine;
    mine.onopen = () => post({ type: "hello", token: ticket.token });
    mine.onmessage = ({ data }) => socket === mine && hear(JSON.parse(data));
    mine.onclose = () => socket === mine && lost();
    later("pong", PONG, lost); // a socket that opens but never welcomes is as good as none
  }

  /** @param {any} frame */
  function hear(frame) {
    clearTimeout(timers.pong);
    if (frame.type === "welcome") void settle();
    else if (frame.type === "event" && held) held.push(frame.event);
    else if (frame.type === "event") onEvents([frame.event]);
    else if (frame.type === "behind") void catchUp().catch(lost);
    else if (frame.type === "typing") onTyping(frame.who);
    else if (frame.type === "draft" && !held) onDraft(frame);
    else if (frame.type === "refused") lost();
  }

  async function settle() {
    const mine = socket;
    await catchUp().catch(() => {});
    if (socket !== mine || !held) return;
    if (!isUpToDate) return lost();
    const waiting = held;
    held = null;
    tries = 0;
    clearTimeout(timers.poll);
    onEvents(waiting.sort((a, b) => a.seq - b.seq));
    beat();
  }

  function beat() {
    post({ type: "ping" });
    later("pong", PONG, lost);
    later("ping", PING, beat);
  }

  function lost() {
    const gone = socket;
    socket = null;
    held = [];
    hangUp(gone);
    clearTimeout(timers.ping);
    clearTimeout(timers.pong);
    if (isStopped) return;
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** tries) * (0.5 + Math.random() / 2);
    tries += 1;
    later("connect", pause, connect);
    poll();
  }

  function poll() {
    void catchUp()
      .catch(() => {})
      .then(() => !isStopped && held && later("poll", POLL, poll));
  }

  let isUpToDate = false;

  /** Reads the log from the last known place to its end. One reading at a time; a call during one asks for another. */
  async function catchUp() {
    if (reading) {
      isAgain = true;
      return reading;
    }
    reading = readToEnd().finally(() => (reading = null));
    return reading;
  }

  async function readToEnd() {
    isUpToDate = false;
    try {
      do {
        isAgain = false;
        for (let more = true; more && !isStopped; ) {
          const page = await read(seq());
          if (isStopped) return;
          onEvents(page.items);
          more = page.next !== null && page.items.length > 0;
        }
      } while (isAgain && !isStopped);
      isUpToDate = true;
      onLink(true);
    } catch (error) {
      if (isStopped) return;
      if (error instanceof Refusal && error.isGone) return onGone();
      onLink(false);
      throw error;
    }
  }

  /** @param {unknown} frame */
  function post(frame) {
    if (socket?.readyState === 1) socket.send(JSON.stringify(frame));
  }

  return {
    start() {
      connect();
      poll();
    },
    stop() {
      isStopped = true;
      Object.values(timers).forEach(clearTimeout);
      const gone = socket;
      socket = null;
      hangUp(gone);
    },
    /** The device woke up or the network came back: don't wait for the next turn. */
    wake() {
      tries = 0;
      if (socket && !held) {
        beat(); // a socket that slept through the night may look open and be dead
        void catchUp().catch(lost);
        return;
      }
      clearTimeout(timers.connect);
      connect();
      poll();
    },
    /** @param {number} place A place of the log that the server has confirmed: read on if the socket is late. */
    expect(place) {
      later("expect", GRACE, () => seq() < place && void catchUp().catch(() => {}));
    },
    /** Tells the others that the customer is writing, at most every three seconds. */
    typing() {
      if (Date.now() - typedAt < TYPING) return;
      typedAt = Date.now();
      post({ type: "typing", id: ticket.id });
    },
  };
}

/** Closes a socket; one that is still being opened is let through first, as browsers complain of that otherwise. @param {WebSocket | null} socket */
function hangUp(socket) {
  if (socket?.readyState === CONNECTING) socket.onopen = () => socket.close();
  else socket?.close();
}
