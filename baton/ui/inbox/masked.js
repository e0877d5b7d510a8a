// @ts-check
/** What is masked in a packet for its queue, and a press that shows it. The trail keeps who looked. */
import { post } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { refused } from '../shared/toasts.js';
import { keepPacket } from './sync.js';

const KINDS = /** @type {Record<string, string>} */ ({ id: 'identity numbers', health: 'health' });

/** @param {{id: string, packet: import('../shared/wire').Packet}} props */
export function Masked({ id, packet }) {
  const [busy, setBusy] = useState(false);
  if (packet.masked.length === 0) return null;
  const reveal = async () => {
    setBusy(true);
    try {
      keepPacket(id, (await post(`/v1/conversations/${id}/packet/reveal`)).packet);
    } catch (error) {
      refused(error);
    }
    setBusy(false);
  };
  return html`
    <p class="packet-masked">
      <${Icon} name="lock" />
      <span title=${packet.masked.map((kind) => KINDS[kind] ?? kind).join(', ')}>${packet.words.masked}</span>
      <button type="button" class="link" disabled=${busy} title="The trail keeps that you looked" onClick=${reveal}>${packet.words.reveal}</button>
    </p>
  `;
}
