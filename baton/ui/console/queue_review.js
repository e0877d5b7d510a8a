// @ts-check
/** A change of a queue before it is put in force: what differs, what is wrong with it, the lines of the file. */
import { del, patch, post, put } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { say } from '../shared/toasts.js';

/** @param {{id: string, version: number, changes: Record<string, any> | null, isNew?: boolean, onClose: () => void, onStale: () => void, onDone: () => void}} props `changes` null: the queue goes. `onStale` loads the version anew. */
export function Review({ id, version, changes, isNew, onClose, onStale, onDone }) {
  const [tried, setTried] = useState(/** @type {any} */ (null));
  const [refusal, setRefusal] = useState('');
  const [isSaving, setSaving] = useState(false);
  const path = `/v1/queues/${encodeURIComponent(id)}`;
  useEffect(() => {
    post(`${path}/check`, { changes }).then(setTried, (refused) => setRefusal(refused.message));
  }, [version]);
  const save = () => {
    if (!mayGo || isSaving) return undefined;
    setSaving(true);
    return (changes ? (isNew ? put : patch)(path, { changes, version }) : del(path, { version })).then(
      (answer) => {
        say(`In force as version ${answer.version}.`);
        onDone();
      },
      (refused) => {
        setSaving(false);
        setRefusal(refused.message);
        if (refused.code !== 'policy_changed') return;
        // Until it is looked through against the newer version, another press could only be refused again.
        setTried(null);
        onStale();
      },
    );
  };
  const mayGo = tried?.ok && tried.lines.length > 0;
  return html`
    <${Dialog} wide title="Before it is put in force" onClose=${onClose} onSubmit=${save}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Back</button><button type="submit" class="button primary" disabled=${!mayGo || isSaving}>Put in force</button>`}>
      <div aria-live="polite">${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}</div>
      ${tried ? html`<${Found} tried=${tried} />` : !refusal && html`<p class="faint" role="status">Looking it through…</p>`}
    </${Dialog}>
  `;
}

/** @param {{tried: any}} props */
const Found = ({ tried }) => html`
  ${tried.lines.length === 0 && html`<p>Nothing is changed.</p>`}
  ${tried.problems.map((/** @type {any} */ one) => html`<p class="refusal" role="alert"><strong>Line ${one.line}:</strong> ${one.message} ${one.hint}</p>`)}
  ${tried.findings.map((/** @type {any} */ one) => html`<p class=${one.severity === 'error' ? 'refusal' : ''} role=${one.severity === 'error' ? 'alert' : undefined}><span class="chip warm">${one.severity === 'error' ? 'To mend' : 'Worth a look'}</span> ${one.message} <span class="faint">${one.hint}</span></p>`)}
  ${tried.differences.length > 0 && html`<ul class="signals">${tried.differences.map((/** @type {string} */ says) => html`<li>${says}</li>`)}</ul>`}
  ${tried.lines.length > 0 && html`<pre class="yaml lines" tabindex="0" role="region" aria-label="Changed lines of the file"><code>${tried.lines.map((/** @type {string} */ line) => html`<span class=${line[0] === '+' ? 'came' : line[0] === '-' ? 'went' : 'faint'}>${line.replace(/^@@ -(\d+).*/, 'Line $1')}${'\n'}</span>`)}</code></pre>`}
`;
