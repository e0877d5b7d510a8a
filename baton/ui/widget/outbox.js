// @ts-check
/**
 * Sends what the customer wrote, strictly in order, one at a time, until the server has it.
 *
 * A retry carries the same `client_id`, so the server stores it once however often the answer gets lost. After some
 * tries the entry says that it is not sent and waits for the customer, or for the connection to come back. An entry
 * that the server refuses for good steps aside, so that it never holds up the next.
 *
 * @typedef {import("./wire").Outgoing} Outgoing
 */
import { Refusal } from "./api.js";

/** Pauses between tries in milliseconds; after the last one the customer is told. */
export const PAUSES = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * @param {{
 *   entries: () => Outgoing[],
 *   send: (entry: Outgoing) => Promise<void>,
 *   mark: (which: (entry: Outgoing) => boolean, status: Outgoing["status"], problem?: string) => void,
 *   sleep?: (ms: number) => {done: Promise<void>, wake: () => void},
 * }} desk `send` throws a Refusal; on success it takes the entry out of `entries`.
 */
export function createOutbox({ entries, send, mark, sleep = nap }) {
  let isBusy = false;
  /** @type {(() => void) | null} */
  let wake = null;

  async function pump() {
    if (isBusy) return;
    isBusy = true;
    try {
      let entry = next();
      while (entry && (await deliver(entry))) entry = next();
    } finally {
      isBusy = false;
    }
  }

  /** @returns {Outgoing | undefined} The head of the line; none while a head waits for the customer. */
  function next() {
    const head = entries().find((entry) => entry.status !== "refused");
    return head?.status === "sending" ? head : undefined;
  }

  /** @param {Outgoing} entry @returns {Promise<boolean>} Whether the line may go on. */
  async function deliver(entry) {
    for (let tries = 0; ; tries += 1) {
      try {
        await send(entry);
        return true;
      } catch (error) {
        const isRefusal = error instanceof Refusal;
        if (isRefusal && !error.mayRetry) {
          mark((each) => each.client_id === entry.client_id, "refused", error.detail);
          return true;
        }
        if (!isRefusal || tries >= PAUSES.length) {
          mark((each) => each.status === "sending", "failed");
          if (!isRefusal) throw error;
          return false;
        }
        await pause(Math.max(PAUSES[tries], error.after * 1_000));
      }
    }
  }

  /** @param {number} ms */
  async function pause(ms) {
    const rest = sleep(ms);
    wake = rest.wake;
    await rest.done;
    wake = null;
  }

  return {
    pump,
    /**
     * Tries everything again now: the customer asked to, or the connection is back.
     * @param {string} [clientId] A refused entry that the customer wants to try once more.
     */
    retry(clientId) {
      mark((each) => each.status === "failed" || each.client_id === clientId, "sending");
      wake?.();
      return pump();
    },
  };
}

/** @param {number} ms */
function nap(ms) {
  let wake = () => {};
  const done = new Promise((/** @type {(value: void) => void} */ resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { done, wake: () => wake() };
}
