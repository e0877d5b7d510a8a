// @ts-check
/** The inbox's three panes. On a phone there is one at a time. */
import { alertChoices, chooseAlerts, mayNotify } from '../shared/alert_choices.js';
import { cls, html } from '../shared/html.js';
import { prefs, choose } from '../shared/prefs.js';
import { canHold } from '../shared/session.js';
import { Shell } from '../shared/shell.js';
import { count } from '../shared/words.js';
import { Conversation } from './conversation.js';
import { CustomerPane } from './customer.js';
import { Dialogs } from './dialogs.js';
import { COMMAND_KEYS } from './keys.js';
import { ListPane } from './list.js';
import { announcement, chooseDesktop, chooseSound } from './notify.js';
import { Offers } from './offer_cards.js';
import { waiting } from './outbox.js';
import { link, selectedId, sidePanel } from './store.js';
import { retryNow } from './sync.js';

const UNDO = [0, 5, 10];

export function App() {
  const open = selectedId.value;
  return html`
    <${Shell} page="inbox" settings=${html`<${InboxSettings} />`}>
      <${LinkBar} />
      <${Offers} />
      <main id="main" tabindex="-1" class=${cls('panes', open && 'has-open', sidePanel.value && 'has-side')}>
        <h1 class="off-screen">Inbox</h1>
        <${ListPane} />
        <section class="pane conversation" aria-label="Conversation">
          ${open ? html`<${Conversation} key=${open} id=${open} />` : html`<${NothingOpen} />`}
        </section>
        ${open && html`<${CustomerPane} key=${open} />`}
      </main>
      <${Dialogs} />
      <div class="off-screen" role="status" aria-live="polite">${announcement.value}</div>
    </${Shell}>
  `;
}

function LinkBar() {
  if (link.value !== 'lost') return null;
  return html`
    <div class="linkbar" role="status">
      <span>Reconnecting. What you see may be out of date; what you send is kept${waiting.value ? ` (${count(waiting.value, 'message')} so far)` : ''} and goes out by itself.</span>
      <button type="button" class="link" onClick=${retryNow}>Try now</button>
    </div>
  `;
}

const NothingOpen = () => html`
  <div class="empty">
    <img src="/ui/styles/icon.svg" alt="" width="44" height="44" />
    <h2>Open a conversation</h2>
    <p>Choose one from the list, or press <kbd>J</kbd>. Press <kbd>?</kbd> for every key, ${COMMAND_KEYS.map((key) => html`<kbd>${key}</kbd> `)}for every command.</p>
  </div>
`;

function InboxSettings() {
  const { singleKeys, undo, density } = prefs.value;
  return html`
    ${canHold() && html`<${AlertSettings} />`}
    <fieldset>
      <legend>List</legend>
      <${Option} label="Compact rows" on=${density === 'compact'} set=${(/** @type {boolean} */ on) => choose({ density: on ? 'compact' : 'roomy' })} />
    </fieldset>
    <fieldset>
      <legend>Undo a reply for</legend>
      ${UNDO.map((seconds) => html`
        <label class="option"><input type="radio" name="undo" checked=${undo === seconds} onChange=${() => choose({ undo: seconds })} />${seconds ? `${seconds} seconds` : 'No time: Send sends at once'}</label>
      `)}
      <p class="faint small">Your next reply, a verb or leaving the page sends it earlier.</p>
    </fieldset>
    <fieldset>
      <legend>Keyboard</legend>
      <${Option} label="Single-key shortcuts" on=${singleKeys} set=${(/** @type {boolean} */ on) => choose({ singleKeys: on })} />
    </fieldset>
  `;
}

function AlertSettings() {
  const { sound, desktop, email, can_mail } = alertChoices.value;
  return html`
    <fieldset>
      <legend>When somebody waits</legend>
      <${Option} label="Play a sound" on=${sound} set=${chooseSound} />
      <${Option} label="Show a desktop notice" on=${desktop && mayNotify()} set=${chooseDesktop} />
      ${can_mail
        ? html`<${Option} label="E-mail me when I am not here" on=${email} set=${(/** @type {boolean} */ on) => chooseAlerts({ email: on })} />`
        : html`<p class="faint small">Letters when you are not here need a mailbox. An admin can add one.</p>`}
    </fieldset>
  `;
}

/** @param {{label: string, on: boolean, set: (on: boolean) => void}} props */
const Option = ({ label, on, set }) => html`
  <label class="option"><input type="checkbox" checked=${on}
    onChange=${(/** @type {any} */ event) => set(event.currentTarget.checked)} />${label}</label>
`;
