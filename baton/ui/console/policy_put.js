// @ts-check
/** Put a policy that was tried on the past in force, with what the replay foretold of it. */
import { put } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { say } from '../shared/toasts.js';

/** @param {{source: string, version: number, sum: import('./replay_sum.js').Sum, done: () => void}} props */
export function PutInForce({ source, version, sum, done }) {
  const [isSure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [isStale, setStale] = useState(false);
  const look = () => {
    setRefusal('');
    setStale(false);
    done();
  };
  const go = async () => {
    setBusy(true);
    setRefusal('');
    await put('/v1/policy', { source, instead_of: version, foretold: foretold(sum) }).then(
      (answer) => {
        say(`Version ${answer.version} of the policy is in force.`);
        done();
      },
      (refused) => (setStale(refused.code === 'policy_changed'), setRefusal([refused.message, ...(refused.problem?.errors ?? []).map((/** @type {any} */ one) => `Line ${one.line}: ${one.message}`)].join(' '))),
    );
    setBusy(false);
  };
  return html`
    <div class="put-in-force">
      ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
      ${isStale && html`<p>Your file stays in the field above. Under Versions stands what the other change was: take it over into your file, or put yours over it. <button type="button" class="button" onClick=${look}>Load the policy as it is now</button></p>`}
      ${isSure
        ? html`<p>It holds from the next message on. What was foretold is kept with it, to be held against what comes. <button type="button" class="button primary" disabled=${busy} onClick=${go}>Yes, put it in force</button> <button type="button" class="button" onClick=${() => setSure(false)}>Not yet</button></p>`
        : html`<button type="button" class="button" onClick=${() => setSure(true)}>Put this file in force</button>`}
    </div>
  `;
}

/** Handoffs by reason in the conversations that were tried; null where none were. @param {import('./replay_sum.js').Sum} sum */
function foretold({ counts }) {
  const conversations = counts.totals?.conversations ?? 0;
  if (!conversations) return null;
  const rows = Object.entries(counts.handoffs?.reasons ?? {});
  return { conversations, handoffs: Object.fromEntries(rows.map(([reason, one]) => [reason, one.would_be ?? 0])) };
}
