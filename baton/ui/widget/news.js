// @ts-check
/** What the host page is told of the conversation: how many replies wait to be read, and who wrote; never what. */
import { unread } from "./fold.js";

/**
 * @param {ReturnType<typeof import("./host.js").createHost>} host
 * @param {ReturnType<typeof import("./tickets.js").createTickets>} tickets
 */
export function createNews(host, tickets) {
  /** The log's place up to which the host page was told of messages; null until the past has been read. */
  let toldTo = /** @type {number | null} */ (null);

  return {
    /** Another conversation is shown: what is in it already is no news. */
    begin() {
      toldTo = null;
    },
    /** @param {import("./wire").Snapshot} snapshot @param {{isRead: boolean, isReadingPast: boolean, elsewhere: number}} now */
    tell(snapshot, { isRead, isReadingPast, elsewhere }) {
      const id = snapshot.conversation?.id ?? "";
      if (isRead) tickets.markRead(id, snapshot.seq);
      host.tell("unread", unread(snapshot, tickets.read(id)) + elsewhere);
      host.tell("live", snapshot.conversation !== null && snapshot.conversation.state !== "resolved");
      if (isReadingPast) return;
      const from = toldTo ?? snapshot.seq;
      toldTo = snapshot.seq;
      const fresh = snapshot.messages.filter((each) => each.seq > from && each.author.kind !== "customer");
      for (const { author, at } of fresh) host.tell("message", { author: { kind: author.kind, name: author.name }, at });
    },
  };
}
