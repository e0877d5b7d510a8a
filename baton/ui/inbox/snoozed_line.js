// @ts-check
/** The way from one's own conversations to those that are snoozed, and back. */
import { html } from '../shared/html.js';
import { showView } from './listing.js';
import { desk, view } from './store.js';

export function SnoozedLine() {
  const n = desk.value.counts?.snoozed ?? 0;
  if (view.value === 'snoozed') {
    return html`<p class="snoozed-line"><span>Snoozed, yours</span> <button type="button" class="link" onClick=${() => showView('mine')}>Back to mine</button></p>`;
  }
  if (view.value !== 'mine' || !n) return null;
  return html`<p class="snoozed-line"><span>${n.toLocaleString()} snoozed</span> <button type="button" class="link" onClick=${() => showView('snoozed')}>Show</button></p>`;
}
