/** What a company's page can call. Put this file beside your own types; it declares the global `Baton`. */

export interface BatonCustomer {
  /** Your own id of the customer. It joins their history only with a `proof`. */
  external_id?: string;
  name?: string;
  email?: string;
  /** Such as `de` or `pt-BR`. */
  language?: string;
  attributes?: Record<string, string | number | boolean | null>;
  tags?: string[];
  /** Made by your server, never by the page: a JWT (HS256), or the HMAC-SHA256 of `external_id` in hex. */
  proof?: string;
}

export interface BatonOptions extends BatonCustomer {
  /** The widget token, where the script's tag has none. */
  token?: string;
  position?: "left" | "right";
  /** What a screen reader calls the button. */
  label?: string;
}

/** Who wrote, and when; never what. */
export interface BatonMessage {
  author: { kind: "bot" | "operator" | "admin" | "system"; name?: string | null };
  at: string;
}

export interface BatonEvents {
  ready: () => void;
  open: () => void;
  close: () => void;
  unread: (count: number) => void;
  message: (about: BatonMessage) => void;
}

export interface BatonCall {
  (verb: "boot", options?: BatonOptions): void;
  (verb: "identify" | "update", who: BatonOptions): void;
  (verb: "open" | "close" | "toggle" | "shutdown"): void;
  <E extends keyof BatonEvents>(verb: "on" | "off", event: E, listener: BatonEvents[E]): void;
  /** Calls that were made before the script came. */
  q?: unknown[][];
  /** Whether the script has come. */
  isLoaded?: boolean;
}

declare global {
  interface Window {
    Baton: BatonCall;
  }
  const Baton: BatonCall;
}
