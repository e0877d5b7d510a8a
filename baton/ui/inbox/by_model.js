// @ts-check
/** Whose words a packet is in: where a model wrote part of it, and the way to the version before or after it. */
import { get } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { refused } from '../shared/toasts.js';
import { newerPackets } from './store.js';
import { keepPacket } from './sync.js';

/** @param {{id: string, packet: import('../shared/wire').Packet}} props */
export function ByModel({ id, packet }) {
  const [busy, setBusy] = useState(false);
  const newer = newerPackets.value[id];
  const toFirst = async () => {
    setBusy(true);
    try {
      const first = await get(`/v1/conversations/${id}/packet`, { version: 1, handoff: packet.handoff_id });
      keepPacket(id, first.packet, packet);
    } catch (error) {
      refused(error);
    }
    setBusy(false);
  };
  return html`
    <p class="packet-by" role="status">
      ${newer && html`<${Icon} name="spark" /><button type="button" class="link" onClick=${() => keepPacket(id, newer)}>${packet.words.newer}</button>`}
      ${!newer && packet.by_model.length > 0 && html`
        <${Icon} name="spark" /><span>${packet.words.by_model}</span>
        <button type="button" class="link" disabled=${busy} onClick=${toFirst}>${packet.words.first_version}</button>
      `}
    </p>
  `;
}
