// @ts-check
/** Try a policy on the past: the file as it might be, decided on past conversations, portion by portion. Nothing is stored. */
import { post } from '../shared/api.js';
import { html, useEffect, useRef, useState } from '../shared/html.js';
import { PutInForce } from './policy_put.js';
import { Told } from './policy_replay_told.js';
import { NOTHING_YET, plus } from './replay_sum.js';

/** @typedef {import('./replay_sum.js').Sum} Sum */
/** @typedef {{line: number, column: number, message: string}} Problem */

const PERIODS = [7, 30, 90];

/** @param {{source: string, version: number, again: () => void}} props the file in force, its version, and how to load it anew */
export function TryOnThePast({ source, version, again }) {
  const [draft, setDraft] = useState(source);
  const [days, setDays] = useState(30);
  const { sum, tried, isRunning, refusal, run, stop } = useReplay();
  /** @param {any} event */
  const choose = async (event) => {
    const [file] = event.currentTarget.files;
    if (file) setDraft(await file.text());
  };
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    if (!isRunning) run(draft, days);
  };
  return html`
    <section aria-labelledby="past-head">
      <h2 id="past-head">Try a policy on the past</h2>
      <p class="faint">Change the file, or choose one, and see what it would have decided in past conversations. Nothing is put in force, stored or sent.</p>
      <form class="trial" onSubmit=${submit}>
        <textarea class="draft" aria-label="Policy to try" rows="14" spellcheck=${false} value=${draft} onInput=${(/** @type {any} */ event) => setDraft(event.currentTarget.value)}></textarea>
        <div class="trial-more">
          <label>Or a file <input type="file" accept=".yaml,.yml,text/plain" onChange=${choose} /></label>
          <label>Conversations of the last
            <select onChange=${(/** @type {any} */ event) => setDays(Number(event.currentTarget.value))}>
              ${PERIODS.map((one) => html`<option value=${one} selected=${one === days}>${one} days</option>`)}
            </select>
          </label>
          <button type="submit" class="button primary" disabled=${isRunning || !draft.trim()}>Replay</button>
          ${isRunning && html`<button type="button" class="button" onClick=${stop}>Stop</button>`}
          ${draft !== source && !isRunning && html`<button type="button" class="button" onClick=${() => setDraft(source)}>Back to the file in force</button>`}
        </div>
      </form>
      ${isRunning && html`<${Progress} sum=${sum} />`}
      <div aria-live="polite">
        ${refusal && html`<${Refused} refusal=${refusal} />`}
        ${sum && !isRunning && html`<${Told} sum=${sum} days=${days} />`}
      </div>
      ${sum && !isRunning && draft !== source && draft === tried && html`<${PutInForce} source=${draft} version=${version} sum=${sum} done=${again} />`}
    </section>
  `;
}

/** Portion after portion until the last, a stop, or a refusal. What was had by then stays. */
function useReplay() {
  const [sum, setSum] = useState(/** @type {Sum | null} */ (null));
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState(/** @type {any} */ (null));
  const [tried, setTried] = useState('');
  const wanted = useRef(0);
  const stop = () => {
    wanted.current += 1;
    setRunning(false);
  };
  useEffect(() => stop, []);
  /** @param {string} source @param {number} days */
  const run = async (source, days) => {
    const mine = (wanted.current += 1);
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
    setRunning(true);
    setRefusal(null);
    setSum(null);
    setTried(source);
    let so = NOTHING_YET;
    let after = '';
    try {
      do {
        const portion = await post('/v1/policy/replay', { source, days, timezone, after });
        if (wanted.current !== mine) return;
        so = plus(so, portion);
        setSum(so);
        after = portion.next ?? '';
      } while (after);
    } catch (refused) {
      if (wanted.current === mine) setRefusal(refused);
    }
    if (wanted.current === mine) setRunning(false);
  };
  return { sum, tried, isRunning, refusal, run, stop };
}

/** @param {{sum: Sum | null}} props */
function Progress({ sum }) {
  const done = sum?.counts.totals?.conversations ?? 0;
  return html`<p class="running" role="status"><progress aria-label="Conversations tried" max=${Math.max(sum?.total ?? 1, 1)} value=${sum ? done : undefined}></progress> <span class="faint small">${sum ? `${done.toLocaleString()} of ${sum.total.toLocaleString()} conversations` : 'Reading the policy…'}</span></p>`;
}

/** @param {{refusal: any}} props */
function Refused({ refusal }) {
  /** @type {Problem[]} */
  const problems = refusal.problem?.errors ?? [];
  return html`
    <div class="refusal" role="alert">
      <p>${refusal.message}</p>
      ${problems.length > 0 && html`<ul>${problems.map((one) => html`<li>Line ${one.line}: ${one.message}</li>`)}</ul>`}
    </div>
  `;
}
