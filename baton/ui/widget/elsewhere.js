// @ts-check
/**
 * The customer's other conversations. Only the one that is shown is listened to; the others are looked up when the
 * page wakes, and while one of them is open, every minute.
 *
 * @typedef {import("./wire").Past} Past
 */

const LOOK_AGAIN = 60_000;

/**
 * @param {ReturnType<typeof import("./conversation.js").createConversation>} conversation
 * @param {ReturnType<typeof import("./tickets.js").createTickets>} tickets
 * @param {{isKnown: () => boolean, changed: () => void}} on `isKnown`: the host page vouches for who is writing.
 */
export function createElsewhere(conversation, tickets, on) {
  /** @type {Past[]} */
  let found = [];
  const shown = () => tickets.shown()?.id;

  /** @returns {Promise<Past[]>} Throws Refusal. */
  async function look() {
    found = await conversation.past();
    on.changed();
    return found;
  }

  /** Whether somebody replied in it since it was read; of one that was never open here, while it is open. @param {Past} one */
  function isNew({ id, state, last }) {
    if (last.author.kind === "customer") return false;
    return tickets.all().some((kept) => kept.id === id) ? last.seq > tickets.read(id) : state !== "resolved";
  }

  /** What can't be looked up now is found at the next look. */
  const glance = () => {
    if (tickets.all().length > 1 || on.isKnown()) void look().catch(() => {});
  };
  setInterval(() => found.some((one) => one.id !== shown() && one.state !== "resolved") && glance(), LOOK_AGAIN);

  return {
    look,
    glance,
    isNew,
    shown,
    /** @returns {boolean} Whether there is a list to open. */
    isThere: () => found.length > 0 || tickets.all().length > 0,
    /** @returns {number} Other conversations in which somebody replied. */
    unread: () => found.filter((one) => one.id !== shown() && isNew(one)).length,
    forget: () => (found = []),
  };
}
