// @ts-check
/** The widget: the snippet that puts it on a site, and how it looks. */
import { copy } from '../shared/clipboard.js';
import { html } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin, me } from '../shared/session.js';
import { WidgetLooks } from './widget_looks.js';

export function Embed() {
  const token = me.value?.widget_token;
  const snippet = `<script async src="${location.origin}/widget.js" data-token="${token}"></script>`;
  return html`
    <header class="room-head"><h1>Widget</h1><p class="faint">The chat that customers see.</p></header>
    ${token
      ? html`
          <section class="card">
            <h2>Put it on your site</h2>
            <p>Paste this line before the closing <code>body</code> tag of each page that should have it.</p>
            <pre class="snippet" tabindex="0" role="region" aria-label="Snippet"><code>${snippet}</code></pre>
            <div class="row-of-verbs">
              <button type="button" class="button primary" onClick=${() => copy(snippet, 'snippet')}><${Icon} name="copy" /> Copy</button>
              <a class="button" href=${`/try/${token}`} target="_blank" rel="noopener">Try it on the sample page</a>
            </div>
            <p class="hint">The token in it is public: it can open a conversation and nothing else.</p>
          </section>
          ${isAdmin() && html`<${WidgetLooks} />`}
        `
      : html`<div class="empty"><h2>No widget token</h2><p>This desk has not given one to your role. An admin of the desk sees it here.</p></div>`}
  `;
}
