// @ts-check
/** The test bench: ask a question as a customer would and see the answer, the decision and everything behind it. */
import { post } from '../shared/api.js';
import { CitedText, SourceList } from '../shared/citations.js';
import { html, useState } from '../shared/html.js';
import { Confidence, Signals } from '../shared/reasoning.js';
import { refused } from '../shared/toasts.js';
import { decisionName, plain, reasonName } from '../shared/words.js';
import { KeptQuestions } from './kept.js';

/** @typedef {{question: string, answer?: any, error?: string}} Asked */

export function Bench() {
  const [question, setQuestion] = useState('');
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState(0);
  const [asked, setAsked] = useState(/** @type {Asked[]} */ ([]));
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    const text = question.trim();
    if (!text || asking) return;
    setAsking(true);
    /** @type {Asked} */
    const outcome = await post('/v1/questions', { question: text }).then(
      (answer) => ({ question: text, answer }),
      (refusal) => ({ question: text, error: refusal.message }),
    );
    setAsked((before) => [outcome, ...before].slice(0, 20));
    setAsking(false);
    if (!outcome.error) setQuestion('');
  };
  return html`
    <header class="room-head">
      <h1>Test bench</h1>
      <p class="faint">Ask as a customer would. Nothing is stored and nobody is called.</p>
    </header>
    <form class="ask" onSubmit=${submit}>
      <input aria-label="Question" placeholder="How long do I have to send something back?" value=${question} dir="auto"
        onInput=${(/** @type {any} */ event) => setQuestion(event.currentTarget.value)} />
      <button type="submit" class="button primary" disabled=${!question.trim() || asking}>${asking ? 'Asking…' : 'Ask'}</button>
    </form>
    <div aria-live="polite" class="cards one">
      ${!asked.length && html`<p class="hint">Try a question that your documents answer, one that they do not, and one that a person should handle, such as “I want my money back”.</p>`}
      ${asked.map((one) => html`<${Outcome} key=${one} asked=${one} onKept=${() => setKept((now) => now + 1)} />`)}
    </div>
    <${KeptQuestions} key=${kept} />
  `;
}

/** @param {{asked: Asked, onKept: () => void}} props */
function Outcome({ asked, onKept }) {
  const [isKept, setIsKept] = useState(false);
  if (asked.error) return html`<article class="card refusal"><h2 dir="auto">${asked.question}</h2><p>${asked.error}</p></article>`;
  const { answer } = asked;
  const decision = answer.decision ?? {};
  const message = asMessage(answer);
  const keep = () => {
    const expected = [...new Set(message.citations.map((/** @type {any} */ one) => one.title))];
    post('/v1/kept-questions', { question: asked.question, expected }).then(() => {
      setIsKept(true);
      onKept();
    }, refused);
  };
  return html`
    <article class="card">
      <h2 dir="auto">${asked.question}</h2>
      <p class="outcome-head">
        <span class="chip reason">${decisionName(decision.kind)}</span> ${reasonName(decision.reason)}
        ${decision.topic && html`<span class="faint">${plain(decision.topic)}</span>`}
        ${decision.rule && html`<code>${decision.rule}</code>`}
        ${decision.queue && html`<span class="faint">to ${plain(decision.queue)}</span>`}
      </p>
      ${message.text && html`<div class="answer" dir="auto"><${CitedText} message=${message} /></div>`}
      ${message.citations.length > 0 && html`<${SourceList} citations=${message.citations} />`}
      ${answer.hits?.length > 0 && html`<${Confidence} value=${answer.confidence ?? decision.confidence ?? 0} />`}
      ${answer.signals?.length > 0 && html`<details open><summary>Signals</summary><${Signals} signals=${answer.signals} /></details>`}
      ${answer.hits?.length > 0 && html`<details><summary>Passages found</summary><${Hits} hits=${answer.hits} /></details>`}
      <p class="card-verbs"><button type="button" class="button" disabled=${isKept} onClick=${keep}>${isKept ? 'On the list' : 'Keep on the list'}</button>${decision.kind !== 'answer' && html` <span class="faint small">It works once the bot answers it.</span>`}</p>
    </article>
  `;
}

/** @param {any} answer */
function asMessage(answer) {
  const said = typeof answer.answer === 'string' ? { text: answer.answer } : (answer.answer ?? {});
  return { text: said.text ?? '', statements: said.statements ?? answer.statements, citations: answer.citations ?? said.citations ?? [] };
}

/** @param {{hits: any[]}} props */
const Hits = ({ hits }) => html`
  <ol class="hits">
    ${hits.map((hit) => {
      const passage = hit.passage ?? hit;
      return html`
        <li>
          <strong dir="auto">${passage.title}</strong>${passage.heading && passage.heading !== passage.title && html`<span class="faint"> › ${passage.heading}</span>`}
          ${typeof hit.score === 'number' && html`<span class="faint"> ${hit.score.toFixed(2)}</span>`}
          <p class="faint clamp" dir="auto">${passage.text ?? passage.quote ?? ''}</p>
        </li>
      `;
    })}
  </ol>
`;
