// @ts-check
/** The middle pane: who holds the baton, the packet, the transcript and the composer. */
import { html, useEffect } from '../shared/html.js';
import { Composer } from './composer.js';
import { LockBar } from './lock.js';
import { PacketCard } from './packet.js';
import { log, markSeen, openFailures, packets, selected } from './store.js';
import { open } from './sync.js';
import { Transcript } from './transcript.js';

/** @param {{id: string}} props */
export function Conversation({ id }) {
  const conversation = selected.value;
  const failure = openFailures.value[id];
  const seq = conversation?.seq ?? 0;
  useEffect(() => {
    const look = () => document.hidden || markSeen(id, seq);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [id, seq]);
  if (failure) return html`<${NotOpened} id=${id} why=${failure} />`;
  if (!conversation || !log.value.loaded) return html`<${Opening} />`;
  const packet = packets.value[id];
  return html`
    <${LockBar} conversation=${conversation} />
    ${packet && html`<${PacketCard} key=${conversation.handoff?.id} id=${id} packet=${packet} />`}
    <${Transcript} conversation=${conversation} />
    <${Composer} conversation=${conversation} packet=${packet ?? null} />
  `;
}

/** @param {{id: string, why: string}} props */
const NotOpened = ({ id, why }) => html`
  <div class="empty">
    <h2>This conversation could not be opened</h2>
    <p>${why}</p>
    <p><button type="button" class="button" onClick=${() => open(id)}>Try again</button> <a class="button" href="#">Back to the list</a></p>
  </div>
`;

const Opening = () => html`
  <div class="opening" role="status" aria-label="Opening the conversation">
    <div class="bar-skeleton"></div>
    <div class="bubble-skeleton"></div>
    <div class="bubble-skeleton end"></div>
    <div class="bubble-skeleton"></div>
  </div>
`;
