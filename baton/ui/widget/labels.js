// @ts-check
/**
 * Every word that the widget itself says comes from the server, in the customer's language. `{name}` and its like are
 * filled in.
 */

/** What an empty page says until the words are there, and where they never come. */
const FIRST = {
  open_chat: "Open chat",
  close_chat: "Close chat",
  conversation: "Conversation",
  messages: "Messages",
  welcome: "Hello. How can I help you?",
  welcome_note: "I answer from our documents. You can talk to a person at any time.",
  talk_to_person: "Talk to a person",
  write_message: "Write a message",
  send: "Send",
  attach: "Attach a file",
  sending: "Sending",
  not_sent: "Not sent. Try again",
  try_again: "Try again",
  too_long: "This message is too long. Please send it in parts.",
  reconnecting: "Reconnecting",
  offline: "You are offline. Your messages are sent when you are back.",
  loading: "Loading",
  error: "That did not work. Please try again.",
  you: "You",
  bot: "Bot",
  close: "Close",
};

/** @typedef {import("./wire").Label} Label */
/** @typedef {(label: Label, values?: Record<string, string | number>) => string} Say */

/**
 * A function that gives a label's sentence in the chosen language; nothing for one that has not come.
 * @param {() => Record<string, string>} table The labels that the server sent. @returns {Say}
 */
export function speaker(table) {
  return (label, values = {}) => {
    const sentence = table()[label] || /** @type {Record<string, string>} */ (FIRST)[label] || "";
    // A name in another script must not turn the sentence around: isolate it (U+2068 … U+2069).
    return sentence.replace(/\{(\w+)\}/g, (whole, name) =>
      typeof values[name] === "string" ? `\u2068${values[name]}\u2069` : String(values[name] ?? whole),
    );
  };
}
