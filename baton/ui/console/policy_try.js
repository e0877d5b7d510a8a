// @ts-check
/** Try a message: what the policy in force decides on it, and the whole proof. Nothing is stored. */
import { post } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { decisionName, plain, reasonName } from '../shared/words.js';

/** @typedef {{rule: string, layer: string, says: string, outcome: string, why: string}} Asked */
/** @typedef {{kind: string, reason: string, rule: string, verdict: string, heard: string[], rules: Asked[], told: string | null}} Story */

/** @param {string} text */
const listed = (text) => text.split(',').map((one) => one.trim()).filter(Boolean);

export function Try() {
  const [message, setMessage] = useState('');
  const [tags, setTags] = useState('');
  const [labels, setLabels] = useState('');
  const [again, setAgain] = useState(false);
  const [trying, setTrying] = useState(false);
  const [story, setStory] = useState(/** @type {Story | null} */ (null));
  const [refusal, setRefusal] = useState('');
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    if (!message.trim() || trying) return;
    setTrying(true);
    setRefusal('');
    await post('/v1/policy/explain', { message, customer: { tags: listed(tags) }, labels: listed(labels), unanswered: again ? 1 : 0 }).then(setStory, (refused) => {
      setStory(null);
      setRefusal(refused.message);
    });
    setTrying(false);
  };
  return html`
    <section aria-labelledby="try-head">
      <h2 id="try-head">Try a message</h2>
      <form class="trial" onSubmit=${submit}>
        <div class="ask">
          <input aria-label="Message to try" placeholder="I want my money back" value=${message} dir="auto" maxlength="10000"
            onInput=${(/** @type {any} */ event) => setMessage(event.currentTarget.value)} />
          <button type="submit" class="button primary" disabled=${!message.trim() || trying}>${trying ? 'Trying…' : 'Try'}</button>
        </div>
        <div class="trial-more">
          <label>Tags of the customer <input value=${tags} placeholder="vip" onInput=${(/** @type {any} */ event) => setTags(event.currentTarget.value)} /></label>
          <label>Labels of the conversation <input value=${labels} placeholder="late-delivery" onInput=${(/** @type {any} */ event) => setLabels(event.currentTarget.value)} /></label>
          <label><input type="checkbox" checked=${again} onChange=${(/** @type {any} */ event) => setAgain(event.currentTarget.checked)} /> The message before had no answer</label>
        </div>
      </form>
      <div aria-live="polite">
        ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
        ${story && html`<${Told} story=${story} />`}
      </div>
    </section>
  `;
}

/** @param {{story: Story}} props */
function Told({ story }) {
  const looked = story.rules.filter((one) => one.outcome !== 'no_signal');
  const rest = story.rules.length - looked.length;
  return html`
    <article class="card story">
      <p class="outcome-head"><span class="chip reason">${decisionName(story.kind)}</span> ${reasonName(story.reason)}</p>
      <p>${story.verdict}</p>
      <h3>What was heard</h3>
      ${story.heard.length ? html`<ul class="signals">${story.heard.map((one) => html`<li dir="auto">${one}</li>`)}</ul>` : html`<p class="faint">Nothing that a rule asks for.</p>`}
      <h3>Rules that were asked</h3>
      <ol class="asked">
        ${looked.map(
          (one) => html`
            <li class=${one.outcome === 'fired' ? 'fired' : ''}>
              <p><span class="faint">${plain(one.layer)}</span> <code>${one.rule}</code></p>
              <p>${one.outcome === 'fired' ? one.says : `Did not decide: ${one.why}.`}</p>
            </li>
          `,
        )}
      </ol>
      <p class="faint small">${rest} more had nothing to go by.</p>
      ${story.told && html`<h3>What the customer reads</h3><p class="answer" dir="auto">${story.told}</p>`}
    </article>
  `;
}
