// @ts-check
/** HTTP to the desk: JSON in and out, refusals as `Refusal`, every command with its own idempotency key. */
import { syncClock } from './time.js';

/** A refusal the desk explained (`code`, a `message` fit to show), or a request that never arrived (`offline`). */
export class Refusal extends Error {
  /** @param {number} status @param {Record<string, any>} problem */
  constructor(status, problem) {
    super(malformed(problem) || problem.detail || problem.title || 'The desk refused this without saying why.');
    this.status = status;
    this.code = problem.code || 'refused';
    this.problem = problem;
  }
}

/** Which fields are not as they should be, for somebody who filled in a form: "Name should have at most 200 characters." @param {Record<string, any>} problem */
function malformed({ code, errors }) {
  if (code !== 'invalid' || !Array.isArray(errors) || !errors.every((one) => one.field)) return '';
  const said = errors.map(({ field, message }) => {
    const name = (field[0].toUpperCase() + field.slice(1)).replaceAll('_', ' ');
    return /^(String|Input|Value|List) should /.test(message) ? message.replace(/^\w+/, name) : `${name}: ${message}`;
  });
  return `${said.join('. ')}.`;
}

const RETRY_AFTER_MS = [400, 1500];

/** After so long without an answer somebody who only looks is told so. A command waits on: it may be at work. */
const PATIENCE_MS = 30_000;

/** @type {() => void} */
let whenSignedOut = () => {};

/** Call `run` once a request finds that the session is over. @param {() => void} run */
export const onSignedOut = (run) => {
  whenSignedOut = run;
};

let language = '';

/** The language that answers are wanted in; empty for the browser's own. @param {string} code */
export const speak = (code) => {
  language = code;
};

/** A random id; also where the page is not a secure context and `randomUUID` is absent. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {string} path @param {Record<string, string | number | null | undefined>} [query] @returns {Promise<any>} */
export const get = (path, query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return request('GET', search ? `${path}?${search}` : path);
};
/** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
export const post = (path, body) => request('POST', path, body);
/** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
export const put = (path, body) => request('PUT', path, body);
/** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
export const patch = (path, body) => request('PATCH', path, body);
/** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
export const del = (path, body) => request('DELETE', path, body);

/** Send a command as the page is left: nobody hears the answer, and the browser lets it finish. @param {'POST' | 'PUT'} method @param {string} path @param {unknown} body */
export const sendAndLeave = (method, path, body) =>
  fetch(path, {
    method,
    keepalive: true,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newId() },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  }).catch(() => undefined);

/** @param {string} method @param {string} path @param {unknown} [body] */
async function request(method, path, body) {
  const headers = new Headers({ Accept: 'application/json' });
  if (language) headers.set('Accept-Language', language);
  if (method !== 'GET') headers.set('Idempotency-Key', newId());
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json');
  const sent = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
  const signal = method === 'GET' ? AbortSignal.timeout(PATIENCE_MS) : undefined;
  const response = await send(path, { method, headers, body: sent, credentials: 'same-origin', signal });
  syncClock(response.headers.get('Date'));
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer;
  if (response.ok) throw new Refusal(0, { code: 'unreadable', detail: 'The desk’s answer broke off on its way. Try again.' });
  if (response.status === 401) whenSignedOut();
  throw new Refusal(response.status, answer ?? { title: sentenceFor(response.status) });
}

/**
 * Send, and send again where the network failed: the idempotency key makes the second the same command.
 * @param {string} path @param {RequestInit} init
 */
async function send(path, init) {
  for (const pause of [...RETRY_AFTER_MS, null]) {
    try {
      return await fetch(path, init);
    } catch {
      if (init.signal?.aborted) throw new Refusal(0, { code: 'slow', detail: 'The desk has not answered for half a minute. Try again in a moment.' });
      if (pause === null) break;
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }
  throw new Refusal(0, { code: 'offline', detail: 'The desk can’t be reached. Check the connection and try again.' });
}

/** @param {number} status */
function sentenceFor(status) {
  if (status === 404) return 'That is not here any more, or it is not yours to see.';
  if (status >= 500) return 'The desk met a fault of its own. Try again in a moment.';
  return `The desk refused this (${status}).`;
}
