// @ts-check
/** A website as a source: naming it, and watching it being read. */
import { del, post } from '../shared/api.js';
import { Choice, Field } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { moment } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { count } from '../shared/words.js';
import { LeftOut } from './left_out.js';
import { ChangedPages, failingSays, ScheduleLine, SCHEDULES } from './source_schedule.js';

/** @typedef {import('../shared/wire').Website} Website */

const EVERY_MS = 1000;

/** @param {Website | null | undefined} site */
export const isUnderWay = (site) => site?.state === 'waiting' || site?.state === 'reading';

/** Ask again every second while something is being read. @param {boolean} underWay @param {() => void} again @param {unknown} turn */
export function useWatch(underWay, again, turn) {
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setTimeout(again, EVERY_MS);
    return () => clearTimeout(timer);
  }, [underWay, turn]);
}

/** One line on how a website stands. @param {Website} site */
export function siteSays(site) {
  if (site.state === 'waiting') return 'Waiting to be read';
  if (site.state === 'failed') return `Could not be read${site.finished_at ? ` ${moment(site.finished_at)}` : ''}`;
  if (site.state === 'stopped') return 'Reading was stopped';
  const read = site.counts.read + site.counts.unchanged;
  if (site.state === 'reading') return `Reading: ${count(read, 'page')} so far`;
  return `Read ${site.finished_at ? moment(site.finished_at) : ''}${site.by_itself ? ', by itself' : ''}`.trim();
}

/** @param {{onAdded: () => void}} props */
export function AddWebsite({ onAdded }) {
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [pages, setPages] = useState('500');
  const [schedule, setSchedule] = useState('weekly');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      const address = /^https?:\/\//i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;
      const answer = await post('/v1/sources', { url: address, pages: Number(pages) || 500, schedule, ...(name.trim() ? { name: name.trim() } : {}) });
      onAdded();
      location.hash = `sources/${answer.source.id}`;
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
      setBusy(false);
    }
  };
  return html`
    <form class="form" onSubmit=${submit}>
      <${Field} label="Address" hint="A help centre or its sitemap. Pages below this address are read." value=${url} onInput=${setUrl} placeholder="https://help.example.com" required />
      <${Field} label="Name" hint="Optional: what your team calls it. Else its address." value=${name} onInput=${setName} />
      <${Field} label="Most pages" hint="Baton asks four pages a second at most, and keeps to the website’s robots.txt." value=${pages} onInput=${setPages} type="number" />
      <${Choice} label="Look for changes" value=${schedule} onInput=${setSchedule} options=${SCHEDULES} />
      <div><button type="submit" class="button primary" disabled=${!url.trim() || busy}>Read website</button></div>
    </form>
    <div role="alert">${error && html`<div class="outcome refusal"><p>${error}</p></div>`}</div>
  `;
}

/** How far a reading is, what came of it, and its verbs. @param {{id: string, site: Website, onChanged: () => void}} props */
export function SiteStatus({ id, site, onChanged }) {
  const underWay = isUnderWay(site);
  /** @param {Promise<unknown>} asked */
  const act = (asked) => asked.then(onChanged, refused);
  const { read, unchanged, missing, found, skipped } = site.counts;
  const { added, changed, gone } = site.changes;
  const had = read + unchanged;
  const most = Math.min(site.pages, had + found + skipped);
  return html`
    <section class="card" aria-label="Reading of the website">
      <div class="site-line">
        <p role="status">
          ${site.state === 'failed' ? html`<${Icon} name="warn" />` : site.state === 'done' ? html`<${Icon} name="check" />` : null} ${siteSays(site)}
          <a class="faint small block" href=${site.url} target="_blank" rel="noopener noreferrer" dir="ltr">${site.url}</a>
        </p>
        ${isAdmin() &&
        (underWay
          ? html`<button type="button" class="button" onClick=${() => act(del(`/v1/sources/${id}/reading`))}><${Icon} name="close" /> Stop</button>`
          : html`<button type="button" class="button" onClick=${() => act(post(`/v1/sources/${id}/reading`))}>Read again</button>`)}
      </div>
      ${underWay && html`<progress aria-label="Pages read" max=${Math.max(most, 1)} value=${site.state === 'waiting' ? undefined : had}></progress>`}
      ${site.note && html`<p class=${site.state === 'failed' ? '' : 'faint'}>${site.note}</p>`}
      ${site.failures > 0 && !underWay && html`<p>${failingSays(site)}</p>`}
      ${(site.state !== 'failed' || had > 0) &&
      html`<p class="faint">
        ${count(added, 'page')} new, ${changed} changed, ${unchanged} unchanged${gone ? `, ${gone} taken out` : ''}${missing ? `, ${missing} missing for now` : ''}${underWay && found ? `, ${found} still to ask` : ''}.
      </p>`}
      <${ChangedPages} site=${site} />
      ${site.skipped.length > 0 &&
      html`
        <details open=${!underWay && site.skipped.length <= 20}>
          <summary>${count(site.skipped.length, 'address was', 'addresses were')} left out</summary>
          <${LeftOut} items=${site.skipped} dir="ltr" />
        </details>
      `}
      <${ScheduleLine} id=${id} site=${site} onChanged=${onChanged} />
    </section>
  `;
}
