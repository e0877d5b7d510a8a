// @ts-check
/** The inbox page: sign in, start the clock, the socket and the keys, draw. */
import { emptyDesk } from '../shared/fold.js';
import { effect, html, render, untracked } from '../shared/html.js';
import { listen } from '../shared/keyboard.js';
import { prefs } from '../shared/prefs.js';
import { me, session, signIn } from '../shared/session.js';
import { startClock } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { App } from './app.js';
import { startDrafts } from './draft_sync.js';
import { bindings } from './keys.js';
import { startMentions } from './mentions.js';
import { startScheduled } from './scheduled.js';
import { startOutbox } from './outbox.js';
import { asked, startPointing, wanted } from './pointing.js';
import { composerTab, desk, dialog, selectedId, sidePanel } from './store.js';
import { followList } from './listing.js';
import { loadPacket, open, startSync } from './sync.js';

const root = /** @type {HTMLElement} */ (document.getElementById('app'));

function followAddress() {
  const { id, seq } = asked(location.hash);
  if (id && seq) wanted.value = { id, seq };
  if (id === selectedId.value) return;
  selectedId.value = id;
  dialog.value = null;
  sidePanel.value = false;
  composerTab.value = 'reply';
  if (id && session.value === 'in') open(id);
}

async function start() {
  startClock();
  render(html`<${App} />`, root);
  listen(bindings, () => prefs.value.singleKeys);
  window.addEventListener('hashchange', followAddress);
  followList();
  followAddress();
  let started = false;
  effect(() => {
    if (session.value !== 'in' || started) return;
    started = true;
    desk.value = emptyDesk(me.peek()?.actor.id ?? null);
    startDrafts();
    startSync();
    startOutbox();
    startMentions();
    startScheduled();
    startPointing();
  });
  effect(() => {
    prefs.value.language;
    const id = selectedId.peek();
    if (started && id) untracked(() => loadPacket(id)).catch(refused);
  });
  await signIn();
}

start();
