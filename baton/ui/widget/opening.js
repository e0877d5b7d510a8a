// @ts-check
/** What is asked of the desk under the widget's own token: a new conversation, an old one by its link, the list of all. */
import { call, Refusal } from "./api.js";

/**
 * @param {string} widgetToken
 * @param {() => import("./wire").Customer} said Who the host page says is writing.
 */
export function createDoor(widgetToken, said) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone; // or opening times would be told in the company's
  const customer = () => ({ ...said(), attributes: { timezone: zone, ...said().attributes } });

  /**
   * Asks with the host page's proof of who is writing; where that doesn't hold, its customer is helped all the same.
   * @param {string} path @param {(proved: boolean) => Record<string, unknown>} body @param {string} [key]
   */
  async function vouched(path, body, key) {
    try {
      return await call("POST", path, widgetToken, { body: body(true), key });
    } catch (error) {
      if (!customer().proof || !(error instanceof Refusal && error.code === "identity_not_proved")) throw error;
      console.warn(`Baton: ${error.detail}`); // the host page's mistake, and its developer's to see
      return call("POST", path, widgetToken, { body: body(false), key: key && `${key}:unproved` });
    }
  }

  return {
    /** @param {string} key @returns {Promise<import("./wire").Conversation>} A new conversation. Throws Refusal. */
    begin: (key) =>
      vouched("/v1/conversations", (isProved) => ({ customer: isProved ? customer() : { ...customer(), proof: undefined }, channel: "web" }), key),
    /** @param {string} secret @returns {Promise<import("./wire").Conversation>} The one of a return link. Throws Refusal. */
    follow: (secret) => call("POST", "/v1/returns", widgetToken, { body: { secret } }),
    /**
     * The customer's conversations, the latest first. Throws Refusal.
     * @param {string[]} tokens @returns {Promise<import("./wire").Past[]>}
     */
    async past(tokens) {
      const { external_id, proof } = customer();
      return (await vouched("/v1/past-conversations", (isProved) => (isProved && proof ? { tokens, external_id, proof } : { tokens }))).items;
    },
  };
}

/** @returns {string} A random id; `randomUUID` is missing on pages served without TLS. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
