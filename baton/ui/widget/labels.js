// @ts-check
/**
 * Every word that the widget itself says. The server sends the same keys in the customer's language; this English
 * table fills whatever is missing, so the page works without it. `{name}` and its like are filled in.
 */

export const ENGLISH = {
  title: "Chat with {company}",
  us: "us",
  close: "Close chat",
  greeting: "Hello. How can we help?",
  try_asking: "You could ask",
  log: "Conversation",
  loading: "Loading your conversation…",
  bot: "Bot",
  bot_name: "Assistant",
  person: "Person",
  person_name: "Support",
  you: "You",
  composer: "Your message",
  placeholder: "Write a message",
  send: "Send",
  left: "{n} characters left",
  over: "{n} characters too many. Shorten your message to send it.",
  sending: "Sending…",
  not_sent: "Not sent.",
  retry: "Try again",
  discard: "Remove",
  typing: "{name} is writing…",
  looking: "{name} is looking for an answer…",
  offline: "Reconnecting… What you write is kept and sent when the connection is back.",
  new_messages: "New messages",
  talk_to_person: "Talk to a person",
  asking: "Asking for a person…",
  waiting: "Waiting for a person",
  waiting_in: "Waiting for a person: {queue}",
  next: "You are next.",
  position: "Number {n} in line.",
  stay: "This chat stays here if you reload or come back on this device.",
  stay_here: "This browser keeps nothing, so leave this page open.",
  show_passed_on: "Show what was passed on",
  cancel_wait: "Cancel and go back to the bot",
  held_by: "{name} has your conversation.",
  closed: "This conversation is closed. Write to open it again.",
  start_over: "Start a new conversation",
  source: "Source {n}: {title}",
  sources: "{n} sources",
  open_source: "Open the page",
  close_sheet: "Close",
  passed_on: "What was passed on",
  passed_on_lead: "The person who joins sees this, and the whole conversation.",
  passed_on_none: "The person who joins sees this whole conversation. Nothing else was passed on.",
  goal: "What you want",
  last_message: "Your last message",
  facts: "Details you gave",
  tried: "What was tried",
  sources_used: "Pages used",
  failed: "That did not work. Check your connection and try again.",
  gone_passage: "The full page can't be shown now. This is the part that was used.",
};

/** @typedef {keyof typeof ENGLISH} Label */
/** @typedef {(label: Label, values?: Record<string, string | number>) => string} Say */

/**
 * A function that gives a label's sentence in the chosen language.
 * @param {() => Record<string, string>} table The labels that the server sent. @returns {Say}
 */
export function speaker(table) {
  return (label, values = {}) => {
    const sentence = table()[label] || ENGLISH[label];
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}
