// @ts-check
/** When things run: once in all, once a turn, no longer than so long. */

/** @template T @param {() => Promise<T>} load @returns {() => Promise<T>} Loads once, and anew after a failure. */
export function once(load) {
  /** @type {Promise<T> | null} */
  let loading = null;
  return () =>
    (loading ??= load().catch((error) => {
      loading = null;
      throw error;
    }));
}

/**
 * Runs once after all that asked for it in this turn. A frame that isn't shown gets no animation frames, so no rAF.
 * @param {() => void} run @returns {() => void}
 */
export function onceATurn(run) {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      run();
    });
  };
}

/** @param {number} ms @param {Promise<unknown>} done @returns {Promise<unknown>} Kept when it is done, or after so long. */
export function within(ms, done) {
  return Promise.race([done, new Promise((resolve) => setTimeout(resolve, ms))]);
}
