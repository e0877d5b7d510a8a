/** The customer's view of the wire: what the widget reads from the API. Shipped for the type checker; never loaded. */

export type State = "bot" | "queued" | "human" | "resolved";
export type Actor = { kind: "customer" | "bot" | "operator" | "admin" | "system"; id?: string | null; name?: string | null };
export type Owner = { kind: "bot" | "queue" | "operator" | "none"; id?: string | null; name?: string | null };
export type Handoff = {
  id: string;
  queue?: string | null;
  queue_name?: string | null;
  position?: number | null;
  wait?: { low_s: number; high_s: number; at: string; words: string } | null;
  opened_at?: string;
  mode?: Mode;
  reference?: string | null;
  due?: string | null;
  slot?: { start: string; end: string } | null;
};
export type Mode = "live" | "queued" | "ticket" | "callback" | "email";
export type Choices = {
  mode: Mode;
  default: Mode;
  question: string;
  modes: { mode: Mode; needs: string[]; due?: string | null }[];
  slots: { start: string; end: string }[];
  position?: number | null;
  wait_words?: string | null;
};
export type Conversation = {
  id: string;
  state: State;
  version: number;
  seq: number;
  owner: Owner;
  handoff?: Handoff | null;
  customer_token?: string;
};
export type Citation = {
  n: number;
  passage_id: string;
  title: string;
  heading: string;
  url?: string | null;
  quote: string;
};
export type Statement = { text: string; citations: number[] };
export type Attachment = {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  url: string;
  image: boolean;
  width?: number;
  height?: number;
};
export type Message = {
  id: string;
  seq: number;
  author: Actor;
  kind: "text" | "answer" | "clarify" | "offer" | "notice" | "note";
  text: string;
  at: string;
  citations?: Citation[];
  statements?: Statement[];
  choices?: string[];
  offers_person?: boolean;
  client_id?: string | null;
  attachments?: Attachment[];
};
export type Event = {
  conversation_id: string;
  seq: number;
  kind: string;
  at: string;
  state: State;
  version: number;
  owner: Owner;
  message?: Message | null;
  data?: Record<string, unknown>;
};
export type Passage = {
  title: string;
  heading: string;
  text: string;
  url?: string | null;
  before?: string | null;
  after?: string | null;
};
export type Packet = {
  summary?: string[];
  goal?: string;
  last_message?: string;
  facts?: { label: string; value: string }[];
  tried?: { what: string; outcome?: string }[];
  sources_used?: { title: string; heading?: string }[];
};
/** One of the customer's own conversations, with the key to it and the last that was said there. */
export type Past = {
  id: string;
  state: State;
  owner: Owner;
  created_at: string;
  last: { seq: number; author: Actor; text: string; at: string };
  customer_token: string;
};
export type Settings = {
  company?: string;
  greeting?: string;
  accent?: string;
  suggestions?: string[];
  labels?: Record<string, string>;
  language?: string;
  direction?: "ltr" | "rtl";
  /** Whether the company has a mailbox to send from. */
  sends_mail?: boolean;
};
export type Customer = {
  external_id?: string;
  name?: string;
  email?: string;
  language?: string;
  attributes?: Record<string, unknown>;
  tags?: string[];
  proof?: string;
};

/** A command of the customer's that the server has not confirmed. `client_id` stays the same over every retry. */
export type Outgoing = {
  client_id: string;
  kind: "message" | "handoff";
  text: string;
  files?: Attachment[];
  at: string;
  status: "sending" | "failed" | "refused";
  problem?: string;
};
/** What the bot has of its answer so far, each sentence checked. Not stored: the answer itself comes as a message. */
export type Draft = { reply_to: number; version: number; text: string };
export type Snapshot = {
  conversation: Conversation | null;
  seq: number;
  messages: Message[];
  outbox: Outgoing[];
  typing: Actor | null;
  draft: Draft | null;
};
/** What the widget says, by the keys of the server's catalogue. */
export type Label =
  | "open_chat" | "close_chat" | "conversation" | "messages" | "welcome" | "welcome_note" | "talk_to_person"
  | "write_message" | "send" | "attach" | "remove_file" | "file_type" | "file_too_large" | "file_refused"
  | "too_many_files" | "sending" | "not_sent" | "try_again" | "too_long" | "reconnecting" | "offline" | "loading"
  | "error" | "you" | "bot" | "person" | "team" | "sources" | "show_source" | "bot_writing" | "is_typing"
  | "waiting" | "position" | "next_in_line" | "keep_open" | "with_person" | "show_passed_on"
  | "passed_on" | "summary" | "key_facts" | "last_message" | "mode_live" | "mode_queued" | "mode_ticket"
  | "mode_callback" | "mode_email" | "choose" | "choose_time" | "your_email" | "your_phone" | "email_invalid"
  | "phone_invalid" | "confirm" | "back" | "reference" | "answer_by" | "call_at" | "wait" | "copy_link"
  | "link_copied" | "no_times" | "other_way" | "other_time" | "cancel_wait" | "resolved" | "write_to_reopen"
  | "new_conversation" | "past_conversations" | "send_by_email" | "sent_to" | "new_messages" | "close" | "rate_ask"
  | "rate_1" | "rate_2" | "rate_3" | "rate_4" | "rate_5" | "rate_comment" | "rate_thanks";
