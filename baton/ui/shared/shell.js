// @ts-check
/** The frame of both pages: the bar on top, notices and open passages. */
import { AlarmBar } from './alarm_bar.js';
import { AvailabilityMenu } from './availability.js';
import { CitationDialog } from './citations.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { LanguageChoice } from './languages.js';
import { Menu } from './menu.js';
import { Ended, Outside } from './outside.js';
import { choose, prefs } from './prefs.js';
import { isEnded, me, session, signOut } from './session.js';
import { Toasts } from './toasts.js';

/** @param {{page: 'inbox' | 'console', settings?: any, children?: any}} props */
export function Shell({ page, settings, children }) {
  // The inbox keeps what is typed by itself; the forms of the console have nothing but the page.
  const stays = page === 'console' && isEnded();
  return html`
    <a class="skip" href="#main">Skip to the content</a>
    <${TopBar} page=${page} settings=${settings} />
    ${session.value === 'in' && html`<${AlarmBar} />`}
    ${session.value === 'in' || stays ? children : html`<${Outside} />`}
    ${stays && html`<${Ended} />`}
    <${CitationDialog} />
    <${Toasts} />
  `;
}

/** @param {{page: string, settings?: any}} props */
function TopBar({ page, settings }) {
  const signedIn = session.value === 'in' && me.value;
  return html`
    <header class="topbar">
      <a class="brand" href="/inbox" aria-label="Baton"><img src="/ui/styles/icon.svg" alt="" width="22" height="22" /><span>Baton</span></a>
      ${signedIn &&
      html`
        <nav class="topnav" aria-label="Pages">
          <a href="/inbox" aria-current=${page === 'inbox' ? 'page' : undefined}>Inbox</a>
          <a href="/console" aria-current=${page === 'console' ? 'page' : undefined}>Console</a>
        </nav>
        <span class="tenant">${signedIn.tenant.name}</span>
        ${signedIn.actor.kind === 'operator' && html`<${AvailabilityMenu} />`}
        <${Menu} title="You and your settings" buttonClass="icon-button" label=${html`<${Icon} name="user" />`}>
          ${() => html`<${Settings} more=${settings} />`}
        </${Menu}>
      `}
    </header>
  `;
}

/** @param {{more?: any}} props */
function Settings({ more }) {
  const themes = /** @type {const} */ ([
    ['system', 'As the system'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]);
  return html`
    <div class="settings">
      <p class="settings-who"><strong>${me.value?.actor.name ?? 'Admin'}</strong><span class="faint">${me.value?.role}</span></p>
      <fieldset>
        <legend>Colours</legend>
        ${themes.map(
          ([value, label]) => html`
            <label class="option"><input type="radio" name="theme" checked=${prefs.value.theme === value}
              onChange=${() => choose({ theme: value })} />${label}</label>
          `,
        )}
      </fieldset>
      <${LanguageChoice} />
      ${more}
      <button type="button" class="button" onClick=${signOut}>Sign out</button>
    </div>
  `;
}
