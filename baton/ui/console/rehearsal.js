// @ts-check
/** The rehearsal: a bad day played scene by scene, with what the customer would read and where to mend what failed. */
import { post } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { count } from '../shared/words.js';
import { coded } from './coded.js';

/** @typedef {'passed' | 'look' | 'failed'} Verdict */
/** @typedef {{verdict: Verdict, says: string, hint: string, room: string, line: number}} Remark */
/** @typedef {{scene: string, name: string, title: string, verdict: Verdict, language: string, at: string | null, zone: string, wrote: string[], reads: string[], sources: string[], decided: string, remarks: Remark[]}} Played */
/** @typedef {{passed: number, look: number, failed: number, scenes: Played[]}} Found */

const MARKS = { passed: ['Passed', 'quiet'], look: ['Look at it', 'warm'], failed: ['Failed', 'pressing'] };

export function Rehearsal() {
  const [found, setFound] = useState(/** @type {Found | null} */ (null));
  const [playing, setPlaying] = useState(false);
  const [refusal, setRefusal] = useState('');
  const play = async () => {
    setPlaying(true);
    setRefusal('');
    await post('/v1/rehearsals', {}).then(setFound, (refused) => setRefusal(refused.message));
    setPlaying(false);
  };
  return html`
    <section aria-labelledby="rehearsal-head" class="rehearsal">
      <header class="room-head with-verb">
        <div>
          <h2 id="rehearsal-head">Rehearsal</h2>
          <p class="faint">A bad day, played with your rules, sources, queues, hours and words: anger, closed queues, failures, interruptions. Nothing is stored and nobody is alerted.</p>
        </div>
        <button type="button" class="button" disabled=${playing} onClick=${play}>${playing ? 'Playing…' : found ? 'Play it again' : 'Play it'}</button>
      </header>
      <div role="status">
        ${refusal && html`<p class="refusal">${refusal}</p>`}
        ${found && html`<p class="verdict"><strong class=${found.failed ? 'over' : ''}>${found.failed ? `${count(found.failed, 'scene')} failed.` : 'No scene failed.'}</strong> ${found.passed} passed, ${found.look} to look at.</p>`}
      </div>
      ${found && scenes(found.scenes).map(([name, played]) => html`<${Scene} key=${name} name=${name} played=${played} />`)}
    </section>
  `;
}

/** The plays of each scene, in the order of the programme. @param {Played[]} played @returns {[string, Played[]][]} */
function scenes(played) {
  const names = [...new Set(played.map((one) => one.name))];
  return names.map((name) => [name, played.filter((one) => one.name === name)]);
}

/** @param {{name: string, played: Played[]}} props */
const Scene = ({ name, played }) => html`
  <section>
    <h3>${name}</h3>
    <ul class="launch-lines">${played.map((one, at) => html`<li key=${at} class=${one.verdict}><${Mark} verdict=${one.verdict} /><${Play} one=${one} /></li>`)}</ul>
  </section>
`;

/** @param {{verdict: Verdict}} props */
const Mark = ({ verdict }) => html`<span class=${`chip ${MARKS[verdict][1]}`}>${MARKS[verdict][0]}</span>`;

/** @param {{one: Played}} props */
const Play = ({ one }) => html`
  <div>
    <p><strong dir="auto">${one.title}</strong>${one.at && html` <span class="faint small">${moment(one.at, one.zone)}</span>`}</p>
    ${one.remarks.filter((remark) => remark.verdict === one.verdict).map((remark) => html`<${Said} remark=${remark} title=${one.title} />`)}
    ${(one.wrote.length > 0 || one.reads.length > 0) && html`<details open=${one.verdict === 'failed'}><summary>What is said</summary><${Words} one=${one} /></details>`}
  </div>
`;

/** @param {{remark: Remark, title: string}} props */
const Said = ({ remark, title }) => html`
  <p class="small"><span dir="auto">${coded(remark.says)}</span>${remark.verdict !== 'passed' && html`<span class="faint"> ${coded(remark.hint)} ${remark.room && html`<a href=${`#${remark.room}`} aria-label=${`Mend it: ${title}`}>Mend it</a>`}${remark.line > 0 && ` (line ${remark.line} of the policy)`}</span>`}</p>
`;

/** @param {{one: Played}} props */
const Words = ({ one }) => html`
  <dl class="played">
    ${one.wrote.map((text) => html`<dt>Writes</dt><dd dir="auto" lang=${one.language}>${text}</dd>`)}
    ${one.reads.map((text) => html`<dt>Reads</dt><dd dir="auto" lang=${one.language}>${text}</dd>`)}
    ${one.sources.length > 0 && html`<dt>From</dt><dd dir="auto">${one.sources.join(', ')}</dd>`}
    ${one.decided && html`<dt>Why</dt><dd>${one.decided}</dd>`}
  </dl>
`;

/** The moment as the queue's own clock has it, with its zone. @param {string} at @param {string} zone */
const moment = (at, zone) => `${at.slice(0, 16).replace('T', ' ')} (${zone})`;
