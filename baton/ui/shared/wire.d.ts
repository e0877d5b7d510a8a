/** The values that cross the wire, as the HTTP API and the socket send them. */

export type State = 'bot' | 'queued' | 'human' | 'resolved';
export type View = 'mine' | 'snoozed' | 'waiting' | 'due' | 'bot' | 'all';
export type Availability = 'available' | 'away' | 'offline';

export interface Party { kind: string; id?: string | null; name?: string | null }

export interface Customer {
  id: string;
  external_id?: string | null;
  name?: string | null;
  email?: string | null;
  language?: string | null;
  attributes?: Record<string, unknown>;
  tags?: string[];
  verified?: boolean;
}

export interface Handoff {
  mode?: 'live' | 'queued' | 'ticket' | 'callback' | 'email' | 'outside';
  reference?: string | null;
  due?: string | null;
  slot?: { start: string; end: string } | null;
  followup?: FollowUp | null;
  id?: string;
  reason: string;
  rule?: string | null;
  topic?: string | null;
  queue?: string | null;
  queue_name?: string | null;
  position?: number | null;
  priority?: number;
  opened_at?: string;
  ranks_at?: string;
  weight?: number;
  needs?: Record<string, any>;
  evidence?: string[];
}

export interface Conversation {
  id: string;
  state: State;
  version: number;
  seq: number;
  owner: Party;
  channel?: string;
  language?: string | null;
  created_at?: string;
  updated_at?: string;
  customer?: Customer | null;
  queue?: string | null;
  preview?: string | null;
  last_author?: string | null;
  waiting_since?: string | null;
  held_since?: string | null;
  handoff?: Handoff | null;
  /** 0 normal, 1 raised, 2 high, 3 urgent. */
  priority?: number;
  labels?: string[];
  snoozed_until?: string | null;
  snoozed_until_reply?: boolean;
  /** Why it came back from its last snooze. */
  woken?: 'time' | 'reply' | 'promise' | 'moved' | 'operator' | null;
  merged_into?: string | null;
  /** When the reply is due that waits here to be sent. */
  scheduled_for?: string | null;
  /** How likely it is, 0..1, that it ends badly, while the bot has it; null before its first turn. */
  risk?: number | null;
  troubles?: string[];
}

/** A reply that is sent later, or was not sent: `why` says so. */
export interface Scheduled {
  id: string;
  author: Party;
  text: string;
  citations: Citation[];
  attachments: Attachment[];
  written_at: string;
  due: string;
  version: number;
  even_if_written: boolean;
  state: 'waiting' | 'held_back';
  why: { why: string; move?: string; by?: Party; moved_at?: string } | null;
}

export interface Citation {
  n: number;
  passage_id: string;
  source_id?: string;
  title: string;
  heading?: string;
  url?: string | null;
  quote: string;
  version?: number;
}

export interface Statement { text: string; citations: number[] }

export interface Attachment {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  url: string;
  image: boolean;
  width?: number;
  height?: number;
}

/** A colleague named in a note. */
export interface Mention { id: string; name: string }

export interface Message {
  id: string;
  seq: number;
  author: Party;
  kind: 'text' | 'answer' | 'clarify' | 'offer' | 'notice' | 'note';
  text: string;
  at: string;
  citations?: Citation[];
  statements?: Statement[];
  choices?: string[];
  offers_person?: boolean;
  client_id?: string | null;
  reply_to?: number | null;
  attachments?: Attachment[];
  /** Of a note alone. */
  mentions?: Mention[];
}

export interface DeskEvent {
  cursor?: string;
  /** Absent where the event is the tenant's and no conversation's. */
  conversation_id: string;
  seq: number;
  kind: string;
  at: string;
  actor: Party;
  state: State;
  version: number;
  owner: Party;
  message: Message | null;
  /** What a list shows of what was said, for the team; masked as its queue asks. */
  preview?: string;
  data: Record<string, any>;
}

export interface Signal { kind: string; score?: number; evidence?: string[]; topic?: string | null }

export interface Fact { label: string; value: string; masked?: boolean; seq?: number | null; kind?: string; start?: number; end?: number }

export interface Packet {
  handoff_id: string;
  summary: string[];
  goal?: string | null;
  last_message?: string | null;
  facts?: Fact[];
  tried?: { what: string; outcome?: string | null; seq?: number | null }[];
  sources_used?: { title: string; heading?: string | null; url?: string | null }[];
  sources_missing?: string[];
  for_operators?: { passage_id: string; title: string; heading?: string; text: string }[];
  risk_flags?: string[];
  reason: { code: string; says?: string; rule?: string | null; evidence?: string[] };
  queue?: { id: string; name: string } | null;
  suggested_reply?: string | null;
  customer?: Customer & { tier?: string | null; since?: string | null; conversations?: number; channel?: string };
  language?: string | null;
  /** 2 with what a model has made of it, 1 without. */
  version: number;
  /** Parts that are in a model's words. */
  by_model: ('wish' | 'tried' | 'goal' | 'suggested_reply')[];
  /** What is read first; `flags` and `facts` are how many of the packet's own fit. */
  fold: { about: string; wish: string; tried: string; reason: string; evidence: string; flags: number; facts: number; reads: number };
  /** The headings, in the reader's language. */
  words: Record<'packet' | 'why' | 'goal' | 'last_message' | 'facts' | 'risks' | 'tried' | 'sources_used' | 'sources_missing' | 'for_operators' | 'queue' | 'reply' | 'customer' | 'rest' | 'none' | 'did_nothing' | 'masked' | 'reveal' | 'by_model' | 'newer' | 'first_version', string>;
  shown_in: { language: string; direction: 'ltr' | 'rtl' };
  /** Kinds that are masked here and can be revealed. */
  masked: string[];
}

export interface Queue {
  id: string;
  name: string;
  owner?: unknown;
  waiting?: number;
  longest_wait_s?: number | null;
  is_open?: boolean;
  next_open?: string | null;
  operators_here?: number;
}

export interface Operator {
  id: string;
  name: string;
  email?: string;
  role?: 'operator' | 'admin';
  seen_at?: string | null;
  left_at?: string | null;
  skills?: Record<string, number>;
  region?: string | null;
  away_reason?: string | null;
  load?: number;
  capacity?: number;
  languages?: string[];
  availability?: Availability;
  is_here?: boolean;
  open?: number;
}

export interface Offer {
  id: string;
  conversation_id: string;
  queue: string;
  operator: Party;
  state: 'offered' | 'accepted' | 'declined' | 'expired' | 'rescinded';
  why?: { code?: string; says?: string };
  offered_at: string;
  expires_at: string;
  ended_at?: string | null;
  reason?: string | null;
  note?: string | null;
  conversation: Conversation;
  packet?: Packet | null;
}

export interface Routing {
  state: State;
  queue: { id: string; name: string; assign: 'pull' | 'push' } | null;
  needs: { skills: Record<string, number>; language?: string | null } | null;
  why: { code: string; says: string }[];
  offers: Omit<Offer, 'conversation' | 'packet'>[];
}

export interface Me {
  away_reason?: string | null;
  tenant: { id: string; name: string };
  role: string;
  actor: Party;
  availability?: Availability;
  widget_token?: string;
  /** For admins: which sites may show the widget, and how it looks. */
  allowed_domains?: string[];
  settings?: { company?: string; greeting?: string; accent?: string; suggestions?: string[] };
}

export interface TrailItem {
  seq: number;
  at: string;
  kind: string;
  actor: Party;
  reason?: string | null;
  rule?: string | null;
  policy_version?: number | null;
  evidence?: string[] | null;
  state: State;
  version: number;
  owner: Party;
  message?: string | Message | null;
  data?: Record<string, any> | null;
}

export interface Source {
  id: string;
  name: string;
  kind: 'files' | 'entries' | 'website';
  documents: number | SourceDocument[];
  passages: number;
  created_at?: string;
  updated_at?: string;
  added_by?: string | null;
  website?: Website | null;
  audience?: string;
  owner?: string | null;
  review_on?: string | null;
  checked_at?: string;
  to_approve?: number;
}

export interface Website {
  url: string;
  pages: number;
  depth: number;
  state: 'waiting' | 'reading' | 'done' | 'failed' | 'stopped';
  note: string;
  counts: { found: number; read: number; unchanged: number; skipped: number; elsewhere: number; missing: number; gone: number };
  changes: { added: number; changed: number; gone: number };
  skipped: { name: string; why: string }[];
  changed: { url: string; change: 'added' | 'changed' | 'gone' }[];
  started_at?: string | null;
  finished_at?: string | null;
  read_at?: string | null;
  by_itself: boolean;
  schedule: 'never' | 'daily' | 'weekly';
  next_at?: string | null;
  failures: number;
}

export interface Webhook {
  id: string;
  url: string;
  label: string;
  kinds: string[] | null;
  audience: 'team' | 'everyone';
  is_on: boolean;
  state: 'on' | 'failing' | 'off';
  why_off: string;
  failing_since: string | null;
  delivered_at: string | null;
  waiting: number;
  old_secret_until: string | null;
  created_at: string;
  created_by: string | null;
}

export interface SlackConnection {
  team: string;
  channel: string;
  channels: Record<string, string>;
  is_on: boolean;
  state: 'on' | 'failing' | 'off';
  why_off: string;
  failing_since: string | null;
  delivered_at: string | null;
  waiting: number;
  created_at: string;
  created_by: string | null;
}

export interface ChatwootPlace {
  team_id: number | null;
  labels: string[];
  priority: string | null;
}

export interface ChatwootConnection {
  id: string;
  url: string;
  account_id: number;
  address: string;
  places: Record<string, ChatwootPlace>;
  is_on: boolean;
  state: 'on' | 'failing' | 'off';
  why: string;
  failing_since: string | null;
  heard_at: string | null;
  told_at: string | null;
  created_at: string;
  created_by: string | null;
}

export interface WebhookAttempt {
  id: number;
  cursor: string | null;
  kind: string;
  conversation_id: string | null;
  seq: number | null;
  cause: 'event' | 'again' | 'test';
  tries: number;
  at: string;
  ms: number;
  status: number | null;
  answer: string;
  why: string;
  outcome: 'delivered' | 'failed' | 'gave_up';
}

export interface SourceDocument {
  id: string;
  name: string;
  title?: string | null;
  passages?: number;
  bytes?: number;
  url?: string | null;
  version?: number;
  audience?: string;
  audience_by?: string;
  audience_why?: string;
}

export interface FollowUp {
  mode: 'ticket' | 'callback' | 'email';
  reference: string;
  due: string;
  slot?: { start: string; end: string } | null;
  owner: string;
  phone?: string | null;
  email?: string | null;
  timezone?: string | null;
  tries: number;
}
