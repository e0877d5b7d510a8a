// @ts-check
/** The one door to the server. Every refusal arrives as a `Refusal` with a sentence that is fit to be shown. */

/** The time after which a silent server counts as a lost connection, in milliseconds. */
const PATIENCE = 20_000;

export class Refusal extends Error {
  /** @param {number} status 0 when nothing came back. @param {string} code @param {string} detail @param {number} after */
  constructor(status, code, detail, after = 0) {
    super(detail || code);
    this.status = status;
    this.code = code;
    this.detail = detail;
    /** Seconds that the server asked to wait. */
    this.after = after;
  }

  /** Whether the same request may succeed later: nothing was decided against it. */
  get mayRetry() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether the conversation or its key is gone for good. */
  get isGone() {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

/**
 * Calls the API as the bearer of `token`.
 * @param {"GET" | "POST" | "PUT" | "DELETE"} method @param {string} path @param {string} token
 * @param {{body?: unknown, key?: string}} [more] `key` makes a retried command count once.
 * @returns {Promise<any>} The answer. Throws Refusal.
 */
export async function call(method, path, token, { body, key } = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE);
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      signal: limit.signal,
    });
    return await answer(response);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(0, "no_connection", "");
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Response} response */
async function answer(response) {
  const value = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (response.ok && value !== undefined) return value;
  const after = Number(response.headers.get("Retry-After")) || 0;
  if (response.ok) throw new Refusal(0, "unreadable", "");
  throw new Refusal(response.status, value?.code ?? "refused", value?.detail ?? "", after);
}
