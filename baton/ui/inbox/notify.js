// @ts-check
/** Telling the operator of new arrivals: politely to screen readers, in the title, and by sound or desktop notice where chosen. */
import { alertChoices, chooseAlerts, mayNotify } from '../shared/alert_choices.js';
import { post } from '../shared/api.js';
import { computed, effect, signal } from '../shared/html.js';
import { answeredIn } from '../shared/outside_desks.js';
import { me } from '../shared/session.js';
import { refused } from '../shared/toasts.js';
import { customerName, whyHanded } from '../shared/words.js';
import { badge } from './badge.js';
import { loadMentions, mentionsMe, unread } from './mentioned.js';
import { desk, isUnread, offers, rows, seen, selectedId } from './store.js';

/** Longer than it takes to ask the desk about a conversation that is new here. */
const GATHER_MS = 1_500;

/** What the live region says. */
export const announcement = signal('');
/** @typedef {'queued' | 'transferred' | 'wrote' | 'mentioned'} Why */
/** @type {Map<string, Why>} */
const gathered = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let gathering;
/** @type {AudioContext | null} */
let audio = null;

/** What wants a person: conversations that wait or are offered to me, mine with something unread, and notes that mention me. */
const wanting = computed(() => {
  const { conversations, counts, me } = desk.value;
  void seen.value;
  const mine = Object.values(conversations).filter((c) => c.state === 'human' && c.owner.id === me && isUnread(c));
  // What is offered waits as well; the desk's count may be a moment older than the offer.
  return Math.max(counts?.waiting ?? 0, offers.value.length) + mine.length + unread.value;
});

effect(() => {
  const page = offers.value.length ? 'Offered to you · Baton' : 'Baton inbox';
  document.title = wanting.value ? `(${wanting.value}) ${page}` : page;
  badge(wanting.value);
});

/** Note an event that the operator should hear of. @param {import('../shared/wire').DeskEvent} event @param {import('../shared/wire').Conversation | null} had */
export function arrived(event, had) {
  const id = event.conversation_id;
  const mine = event.state === 'human' && event.owner.id === desk.peek().me;
  const elsewhere = document.hidden || selectedId.peek() !== id;
  if (event.state === 'queued' && had?.state !== 'queued' && event.kind !== 'notice_sent' && !answeredIn(had)) tell(id, 'queued');
  else if (mine && event.kind === 'transferred' && event.actor.id !== event.owner.id) tell(id, 'transferred');
  else if (mine && elsewhere && event.kind === 'message_received') tell(id, 'wrote');
  else if (mentionsMe(event)) {
    loadMentions().catch(refused);
    if (elsewhere) tell(id, 'mentioned');
  }
}

/** An offer is told at once: its time runs. @param {import('../shared/wire').Offer} offer @param {number} seconds */
export function offered(offer, seconds) {
  const isNoticed = alertChoices.peek().desktop && document.hidden;
  announcement.value = `Offered to you: ${customerName(offer.conversation.customer)}. ${seconds} seconds to answer; A accepts.`;
  acknowledge([offer.conversation_id], isNoticed && desktopNotice(announcement.value) ? 'desktop' : 'inbox');
  if (alertChoices.peek().sound) chime();
}

/** What to say of a conversation; by now the desk has told whose it is. @param {[string, Why]} news */
function sentence([id, why]) {
  const c = desk.peek().conversations[id];
  const who = customerName(c?.customer);
  if (why === 'wrote') return `${who} wrote.`;
  if (why === 'mentioned') return `A colleague mentioned you in a note about ${who}.`;
  if (why === 'transferred') return `${who} was transferred to you.`;
  const queue = c?.handoff?.queue_name || c?.owner.name;
  return `New${queue ? ` in ${queue}` : ''}: ${who}${c?.handoff ? `, ${whyHanded(c.handoff).toLowerCase()}` : ''}.`;
}

/** @param {string} id @param {Why} why */
function tell(id, why) {
  gathered.set(id, why);
  gathering ??= setTimeout(() => {
    announcement.value = gathered.size > 2 ? `${gathered.size} conversations want attention.` : [...gathered].map(sentence).join(' ');
    const isNoticed = alertChoices.peek().desktop && document.hidden && desktopNotice(announcement.value);
    acknowledge([...gathered].filter(([, cause]) => cause === 'queued').map(([id]) => id), isNoticed ? 'desktop' : 'inbox');
    if (alertChoices.peek().sound) chime();
    gathered.clear();
    gathering = undefined;
  }, GATHER_MS);
}

/** The waits that the desk knows to have been shown here. @type {Set<string>} */
const acknowledged = new Set();

/** A conversation that comes back to the queue is another wait. @param {string} id */
const wait = (id) => `${id} ${desk.peek().conversations[id]?.held_since ?? ''}`;

/** Tell the desk which waits this person was shown; silence is an alarm there. @param {string[]} ids @param {'inbox' | 'desktop'} channel */
function acknowledge(ids, channel) {
  if (!ids.length || me.peek()?.actor.kind !== 'operator') return;
  const waits = ids.map(wait);
  for (const one of waits) acknowledged.add(one);
  post('/v1/alerts', { conversations: ids.slice(0, 200), channel }).catch(() => waits.forEach((one) => acknowledged.delete(one)));
}

/** A list on screen shows its waits as well. */
effect(() => {
  if (document.hidden || me.value?.actor.kind !== 'operator') return;
  const waits = rows.value.filter((one) => one.state === 'queued' && !answeredIn(one) && !acknowledged.has(wait(one.id))).map((one) => one.id);
  acknowledge(waits, 'inbox');
});

/** @param {string} text @returns {boolean} whether it was shown */
function desktopNotice(text) {
  if (!mayNotify()) return false;
  const notice = new Notification('Baton', { body: text, tag: 'baton', icon: '/ui/styles/icon.svg' });
  notice.onclick = () => window.focus();
  return true;
}

/** Two soft notes. */
function chime() {
  audio ??= new AudioContext();
  for (const [at, pitch] of [
    [0, 659],
    [0.14, 880],
  ]) {
    const tone = new OscillatorNode(audio, { frequency: pitch, type: 'sine' });
    const gain = new GainNode(audio, { gain: 0 });
    const start = audio.currentTime + at;
    gain.gain.linearRampToValueAtTime(0.08, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    tone.connect(gain).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  }
}

/** Turn desktop notices on or off; asks the browser first. @param {boolean} on */
export async function chooseDesktop(on) {
  if (on && 'Notification' in window) await Notification.requestPermission();
  return chooseAlerts({ desktop: on && mayNotify() });
}

/** Turn the sound on or off; on plays it once. @param {boolean} on */
export function chooseSound(on) {
  if (on) chime();
  return chooseAlerts({ sound: on });
}
