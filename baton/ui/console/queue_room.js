// @ts-check
/** One queue: how it stands, its week, the days that differ, its chain, when it opens for somebody, and changing it. */
import { get } from '../shared/api.js';
import { Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { calendarDay, moment } from '../shared/time.js';
import { useLoaded, Waiting } from './load.js';
import { DayThatDiffers } from './queue_day.js';
import { EditQueue } from './queue_edit.js';
import { Review } from './queue_review.js';
import { lasting, Pairs, Stand } from './queues.js';

/** @param {{id: string}} props */
export function QueueRoom({ id }) {
  const loaded = useLoaded(`/v1/queues/${encodeURIComponent(id)}`);
  const [isEditing, setEditing] = useState(false);
  const [changes, setChanges] = useState(/** @type {Record<string, any> | null} */ (null));
  const [isGoing, setGoing] = useState(false);
  const queue = loaded.value;
  const done = () => {
    setChanges(null);
    setEditing(false);
    loaded.again();
  };
  if (!queue) return html`<${Head} title=${id} /><${Waiting} loaded=${loaded} what="The queue" />`;
  return html`
    <${Head} title=${queue.name}>
      ${!isEditing && html`<button type="button" class="button primary" onClick=${() => setEditing(true)}>Change this queue</button>`}
    </${Head}>
    ${isEditing && html`<${EditQueue} queue=${queue} onReview=${setChanges} onClose=${() => setEditing(false)} />`}
    ${changes && html`<${Review} id=${id} version=${queue.version} changes=${changes} onClose=${() => setChanges(null)} onStale=${loaded.again} onDone=${done} />`}
    ${isGoing && html`<${Review} id=${id} version=${queue.version} changes=${null} onClose=${() => setGoing(false)} onStale=${loaded.again} onDone=${() => { location.hash = 'queues'; }} />`}
    ${!isEditing && html`<${Now} queue=${queue} /><${Week} queue=${queue} /><${Dates} queue=${queue} onReview=${setChanges} /><${Chain} queue=${queue} /><${Try} id=${id} />
      <section aria-labelledby="out-head"><h2 id="out-head">Take it out</h2><p class="faint small">What waits here has to be transferred first, and no rule may lead here any more.</p><button type="button" class="button danger" onClick=${() => setGoing(true)}>Take this queue out</button></section>`}
  `;
}

/** @param {{title: string, children?: any}} props */
const Head = ({ title, children }) => html`
  <header class="room-head with-verb">
    <div><p class="small"><a href="#queues">Queues</a></p><h1 dir="auto">${title}</h1></div>
    ${children}
  </header>
`;

/** @param {{queue: any}} props */
const Now = ({ queue }) => html`
  <section aria-labelledby="now-head">
    <h2 id="now-head">Now</h2>
    <p><${Stand} queue=${queue} /></p>
    <dl class="pairs"><${Pairs} queue=${queue} /></dl>
    ${queue.findings.length > 0 &&
    html`<ul class="findings">${queue.findings.map((/** @type {any} */ one) => html`<li><p><span class="chip warm">${one.severity === 'error' ? 'To mend' : 'Worth a look'}</span> ${one.message}</p>${one.hint && html`<p class="faint small">${one.hint}</p>`}</li>`)}</ul>`}
    ${queue.says.length > 0 && html`<ul class="signals">${queue.says.map((/** @type {string} */ line) => html`<li>${line[0].toUpperCase() + line.slice(1)}</li>`)}</ul>`}
  </section>
`;

/** @param {{queue: any}} props */
const Week = ({ queue }) => html`
  <section aria-labelledby="week-head">
    <h2 id="week-head">Hours <span class="faint small">${queue.timezone}</span></h2>
    <dl class="pairs week">${queue.week.map((/** @type {any} */ one) => html`<div><dt>${one.days}</dt><dd class=${one.spans === 'closed' ? 'faint' : ''}>${one.spans === '00:00-24:00' ? 'all day' : one.spans}</dd></div>`)}</dl>
  </section>
`;

/** @param {{queue: any, onReview: (changes: Record<string, any>) => void}} props */
function Dates({ queue, onReview }) {
  const own = queue.fields.hours?.except ?? {};
  /** @param {string} date */
  const without = (date) => {
    const { [date]: _, ...rest } = own;
    onReview({ hours: { ...queue.fields.hours, except: rest } });
  };
  return html`
    <section aria-labelledby="dates-head">
      <h2 id="dates-head">Days ahead that differ</h2>
      ${queue.dates.length
        ? html`
            <ul class="dates">
              ${queue.dates.map(
                (/** @type {any} */ one) => html`
                  <li>
                    <span class="nowrap">${calendarDay(one.date)}</span>
                    <span>${one.spans}${one.holiday && html` <span class="faint">${one.holiday}</span>`}</span>
                    ${one.date in own && html`<button type="button" class="link" aria-label=${`Take out ${calendarDay(one.date)}`} onClick=${() => without(one.date)}>Take out</button>`}
                  </li>
                `,
              )}
            </ul>
          `
        : html`<p class="faint">None in the next half year.</p>`}
      <${DayThatDiffers} queue=${queue} onReview=${onReview} />
    </section>
  `;
}

/** @param {{queue: any}} props */
const Chain = ({ queue }) => html`
  <section aria-labelledby="chain-head">
    <h2 id="chain-head">If nobody claims</h2>
    <ol class="chain">
      <li><strong>At once</strong><span>waits in <bdi>${queue.name}</bdi></span></li>
      ${queue.fallback.map((/** @type {any} */ step) => html`<li><strong>After ${lasting(step.after_s)}</strong><span><bdi>${step.says}</bdi></span></li>`)}
    </ol>
  </section>
`;

/** @param {{id: string}} props */
function Try({ id }) {
  const [at, setAt] = useState('');
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [found, setFound] = useState(/** @type {any} */ (null));
  const [refusal, setRefusal] = useState('');
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    setRefusal('');
    get(`/v1/queues/${encodeURIComponent(id)}/opening`, { at, zone }).then(setFound, (refused) => {
      setFound(null);
      setRefusal(refused.message);
    });
  };
  return html`
    <section aria-labelledby="opening-head">
      <h2 id="opening-head">When would it be open?</h2>
      <form class="in-line" onSubmit=${submit}>
        <${Field} label="Moment, in the customer’s zone" type="datetime-local" value=${at} onInput=${setAt} />
        <${Field} label="The customer’s time zone" value=${zone} onInput=${setZone} />
        <button type="submit" class="button">Look</button>
      </form>
      <div aria-live="polite">
        ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
        ${found && html`<p class="card">${found.is_open ? `It is open then${found.closes ? `, until ${moment(found.closes)}` : ''}.` : found.opens ? `It is closed then. The customer is told that it opens ${found.told}.` : 'It is closed then, and never opens again. Give a day a span.'}</p>`}
      </div>
    </section>
  `;
}
