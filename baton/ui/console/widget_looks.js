// @ts-check
/** How the widget looks, what it proposes to ask, and which sites may show it. */
import { put } from '../shared/api.js';
import { Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { me } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';

/** Questions that stand on the empty chat, at most; the desk takes no more. */
const MOST = 4;

/** Sites, as they are typed: with or without https://, one a line. @param {string} text */
const domains = (text) =>
  text.split(/[\s,;]+/).map((one) => one.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/\/.*$/, '')).filter(Boolean);

export function WidgetLooks() {
  const now = me.value?.settings ?? {};
  const [company, setCompany] = useState(now.company ?? '');
  const [greeting, setGreeting] = useState(now.greeting ?? '');
  const [accent, setAccent] = useState(now.accent ?? '#0f6b5c');
  const [questions, setQuestions] = useState(Array.from({ length: MOST }, (_, at) => now.suggestions?.[at] ?? ''));
  const [sites, setSites] = useState((me.value?.allowed_domains ?? []).join('\n'));

  /** @param {Event} event */
  const save = (event) => {
    event.preventDefault();
    const said = Object.entries({ company: company.trim(), greeting: greeting.trim() }).filter(([, words]) => words);
    const suggestions = questions.map((one) => one.trim()).filter(Boolean);
    const settings = { ...Object.fromEntries(said), accent, suggestions };
    put('/v1/widget', { allowed_domains: domains(sites), settings }).then((kept) => {
      if (me.value) me.value = { ...me.value, ...kept };
      say('Saved. Customers see it the next time they open the chat.');
    }, refused);
  };

  return html`
    <form class="card queue-form" onSubmit=${save}>
      <h2>How it looks</h2>
      <${Field} label="Company" hint="The name at the top of the chat." value=${company} onInput=${setCompany} />
      <${Field} label="Greeting" hint="The first words. Left empty: a greeting in the customer's language." rows=${2} value=${greeting} onInput=${setGreeting} />
      <${Field} label="Colour" hint="Where text on it would be hard to read, the chat takes the nearest shade that is not." type="color" value=${accent} onInput=${setAccent} />
      <fieldset>
        <legend>Questions to begin with</legend>
        <p class="hint">Up to ${MOST}, one press away on the empty chat. Choose questions that your sources answer.</p>
        ${questions.map((one, at) => html`<${Field} label=${`Question ${at + 1}`} value=${one}
          onInput=${(/** @type {string} */ words) => setQuestions(questions.map((each, n) => (n === at ? words : each)))} />`)}
      </fieldset>
      <${Field} label="Sites that may show it" hint="One a line, such as www.example.com or *.example.com. Left empty: any site, which is fit for trying out only." rows=${3} value=${sites} onInput=${setSites} />
      <div><button type="submit" class="button primary">Save</button></div>
    </form>
  `;
}
