// @ts-check
/** The console's frame: its rooms on the side, the chosen one beside them. */
import { html, useEffect, useRef } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin, me } from '../shared/session.js';
import { Shell } from '../shared/shell.js';
import { Bench } from './bench.js';
import { CannedReplies } from './canned.js';
import { Chatwoot } from './chatwoot.js';
import { Conflicts } from './conflicts.js';
import { Embed } from './embed.js';
import { Gaps } from './gaps.js';
import { Keys } from './keys.js';
import { Labels } from './labels.js';
import { Launch } from './launch.js';
import { Macros } from './macros.js';
import { Operators } from './operators.js';
import { Overview } from './overview.js';
import { OwnWords } from './own_words.js';
import { Policy } from './policy.js';
import { Packets } from './packets.js';
import { Promises } from './promises.js';
import { Ratings } from './ratings.js';
import { NewQueue } from './queue_new.js';
import { QueueRoom } from './queue_room.js';
import { Queues } from './queues.js';
import { Review } from './review.js';
import { route } from './route.js';
import { Slack } from './slack.js';
import { SourceDetail } from './source_detail.js';
import { Sources } from './sources.js';
import { TrailRoom } from './trail_room.js';
import { Webhooks } from './webhooks.js';
import { Wording } from './wording.js';

/** @type {{name: string, label: string, icon: string, view: any, forAll?: boolean, begins?: boolean}[]} what belongs together stands together: knowledge, rules, how it went, the team, the way in */
const ROOMS = [
  { name: 'overview', label: 'Overview', icon: 'bars', view: Overview, forAll: true },
  { name: 'launch', label: 'Before launch', icon: 'check', view: Launch },
  { name: 'sources', begins: true, label: 'Sources', icon: 'book', view: Sources, forAll: true },
  { name: 'gaps', label: 'Gaps', icon: 'search', view: Gaps },
  { name: 'conflicts', label: 'Conflicts', icon: 'warn', view: Conflicts },
  { name: 'vocabulary', label: 'Vocabulary', icon: 'letters', view: OwnWords },
  { name: 'bench', label: 'Test bench', icon: 'spark', view: Bench },
  { name: 'queues', begins: true, label: 'Queues', icon: 'list', view: Queues },
  { name: 'policy', label: 'Policy', icon: 'rules', view: Policy },
  { name: 'wording', label: 'Wording', icon: 'note', view: Wording },
  { name: 'promises', begins: true, label: 'Promises', icon: 'flag', view: Promises, forAll: true },
  { name: 'ratings', label: 'Ratings', icon: 'star', view: Ratings, forAll: true },
  { name: 'packets', label: 'Packets', icon: 'inbox', view: Packets, forAll: true },
  { name: 'review', label: 'Review', icon: 'file', view: Review },
  { name: 'trail', label: 'Audit trail', icon: 'trail', view: TrailRoom, forAll: true },
  { name: 'operators', begins: true, label: 'Operators', icon: 'people', view: Operators },
  { name: 'canned', label: 'Canned replies', icon: 'reply', view: CannedReplies },
  { name: 'labels', label: 'Labels', icon: 'tag', view: Labels },
  { name: 'macros', label: 'Macros', icon: 'steps', view: Macros },
  { name: 'widget', begins: true, label: 'Widget', icon: 'code', view: Embed },
  { name: 'keys', label: 'API keys', icon: 'key', view: Keys },
  { name: 'slack', label: 'Slack', icon: 'bell', view: Slack },
  { name: 'webhooks', label: 'Webhooks', icon: 'send', view: Webhooks },
  { name: 'chatwoot', label: 'Chatwoot', icon: 'bot', view: Chatwoot },
];

export const App = () => html`<${Shell} page="console"><${Rooms} /></${Shell}>`;

function Rooms() {
  const { room, rest } = route.value;
  const mine = ROOMS.filter((one) => one.forAll || isAdmin());
  const shown = mine.find((one) => one.name === room);
  const rooms = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    rooms.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [room]);
  useEffect(() => {
    document.title = `${shown?.label ?? 'Console'} · Baton`;
  }, [shown?.label]);
  return html`
    <div class="console">
      <nav ref=${rooms} class="rooms" aria-label="Console">
        ${mine.map(
          (one) => html`<a class=${one.begins ? 'begins' : undefined} href=${`#${one.name}`} aria-current=${one.name === room ? 'page' : undefined}><${Icon} name=${one.icon} /><span>${one.label}</span></a>`,
        )}
      </nav>
      <main id="main" class="room" tabindex="-1">
        ${shown ? html`<${View} key=${`${room} ${rest}`} room=${shown} rest=${rest} />` : html`<${NotHere} room=${room} />`}
      </main>
    </div>
  `;
}

/** @param {{room: typeof ROOMS[number], rest: string}} props */
function View({ room, rest }) {
  if (room.name === 'sources' && rest) return html`<${SourceDetail} id=${rest} />`;
  if (room.name === 'queues' && rest === '+new') return html`<${NewQueue} />`;
  if (room.name === 'queues' && rest) return html`<${QueueRoom} id=${rest} />`;
  return html`<${room.view} rest=${rest} />`;
}

/** @param {{room: string}} props */
function NotHere({ room }) {
  const known = ROOMS.some((one) => one.name === room);
  return html`
    <div class="empty">
      <h1>${known ? 'This room is for admins' : 'There is no such room'}</h1>
      <p>${known ? `You are signed in as ${me.value?.role}. Ask an admin of the desk if you need it.` : 'Choose one from the list.'}</p>
      <a class="button" href="#overview">Overview</a>
    </div>
  `;
}
