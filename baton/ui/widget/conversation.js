// @ts-check
/**
 * The customer's side of one conversation: what is known (`snapshot`) and what the customer can do.
 *
 * The conversation is opened by the first thing that the customer sends. Its key and all that is not sent yet are
 * kept in this browser, so a reload, a dropped line or a second tab goes on where it was.
 *
 * @typedef {import("./wire").Snapshot} Snapshot
 */
import { Refusal } from "./api.js";
import { createAsk, wishForPerson } from "./asking.js";
import {
  dequeue, enqueue, fold, isAskingForPerson, mark, nothingYet, withConversation, withDraft, withMessage, withTyping,
} from "./fold.js";
import { createLive } from "./live.js";
import { newId } from "./opening.js";
import { createOutbox } from "./outbox.js";
import { createRequests } from "./requests.js";

const TYPING_LASTS = 6_000;

/**
 * @param {ReturnType<typeof import("./opening.js").createDoor>} door
 * @param {ReturnType<typeof import("./memory.js").createMemory>} memory
 * @param {ReturnType<typeof import("./tickets.js").createTickets>} tickets
 * @param {{changed: () => void, link: (isUp: boolean) => void}} on
 */
export function createConversation(door, memory, tickets, on) {
  let snapshot = nothingYet();
  /** @type {ReturnType<typeof createLive> | null} */
  let live = null;
  /** @type {import("./memory.js").Ticket | null} */
  let ticket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typingTimer;

  /** @param {Snapshot} next */
  function become(next) {
    if (next === snapshot) return;
    snapshot = next;
    on.changed();
  }

  const outbox = createOutbox({
    entries: () => snapshot.outbox,
    send: deliver,
    mark(which, status, problem) {
      become(mark(snapshot, which, status, problem));
      snapshot.outbox.filter(which).forEach(memory.keep);
    },
  });

  const ask = createAsk(() => ticket);

  /** @param {import("./memory.js").Ticket} kept */
  function attach(kept) {
    live?.stop();
    ticket = kept;
    tickets.take(kept);
    live = createLive({
      ticket: kept,
      seq: () => snapshot.seq,
      read: (after) => ask("GET", `/events?after=${after}&limit=200`),
      dial: () => new WebSocket(`${location.origin.replace(/^http/, "ws")}/v1/live?hello`),
      onEvents: hear,
      onTyping: theyType,
      onDraft: (draft) => become(withDraft(snapshot, draft)),
      onLink(isUp) {
        on.link(isUp);
        if (isUp && snapshot.outbox.some((entry) => entry.status === "failed")) void outbox.retry();
      },
      onGone: lose,
    });
    live.start();
  }

  /** @param {import("./wire").Event[]} events */
  function hear(events) {
    const before = snapshot.conversation?.version;
    become(events.reduce(fold, snapshot));
    events.forEach((event) => event.message?.client_id && memory.drop(event.message.client_id));
    const isHeld = snapshot.conversation?.state === "queued" || snapshot.conversation?.state === "human";
    if (isHeld && snapshot.conversation?.version !== before) void refresh();
  }

  /** @param {import("./wire").Actor} who */
  function theyType(who) {
    if (who.kind === "customer") return;
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => become(withTyping(snapshot, null)), TYPING_LASTS);
    become(withTyping(snapshot, who));
  }

  /** Reads what events don't carry: the queue's name and the place in it. A failure leaves what is known. */
  async function refresh() {
    if (!ticket) return;
    const asked = ticket;
    try {
      const conversation = await ask("GET", "");
      if (ticket === asked) become(withConversation(snapshot, conversation));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  function detach() {
    live?.stop();
    live = ticket = null;
    tickets.leave();
    memory.write("opening", null);
  }

  /** The conversation is no longer this browser's: what is not sent yet starts a new one. */
  function lose() {
    if (ticket) tickets.drop(ticket.id);
    detach();
    become({ ...nothingYet(), outbox: snapshot.outbox });
    if (snapshot.outbox.length) void outbox.retry();
  }

  /** An empty page. What the desk has refused to take goes with the conversation that it was written in. */
  function clear() {
    detach();
    snapshot.outbox.forEach((entry) => memory.drop(entry.client_id));
    become(nothingYet());
  }

  async function open() {
    const kept = tickets.shown();
    if (kept) return attach(kept); // another tab was first
    const key = memory.read("opening") ?? newId();
    memory.write("opening", key); // kept until answered: a lost answer must not open a second conversation
    const opened = await door.begin(key);
    become(withConversation(snapshot, opened));
    attach({ id: opened.id, token: /** @type {string} */ (opened.customer_token) }); // who opens a conversation is given its key
    memory.write("opening", null);
  }

  /** @param {import("./wire").Outgoing} entry */
  async function deliver(entry) {
    if (!ticket) await open();
    try {
      const conversation = await (entry.kind === "handoff" ? wishForPerson(ask, entry.client_id) : sendMessage(entry));
      become(withConversation(dequeue(snapshot, entry.client_id), conversation));
      memory.drop(entry.client_id);
      live?.expect(conversation.seq);
    } catch (error) {
      if (!(error instanceof Refusal && error.isGone && tickets.shown())) throw error;
      lose();
      throw new Refusal(0, "reopening", "");
    }
  }

  /** @param {import("./wire").Outgoing} entry @returns {Promise<import("./wire").Conversation>} */
  async function sendMessage({ text, client_id, files }) {
    const body = { text, client_id, attachments: files?.map((one) => one.id) };
    const { message, conversation, customer_token: token } = await ask("POST", "/messages", { body });
    if (token) attach({ id: conversation.id, token }); // it was merged into another, which has the message
    become(withMessage(snapshot, message));
    return conversation;
  }

  /** @param {"PUT" | "DELETE"} method @param {string} path @param {unknown} [body] */
  async function move(method, path, body) {
    const { conversation } = await ask(method, path, { body, key: newId() });
    become(withConversation(snapshot, conversation));
    live?.expect(conversation.seq);
  }

  /** @param {"message" | "handoff"} kind @param {string} text @param {import("./wire").Attachment[]} [files] */
  function put(kind, text, files = []) {
    /** @type {import("./wire").Outgoing} */
    const entry = { client_id: newId(), kind, text, files, at: new Date().toISOString(), status: "sending" };
    memory.keep(entry);
    become(enqueue(snapshot, entry));
    void outbox.retry();
  }

  return {
    ...createRequests(ask, () => ticket?.token ?? ""),
    /** @returns {Snapshot} */
    now: () => snapshot,
    /** Goes on with what this browser remembers. */
    resume() {
      const entries = memory.outbox().map((entry) => ({ ...entry, status: /** @type {const} */ ("sending") }));
      become(entries.reduce(enqueue, snapshot));
      const kept = tickets.shown();
      if (kept) attach(kept);
      if (entries.length) void outbox.pump();
    },
    say: (/** @type {string} */ text, /** @type {import("./wire").Attachment[]} */ files = []) => put("message", text, files),
    /** The conversation's key; opens one where there is none. Throws Refusal. */
    token: async () => (ticket ?? (await open(), ticket))?.token ?? "",
    /** @param {string} words What to write where only a message opens it again. */
    askForPerson(words) {
      if (snapshot.conversation?.state === "resolved") put("message", words);
      else if (!isAskingForPerson(snapshot)) put("handoff", "");
    },
    /** Stops waiting for a person. Throws Refusal. */
    withdraw: () => move("DELETE", "/handoffs"),
    /** Goes on in another way. Throws Refusal. @param {Record<string, unknown>} body */
    choose: (body) => move("PUT", "/mode", body),
    retry: (/** @type {string} */ clientId) => void outbox.retry(clientId),
    /** @param {string} clientId */
    discard(clientId) {
      memory.drop(clientId);
      become(dequeue(snapshot, clientId));
      void outbox.pump();
    },
    /** Goes on with the conversation of a return link. Throws Refusal. @param {string} secret */
    async comeBack(secret) {
      const opened = await door.follow(secret);
      detach();
      become({ ...nothingYet(), outbox: snapshot.outbox });
      tickets.take({ id: opened.id, token: /** @type {string} */ (opened.customer_token) });
    },
    typing: () => live?.typing(),
    wake: () => live?.wake(),
    refresh,
    past: () => door.past(tickets.all().map((kept) => kept.token)),
    /**
     * Leaves this conversation for another of the customer's, or for a new one. Throws Refusal `not_sent` while
     * something that was written here is on its way, for it would be lost or come into the other one.
     * @param {import("./memory.js").Ticket | null} next
     */
    goTo(next) {
      if (snapshot.outbox.some((entry) => entry.status !== "refused")) throw new Refusal(0, "not_sent", "");
      clear();
      if (next) attach(next);
    },
    /** Whoever sits here now is somebody else. */
    forget() {
      clear();
      tickets.forget();
    },
  };
}
