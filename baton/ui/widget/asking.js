// @ts-check
/** Requests about the conversation that is shown, with its key. */
import { call, Refusal } from "./api.js";

/** @typedef {(method: "GET" | "POST" | "PUT" | "DELETE", path: string, more?: {body?: unknown, key?: string}) => Promise<any>} Ask */

/** @param {() => import("./memory.js").Ticket | null} ticket @returns {Ask} */
export const createAsk = (ticket) => (method, path, more) =>
  call(method, `/v1/conversations/${encodeURIComponent(ticket()?.id ?? "")}${path}`, ticket()?.token ?? "", more);

/**
 * Asks for a person; returns the conversation as it is then. Throws Refusal.
 * @param {Ask} ask @param {string} key @returns {Promise<import("./wire").Conversation>}
 */
export async function wishForPerson(ask, key) {
  try {
    return (await ask("POST", "/handoffs", { body: {}, key })).conversation;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "illegal_move")) throw error;
    const now = await ask("GET", "");
    if (now.state === "resolved") throw error;
    return now; // a person has it already, or somebody was quicker: the wish is fulfilled
  }
}
