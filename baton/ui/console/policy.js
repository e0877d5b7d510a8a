// @ts-check
/** The policy as sentences: which rule comes before which, where a handoff goes and who owns it. */
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { count, plain, reasonName } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Outcomes } from './policy_outcomes.js';
import { TryOnThePast } from './policy_replay.js';
import { Try } from './policy_try.js';
import { Versions } from './policy_versions.js';

/** @typedef {{id: string, layer: string, reason?: string, says: string}} Rule */

export function Policy() {
  const loaded = useLoaded('/v1/policy');
  const policy = loaded.value;
  return html`
    <header class="room-head">
      <h1>Policy</h1>
      <p class="faint">When the bot must stop, and where it sends the customer. ${policy && html`${policy.name ? `${policy.name}, ` : ''}${policy.version ? `version ${policy.version}` : 'as it came with Baton'}${policy.created_at ? `, since ${moment(policy.created_at)}` : ''}.`}</p>
    </header>
    ${policy ? html`<${Parts} policy=${policy} again=${loaded.again} />` : html`<${Waiting} loaded=${loaded} what="The policy" />`}
  `;
}

/** @param {{policy: any, again: () => void}} props */
const Parts = ({ policy, again }) => html`
  <${Try} />
  ${policy.findings?.length > 0 && html`<${Findings} findings=${policy.findings} />`}
  <section aria-labelledby="rules-head">
    <h2 id="rules-head">Rules, in the order they are tried</h2>
    <p class="faint">The first that hands over wins; where none does, the first that fires decides. A lower layer never overrules a higher one.</p>
    ${layers(policy.rules ?? []).map((layer) => html`<${Layer} key=${layer.name} name=${layer.name} rules=${layer.rules} />`)}
  </section>
  <section aria-labelledby="queues-head">
    <h2 id="queues-head">Queues</h2>
    <ul class="cards">${(policy.queues ?? []).map((/** @type {any} */ queue) => html`<li class="card"><${QueueCard} queue=${queue} /></li>`)}</ul>
  </section>
  ${policy.topics?.length > 0 &&
  html`
    <section aria-labelledby="topics-head">
      <h2 id="topics-head">Topics on which the bot does not decide</h2>
      <${Topics} topics=${policy.topics} />
    </section>
  `}
  <${Outcomes} />
  ${policy.model && (policy.model.used_today > 0 || policy.model.daily_tokens > 0) && html`<${ModelUse} use=${policy.model} />`}
  <${Retention} days=${policy.erase_after_days} />
  <${Versions} key=${policy.version} version=${policy.version} />
  <${TryOnThePast} source=${policy.source ?? ''} version=${policy.version} again=${again} />
  <section aria-labelledby="source-head">
    <h2 id="source-head">The file</h2>
    <p class="faint small">${policy.digest ? `Digest ${policy.digest}` : ''}</p>
    <${Yaml} source=${policy.source ?? ''} />
  </section>
`;

/** How long resolved conversations are kept. @param {{days: number}} props */
const Retention = ({ days }) => html`
  <section aria-labelledby="kept-head">
    <h2 id="kept-head">How long conversations are kept</h2>
    <p>${days ? `${count(days, 'day')} after the last thing that happened in them, resolved ones are erased for good, with their files. What is open stays.` : html`Until somebody erases the customer. To have resolved ones erased by themselves, set <code>erase_after_days</code> under <code>conversation</code> in the policy.`}</p>
  </section>
`;

/** What the language model has used today. @param {{use: {daily_tokens: number, packets: boolean, used_today: number}}} props */
function ModelUse({ use }) {
  const used = use.used_today.toLocaleString();
  const isUsedUp = use.daily_tokens > 0 && use.used_today >= use.daily_tokens;
  return html`
    <section aria-labelledby="model-head">
      <h2 id="model-head">The language model today</h2>
      <p>${use.daily_tokens > 0 ? `${used} of ${use.daily_tokens.toLocaleString()} tokens used.` : `${used} tokens used. The policy sets no limit.`}
        ${isUsedUp && html` <strong class="over">Used up: until midnight UTC the bot answers in the words of your documents.</strong> To go on, raise daily_tokens under model in the policy.`}</p>
      <p>${use.packets ? 'It also improves packets.' : 'It does not improve packets: the policy says packets: false.'}</p>
    </section>
  `;
}

/** @typedef {{severity: string, code: string, message: string, hint: string, line: number}} Finding */

/** What the linter says of the policy in force. @param {{findings: Finding[]}} props */
const Findings = ({ findings }) => html`
  <section aria-labelledby="findings-head">
    <h2 id="findings-head">Worth a look</h2>
    <ul class="findings">
      ${findings.map(
        (one) => html`
          <li>
            <p>${one.severity === 'error' && html`<strong class="over">To mend. </strong>`}${one.message}</p>
            <p class="faint small">${one.hint}${one.line > 0 && ` Line ${one.line} of the file.`}</p>
          </li>
        `,
      )}
    </ul>
  </section>
`;

/** @param {{topics: {key: string, when: string}[]}} props */
function Topics({ topics }) {
  /** @param {string} when */
  const chips = (when) => topics.filter((topic) => topic.when === when).map((topic) => html`<li class="chip quiet">${plain(topic.key)}</li>`);
  const always = chips('always');
  const judged = chips('needs_judgement');
  return html`
    ${always.length > 0 && html`<p class="faint">Everything that touches these goes to a person:</p><ul class="topics">${always}</ul>`}
    ${judged.length > 0 && html`<p class="faint">Questions about these are answered from your documents; a person gets the rest:</p><ul class="topics">${judged}</ul>`}
  `;
}

/** Rules in their order, gathered by layer. @param {Rule[]} rules */
export function layers(rules) {
  /** @type {{name: string, rules: Rule[]}[]} */
  const out = [];
  for (const rule of rules) {
    if (out.at(-1)?.name === rule.layer) out.at(-1)?.rules.push(rule);
    else out.push({ name: rule.layer, rules: [rule] });
  }
  return out;
}

/** @param {{name: string, rules: Rule[]}} props */
const Layer = ({ name, rules }) => html`
  <div class="layer">
    <h3>${plain(name)}</h3>
    <ol>
      ${rules.map((rule) => html`<li><p>${rule.says}</p><p class="faint small">${rule.reason && html`${reasonName(rule.reason)} · `}<code>${rule.id}</code></p></li>`)}
    </ol>
  </div>
`;

/** @param {unknown} value @returns {string} */
function spoken(value) {
  if (Array.isArray(value)) return value.map(spoken).join(', ');
  if (value && typeof value === 'object') {
    return Object.entries(value).map(([key, inner]) => (key === 'name' ? spoken(inner) : `${plain(key)} ${spoken(inner)}`)).join(', ');
  }
  return value === null || value === undefined ? '' : String(value);
}

/** @param {{queue: any}} props */
const QueueCard = ({ queue }) => html`
  <h3>${queue.name ?? plain(queue.id)}</h3>
  <dl class="pairs">
    <div><dt>Owner</dt><dd>${spoken(queue.owner) || html`<span class="over">Nobody. Name one in the file.</span>`}</dd></div>
    <div><dt>Hours</dt><dd>${plain(spoken(queue.hours)) || 'Always open'}${queue.is_open === false && html`<span class="faint"> (closed now)</span>`}</dd></div>
    ${queue.languages && html`<div><dt>Languages</dt><dd>${spoken(queue.languages)}</dd></div>`}
    ${queue.fallback && html`<div><dt>Otherwise</dt><dd>${spoken(queue.fallback)}</dd></div>`}
  </dl>
`;

/** @param {{source: string}} props */
const Yaml = ({ source }) => html`
  <pre class="yaml" tabindex="0" role="region" aria-label="Policy file"><code>${source.split('\n').map((line, index) => html`<span class="yaml-line" key=${index}>${line}${'\n'}</span>`)}</code></pre>
`;
