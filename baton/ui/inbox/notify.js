// @ts-check
/** Telling the operator of new arrivals: politely to screen readers, in the title, and by sound or desktop notice where chosen. */
import { computed, effect, signal } from '../shared/html.js';
import { choose, prefs } from '../shared/prefs.js';
import { customerName, reasonName } from '../shared/words.js';
import { desk, isUnread, seen, selectedId } from './store.js';

const GATHER_MS = 1_500;

/** What the live region says. */
export const announcement = signal('');
/** @type {string[]} */
let gathered = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let gathering;
/** @type {AudioContext | null} */
let audio = null;

/** Conversations that want a person: those that wait, and mine with something unread. */
export const wanting = computed(() => {
  const { conversations, counts, me } = desk.value;
  void seen.value;
  const mine = Object.values(conversations).filter((c) => c.state === 'human' && c.owner.id === me && isUnread(c));
  return (counts?.waiting ?? 0) + mine.length;
});

effect(() => {
  document.title = wanting.value ? `(${wanting.value}) Baton inbox` : 'Baton inbox';
});

/** @param {import('../shared/wire').DeskEvent} event @param {import('../shared/wire').Conversation | null} had */
export function arrived(event, had) {
  const who = customerName(had?.customer);
  if (event.state === 'queued' && had?.state !== 'queued') {
    const told = event.data?.handoff ?? event.data ?? {};
    const queue = told.queue_name || event.owner.name;
    return tell(`New${queue ? ` in ${queue}` : ''}: ${who}${told.reason ? `, ${reasonName(told.reason).toLowerCase()}` : ''}.`);
  }
  const mine = event.state === 'human' && event.owner.id === desk.peek().me;
  if (mine && event.kind === 'transferred' && event.actor.id !== event.owner.id) return tell(`${who} was transferred to you.`);
  const elsewhere = document.hidden || selectedId.peek() !== event.conversation_id;
  if (mine && elsewhere && event.kind === 'message_received') return tell(`${who} wrote.`);
  return undefined;
}

/** @param {string} text */
function tell(text) {
  gathered.push(text);
  gathering ??= setTimeout(() => {
    announcement.value = gathered.length > 2 ? `${gathered.length} conversations want attention.` : gathered.join(' ');
    if (prefs.peek().desktop && document.hidden) desktopNotice(announcement.value);
    if (prefs.peek().sound) chime();
    gathered = [];
    gathering = undefined;
  }, GATHER_MS);
}

/** @param {string} text */
function desktopNotice(text) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notice = new Notification('Baton', { body: text, tag: 'baton', icon: '/ui/styles/icon.svg' });
  notice.onclick = () => window.focus();
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
  if (!on || !('Notification' in window)) return choose({ desktop: false });
  const answer = await Notification.requestPermission();
  return choose({ desktop: answer === 'granted' });
}

/** Turn the sound on or off; on plays it once. @param {boolean} on */
export function chooseSound(on) {
  choose({ sound: on });
  if (on) chime();
}
