// @ts-check
/** What the customer asks for beside the conversation itself; none of it changes who holds the baton. */
import { call } from "./api.js";

/** @param {import("./asking.js").Ask} ask @param {() => string} token The key to the conversation that is shown. */
export function createRequests(ask, token) {
  return {
    /** @returns {Promise<import("./wire").Packet | null>} What the person will see. Throws Refusal. */
    packet: async () => (await ask("GET", "/packet")).packet,
    /** @returns {Promise<import("./wire").Choices>} How one can go on now. Throws Refusal. */
    choices: () => ask("GET", "/modes"),
    /** Rates the conversation, which is over. Throws Refusal. @param {number} score @param {string} [comment] */
    rate: (score, comment) => ask("PUT", "/rating", { body: { score, comment } }),
    /** @returns {Promise<string>} A link that opens this conversation on another device. Throws Refusal. */
    returnLink: async () => (await ask("POST", "/returns")).url,
    /** Sends the conversation to an address. Throws Refusal. @param {string} email @returns {Promise<void>} */
    sendTranscript: (email) => ask("POST", "/transcript", { body: { email } }),
    /** @param {string} id @returns {Promise<import("./wire").Passage>} Throws Refusal. */
    passage: (id) => call("GET", `/v1/passages/${encodeURIComponent(id)}`, token()),
  };
}
