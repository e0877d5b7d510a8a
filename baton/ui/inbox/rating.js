// @ts-check
/** One tap on whether the packet was useful; where it wasn't, what it lacked. */
import { put } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { LACKED } from '../shared/lacked.js';

/** @typedef {{useful: boolean, lacked: string[]}} Said */

/** @param {{id: string, version: number}} props `version` is the one that is before whoever rates */
export function Rating({ id, version }) {
  const [said, setSaid] = useState(/** @type {Said | null} */ (null));
  const [isNoted, setNoted] = useState(false);
  /** @param {Said} next */
  const say = async (next) => {
    const before = said;
    setSaid(next);
    setNoted(false);
    try {
      await put(`/v1/conversations/${id}/packet/rating`, { ...next, version });
      setNoted(true);
    } catch (error) {
      setSaid(before);
      refused(error);
    }
  };
  return html`
    <div class="packet-rating" role="group" aria-label="Was this packet useful?">
      <span class="faint">Useful?</span>
      <button type="button" class="chip" aria-pressed=${said?.useful === true} onClick=${() => say({ useful: true, lacked: [] })}>Yes</button>
      <button type="button" class="chip" aria-pressed=${said?.useful === false} onClick=${() => say({ useful: false, lacked: said?.lacked ?? [] })}>No</button>
      ${said?.useful === false && html`<${Lacking} lacked=${said.lacked} onChange=${(/** @type {string[]} */ lacked) => say({ useful: false, lacked })} />`}
      <span class="faint" role="status">${isNoted && said?.useful && 'Thank you. Noted.'}</span>
    </div>
  `;
}

/** @param {{lacked: string[], onChange: (lacked: string[]) => void}} props */
const Lacking = ({ lacked, onChange }) => html`
  <span class="faint">What was missing?</span>
  ${Object.entries(LACKED).map(
    ([kind, words]) => html`
      <button type="button" class="chip" aria-pressed=${lacked.includes(kind)}
        onClick=${() => onChange(lacked.includes(kind) ? lacked.filter((one) => one !== kind) : [...lacked, kind])}>${words}</button>
    `,
  )}
`;
