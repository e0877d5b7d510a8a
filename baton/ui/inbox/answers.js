// @ts-check
/** What the desk answers to a verb or a message becomes what the page shows. */
import { refused } from '../shared/toasts.js';
import { desk, dispatch } from './store.js';
import { catchUp, keepPacket } from './sync.js';

const EVENT_DUE_MS = 600;

/** Take the desk's word for the conversation; fetch its events where the socket does not bring them. @param {string} id @param {any} answer */
export function take(id, answer) {
  if (answer?.conversation) dispatch({ type: 'got', conversation: answer.conversation });
  if (answer && 'packet' in answer) keepPacket(id, answer.packet);
  setTimeout(() => behind(id) && catchUp(id).catch(refused), EVENT_DUE_MS);
}

/** @param {string} id */
const behind = (id) => (desk.value.logs[id]?.seq ?? 0) < (desk.value.conversations[id]?.seq ?? 0);
