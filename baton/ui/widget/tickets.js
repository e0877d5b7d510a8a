// @ts-check
/**
 * The keys to this browser's conversations, the one that is shown and those before it, and how far each was read.
 *
 * @typedef {import("./memory.js").Ticket} Ticket
 * @typedef {Ticket & {read: number}} Kept
 */

/** Keys that are kept; whoever has had more conversations finds the others through their account. */
const MOST = 20;

/** @param {ReturnType<typeof import("./memory.js").createMemory>} memory */
export function createTickets(memory) {
  /** @returns {Kept[]} The one that was taken last comes first. */
  const all = () => memory.read("tickets") ?? [];
  /** @param {string} id */
  const find = (id) => all().find((each) => each.id === id);
  /** @param {string} id */
  const others = (id) => all().filter((each) => each.id !== id);

  return {
    all,
    /** @returns {Ticket | null} The key to the conversation that is shown. */
    shown: () => memory.read("ticket"),
    /** Shows this conversation from now on, in other tabs and after a reload too. @param {Ticket} ticket */
    take({ id, token }) {
      memory.write("tickets", [{ id, token, read: find(id)?.read ?? 0 }, ...others(id)].slice(0, MOST));
      memory.write("ticket", { id, token });
    },
    /** Shows none; the key is kept. */
    leave: () => memory.write("ticket", null),
    /** The key opens nothing any more. @param {string} id */
    drop: (id) => memory.write("tickets", others(id)),
    /** @param {string} [id] @returns {number} The place in its log up to which it was read. */
    read: (id = "") => find(id)?.read ?? 0,
    /** @param {string} id @param {number} seq */
    markRead(id, seq) {
      const kept = find(id);
      if (kept && seq > kept.read) memory.write("tickets", all().map((each) => (each.id === id ? { ...each, read: seq } : each)));
    },
    /** Whoever sits here now is somebody else. */
    forget() {
      memory.write("tickets", null);
      memory.write("ticket", null);
    },
  };
}
