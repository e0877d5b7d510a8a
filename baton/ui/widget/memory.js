// @ts-check
/**
 * What the widget remembers in this browser, per widget token: the conversation and its key, what is not sent yet,
 * the draft, how far was read. Where the browser blocks storage in frames of another site (private windows, strict
 * settings), the host page keeps it for us; where that fails too, it lasts as long as the page.
 *
 * Each outgoing command has a key of its own, so that two tabs never overwrite each other's.
 *
 * @typedef {import("./wire").Outgoing} Outgoing
 * @typedef {{id: string, token: string}} Ticket
 */

/**
 * @param {string} widgetToken
 * @param {((all: string) => void) | null} keepElsewhere Gives all of it to the host page; null where there is none.
 * @param {() => Storage} [open] Gives the storage; may throw where it is blocked.
 */
export function createMemory(widgetToken, keepElsewhere, open = () => window.localStorage) {
  const store = usable(open) ?? inPage(keepElsewhere);
  const prefix = `baton:${widgetToken}:`;

  /** @param {string} name @returns {any} */
  function read(name) {
    try {
      return JSON.parse(store.getItem(prefix + name) ?? "null");
    } catch {
      return null; // written by something else: as good as nothing
    }
  }

  /** @param {string} name @param {unknown} value Null forgets it. */
  function write(name, value) {
    if (value === null) return store.removeItem(prefix + name);
    try {
      store.setItem(prefix + name, JSON.stringify(value));
    } catch {
      lasting.full = true; // a full disk must not stop the conversation; only surviving a reload is lost
    }
  }

  const lasting = { full: false };

  return {
    read,
    write,
    /** @returns {boolean} Whether a reload of the page keeps the conversation. */
    lasts: () => store.isLasting && !lasting.full,
    /** @returns {Outgoing[]} What is not sent yet, oldest first. */
    outbox: () =>
      store
        .keys()
        .filter((key) => key.startsWith(`${prefix}out:`))
        .map((key) => read(key.slice(prefix.length)))
        .filter((entry) => entry?.client_id && entry.at)
        .sort((a, b) => a.at.localeCompare(b.at)),
    /** @param {Outgoing} entry */
    keep: (entry) => write(`out:${entry.client_id}`, entry),
    /** @param {string} clientId */
    drop: (clientId) => write(`out:${clientId}`, null),
    /** Forgets everything under this widget token. */
    forget: () =>
      store
        .keys()
        .filter((key) => key.startsWith(prefix))
        .forEach((key) => store.removeItem(key)),
    /** Takes back what the host page has kept; where storage works there is nothing to take. @param {unknown} all */
    restore: (all) => store.restore(all),
    /** @param {string} key A key of a `storage` event. @returns {string | null} The name it has here. */
    nameOf: (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : null),
  };
}

/** @param {() => Storage} open */
function usable(open) {
  try {
    const storage = open();
    storage.setItem("baton:probe", "1");
    storage.removeItem("baton:probe");
    return {
      isLasting: true,
      restore: () => {},
      getItem: (/** @type {string} */ key) => storage.getItem(key),
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => storage.setItem(key, value),
      removeItem: (/** @type {string} */ key) => storage.removeItem(key),
      keys: () => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ""),
    };
  } catch {
    return null;
  }
}

/** @param {((all: string) => void) | null} keepElsewhere */
function inPage(keepElsewhere) {
  /** @type {Map<string, string>} */
  const map = new Map();
  const changed = () => keepElsewhere?.(JSON.stringify([...map]));
  return {
    isLasting: keepElsewhere !== null,
    getItem: (/** @type {string} */ key) => map.get(key) ?? null,
    setItem(/** @type {string} */ key, /** @type {string} */ value) {
      map.set(key, value);
      changed();
    },
    removeItem: (/** @type {string} */ key) => void (map.delete(key) && changed()),
    keys: () => [...map.keys()],
    restore(/** @type {unknown} */ all) {
      try {
        for (const [key, value] of JSON.parse(String(all))) if (!map.has(key)) map.set(key, value);
      } catch {
        return; // nothing kept, or written by something else
      }
    },
  };
}
