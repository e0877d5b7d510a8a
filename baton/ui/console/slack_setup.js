// @ts-check
/** The way to a Slack app of one's own, step by step, with what is to be pasted there. */
import { copy } from '../shared/clipboard.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { SlackForm } from './slack_form.js';

/** @param {{manifest: any, queues: {id: string, name: string}[], onDone: () => void}} props */
export function SlackSetup({ manifest, queues, onDone }) {
  const [adding, setAdding] = useState(false);
  const isReachable = manifest.settings.interactivity.request_url.startsWith('https://');
  return html`
    ${!isReachable && html`<p class="headline"><span><${Icon} name="warn" /> Slack reaches this desk over https only. Set <code>BATON_PUBLIC_URL</code> to its public address first.</span></p>`}
    <section class="card">
      <h2>1. Make the app</h2>
      <p>Open <a href="https://api.slack.com/apps?new_app=1" target="_blank" rel="noopener">Slack’s list of apps</a>, choose <strong>Create New App</strong>, <strong>From a manifest</strong>, your workspace, and paste this as JSON.</p>
      <${Manifest} manifest=${manifest} />
    </section>
    <section class="card">
      <h2>2. Connect it</h2>
      <p>Choose <strong>Install to Workspace</strong> there. Then bring two things here: the <strong>Bot User OAuth Token</strong> from OAuth & Permissions, and the <strong>Signing Secret</strong> from Basic Information.</p>
      <div class="row-of-verbs"><button type="button" class="button primary" onClick=${() => setAdding(true)}>Connect Slack</button></div>
    </section>
    <section class="card">
      <h2>3. Let it hear</h2>
      <${LetItHear} />
    </section>
    ${adding && html`<${SlackForm} queues=${queues} onClose=${() => setAdding(false)} onDone=${onDone} />`}
  `;
}

/** @param {{manifest: object}} props */
export function Manifest({ manifest }) {
  const text = JSON.stringify(manifest, null, 2);
  return html`
    <div class="row-of-verbs"><button type="button" class="button" onClick=${() => copy(text, 'manifest')}><${Icon} name="copy" /> Copy the manifest</button></div>
    <details><summary>See it</summary><pre class="snippet" tabindex="0" role="region" aria-label="Manifest"><code>${text}</code></pre></details>
  `;
}

/** What is easily forgotten: without it handoffs appear, and nothing that is pressed or written arrives. */
export const LetItHear = () => html`<p>In Slack, under Event Subscriptions, press <strong>Retry</strong> beside the address until it says Verified. Write <code>/invite @Baton</code> in each channel: Baton may post where it was not invited, but it hears no replies there.</p>`;
