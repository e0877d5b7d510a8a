// @ts-check
/**
 * Every word that the widget itself says. The server sends the same keys in the customer's language; this English
 * table fills whatever is missing, so the page works without it. `{name}` and its like are filled in.
 */

export const ENGLISH = {
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
  remove_file: "Remove {name}",
  file_type: "Please send a picture, a PDF, plain text or CSV.",
  file_too_large: "This file is too large.",
  file_refused: "This file can't be accepted.",
  too_many_files: "Too many files. Please send them in several messages.",
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
  person: "Person",
  team: "Our team",
  sources: "Sources",
  show_source: "Show the source",
  bot_writing: "The bot is looking this up",
  is_typing: "{name} is typing",
  someone_typing: "Someone is typing",
  waiting: "Waiting for a person",
  position: "Number {position} in line",
  next_in_line: "You are next in line",
  keep_open: "This browser keeps nothing, so please leave this page open.",
  with_person: "You are talking to {name}",
  show_passed_on: "Show what was passed on",
  passed_on: "What was passed on",
  summary: "Summary",
  key_facts: "Key facts",
  last_message: "Your last message",
  mode_live: "Chat now",
  mode_queued: "Wait in line",
  mode_ticket: "Get the answer later, here",
  mode_callback: "Get a call back",
  mode_email: "Get the answer by e-mail",
  choose: "Choose one",
  choose_time: "Choose a time",
  your_email: "Your e-mail address",
  your_phone: "Your phone number",
  email_invalid: "This is not a complete e-mail address.",
  phone_invalid: "This is not a complete phone number.",
  confirm: "Confirm",
  back: "Back",
  reference: "Number {reference}",
  answer_by: "Answer due {when}",
  call_at: "Call {slot}",
  wait: "Expected wait: {range}",
  copy_link: "Copy a link to come back",
  link_copied: "Link copied",
  no_times: "No time is free. Please choose another way.",
  other_way: "Choose another way",
  other_time: "Choose another time",
  cancel_wait: "Cancel and go back to the bot",
  resolved: "This conversation is closed",
  write_to_reopen: "Write to open it again",
  new_conversation: "Start a new conversation",
  past_conversations: "Your conversations",
  send_by_email: "Get this conversation by e-mail",
  sent_to: "It is on its way to {email}.",
  new_messages: "New messages",
  close: "Close",
  rate_ask: "How did we do?",
  rate_1: "Very bad",
  rate_2: "Bad",
  rate_3: "All right",
  rate_4: "Good",
  rate_5: "Very good",
  rate_comment: "Anything you want to add?",
  rate_thanks: "Thank you for telling us.",
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
    // A name in another script must not turn the sentence around: isolate it (U+2068 … U+2069).
    return sentence.replace(/\{(\w+)\}/g, (whole, name) =>
      typeof values[name] === "string" ? `\u2068${values[name]}\u2069` : String(values[name] ?? whole),
    );
  };
}
