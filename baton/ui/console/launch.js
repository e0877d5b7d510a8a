// @ts-check
/** The launch check: whether the desk may go live, line by line, with a way to what keeps it from it. */
import { html } from '../shared/html.js';
import { count } from '../shared/words.js';
import { coded } from './coded.js';
import { useLoaded, Waiting } from './load.js';
import { Rehearsal } from './rehearsal.js';

/** @typedef {{part: string, mark: 'ok' | 'warning' | 'refuses', says: string, hint: string, room: string, line: number}} Line */
/** @typedef {{may_go_live: boolean, refuses: number, warnings: number, lines: Line[]}} Found */

const PARTS = [['rules', 'Rules'], ['queues', 'Queues'], ['words', 'Words'], ['sources', 'Sources'], ['questions', 'Questions'], ['ways_in', 'Ways in']];
const MARKS = { ok: ['OK', 'quiet'], warning: ['Warning', 'warm'], refuses: ['Refuses', 'pressing'] };

export function Launch() {
  const loaded = useLoaded('/v1/launch-check');
  const found = /** @type {Found | undefined} */ (loaded.value);
  return html`
    <header class="room-head with-verb">
      <div><h1>Before launch</h1><p class="faint">Whether you may go live. Each line that refuses has to be mended; a warning is yours to judge.</p></div>
      <div class="row-of-verbs"><a class="button" href="/v1/brief" download>Scope brief</a><button type="button" class="button" onClick=${loaded.again}>Look again</button></div>
    </header>
    ${found ? html`<${Told} found=${found} />` : html`<${Waiting} loaded=${loaded} what="The check" />`}
    <${Rehearsal} />
  `;
}

/** @param {{found: Found}} props */
const Told = ({ found }) => html`
  <p class="verdict" role="status"><strong class=${found.may_go_live ? '' : 'over'}>${found.may_go_live ? 'You may go live.' : `Not yet: ${count(found.refuses, 'line refuses', 'lines refuse')}.`}</strong>${found.warnings > 0 && ` ${count(found.warnings, 'warning')} to look at.`}</p>
  ${PARTS.map(([part, name]) => html`<${Part} key=${part} part=${part} name=${name} lines=${found.lines.filter((one) => one.part === part)} />`)}
`;

/** @param {{part: string, name: string, lines: Line[]}} props */
const Part = ({ part, name, lines }) =>
  lines.length > 0 &&
  html`
    <section aria-labelledby=${`launch-${part}`}>
      <h2 id=${`launch-${part}`}>${name}</h2>
      <ul class="launch-lines">${lines.map((one) => html`<li class=${one.mark}><${Mark} mark=${one.mark} /><div><p dir="auto">${coded(one.says)}</p>${one.mark !== 'ok' && html`<p class="faint small">${coded(one.hint)} <${Mend} line=${one} /></p>`}</div></li>`)}</ul>
    </section>
  `;

/** @param {{mark: Line['mark']}} props */
const Mark = ({ mark }) => html`<span class=${`chip ${MARKS[mark][1]}`}>${MARKS[mark][0]}</span>`;

/** @param {{line: Line}} props */
const Mend = ({ line }) => line.room && html`<a href=${`#${line.room}`} aria-label=${`Mend it: ${line.says}`}>Mend it</a>${line.line > 0 && ` (line ${line.line} of the policy)`}`;
