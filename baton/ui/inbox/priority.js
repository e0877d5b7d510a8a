// @ts-check
/** How urgent a conversation is, and with it its place in line. */
import { Choice, Dialog } from '../shared/dialog.js';
import { PRIORITIES } from '../shared/fold.js';
import { html, useState } from '../shared/html.js';
import { plain } from '../shared/words.js';
import { prioritise } from './commands.js';
import { Actions, close } from './dialog_actions.js';
import { selected } from './store.js';

const OPTIONS = PRIORITIES.map((value) => ({ value, label: plain(value) }));

export function PriorityDialog() {
  const [priority, setPriority] = useState(PRIORITIES[selected.value?.priority ?? 0] ?? 'normal');
  return html`
    <${Dialog} title="Priority" onClose=${close} onSubmit=${() => prioritise(priority)} actions=${html`<${Actions} label="Set" under="priority" />`}>
      <p>It moves the conversation in the waiting list by as much as the policy gives for it, now or when it waits again.</p>
      <${Choice} label="Priority" value=${priority} onInput=${setPriority} options=${OPTIONS} />
    </${Dialog}>
  `;
}
