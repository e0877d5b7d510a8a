// @ts-check
/** The short forms behind the verbs that ask for a word more. */
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { customerName, partyName } from '../shared/words.js';
import { handBack, release, reopen, resolve, takeOver } from './commands.js';
import { Actions, close } from './dialog_actions.js';
import { CommandList } from './command_list.js';
import { DoneDialog, NotReachedDialog } from './due.js';
import { HelpDialog } from './help.js';
import { LabelDialog } from './label_dialog.js';
import { MacroDialog } from './macro.js';
import { MentionsDialog } from './mentions.js';
import { MergeDialog } from './merge.js';
import { PassagesDialog } from './passages.js';
import { useOutcome } from './outcome.js';
import { whoReplies } from './presence.js';
import { PriorityDialog } from './priority.js';
import { ScheduledDialog } from './scheduled_view.js';
import { SendLaterDialog } from './send_later.js';
import { SnoozeDialog } from './snooze.js';
import { dialog, selected } from './store.js';
import { TransferDialog } from './transfer.js';

export function Dialogs() {
  if (dialog.value === 'help') return html`<${HelpDialog} onClose=${close} />`;
  if (dialog.value === 'mentions') return html`<${MentionsDialog} />`;
  if (dialog.value === 'scheduled') return html`<${ScheduledDialog} />`;
  if (dialog.value === 'commands') return html`<${CommandList} />`;
  if (!selected.value) return null;
  if (dialog.value === 'passages') return html`<${PassagesDialog} />`;
  if (dialog.value === 'handback') return html`<${HandBackDialog} />`;
  if (dialog.value === 'resolve') return html`<${ResolveDialog} />`;
  if (dialog.value === 'transfer') return html`<${TransferDialog} onClose=${close} />`;
  if (dialog.value === 'takeover') return html`<${TakeOverDialog} />`;
  if (dialog.value === 'release') return html`<${ReleaseDialog} />`;
  if (dialog.value === 'done') return html`<${DoneDialog} />`;
  if (dialog.value === 'not_reached') return html`<${NotReachedDialog} />`;
  if (dialog.value === 'label') return html`<${LabelDialog} />`;
  if (dialog.value === 'later') return html`<${SendLaterDialog} />`;
  if (dialog.value === 'snooze') return html`<${SnoozeDialog} />`;
  if (dialog.value === 'macro') return html`<${MacroDialog} />`;
  if (dialog.value === 'merge') return html`<${MergeDialog} />`;
  if (dialog.value === 'priority') return html`<${PriorityDialog} />`;
  if (dialog.value === 'reopen') return html`<${ReopenDialog} />`;
  return null;
}

/** @param {Record<string, string>} form */
const filled = (form) => Object.fromEntries(Object.entries(form).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])));

function HandBackDialog() {
  const [form, setForm] = useState(/** @type {Record<string, string>} */ ({ decided: '', promised: '', do_not_touch: '', open_question: '' }));
  const set = (/** @type {string} */ key) => (/** @type {string} */ value) => setForm((now) => ({ ...now, [key]: value }));
  return html`
    <${Dialog} title="Hand back to the bot" onClose=${close} onSubmit=${() => handBack(filled(form))}
      actions=${html`<${Actions} label="Hand back" under="handback" />`}>
      <p>The bot goes on from here and keeps to what you write. Leave empty what does not apply.</p>
      <${Field} label="Decided" hint="What is settled, so that nobody opens it again." value=${form.decided} onInput=${set('decided')} rows=${2} autofocus />
      <${Field} label="Promised" hint="What the customer was told will happen, and by when." value=${form.promised} onInput=${set('promised')} rows=${2} />
      <${Field} label="Do not touch" hint="What the bot must leave to people." value=${form.do_not_touch} onInput=${set('do_not_touch')} rows=${2} />
      <${Field} label="Open question" hint="What is still to be found out." value=${form.open_question} onInput=${set('open_question')} rows=${2} />
    </${Dialog}>
  `;
}

function ResolveDialog() {
  const { outcome, field } = useOutcome();
  const [note, setNote] = useState('');
  return html`
    <${Dialog} title="Resolve" onClose=${close} onSubmit=${() => resolve(filled({ disposition: outcome, note }))}
      actions=${html`<${Actions} label="Resolve" under="resolve" />`}>
      ${field}
      <${Field} label="Note for the team" hint="Optional. It stands in the trail; the customer never sees it." value=${note} onInput=${setNote} rows=${3} />
    </${Dialog}>
  `;
}

function TakeOverDialog() {
  const [reason, setReason] = useState('');
  const c = /** @type {import('../shared/wire').Conversation} */ (selected.value);
  const who = partyName(c.owner);
  const says = c.state === 'bot'
    ? 'The bot stops at once. An answer it is still working on is discarded, and the customer is told that you have joined.'
    : `${who} holds it now and ${whoReplies(c.id)?.id === c.owner.id ? 'is writing a reply' : 'may be writing'}. The baton passes to you at once; what ${who} has not sent stays unsent.`;
  return html`
    <${Dialog} title=${`Take over from ${c.state === 'bot' ? 'the bot' : who}`} onClose=${close} onSubmit=${() => takeOver(reason.trim())}
      actions=${html`<${Actions} label="Take over" under="takeover" />`}>
      <p>${says}</p>
      <${Field} label="Reason" hint="Optional. It stands in the trail." value=${reason} onInput=${setReason} autofocus />
    </${Dialog}>
  `;
}

function ReleaseDialog() {
  const [reason, setReason] = useState('');
  return html`
    <${Dialog} title="Release to the queue" onClose=${close} onSubmit=${() => release(reason.trim())}
      actions=${html`<${Actions} label="Release" under="release" />`}>
      <p>${customerName(selected.value?.customer)} waits in the queue again and is told so. Anyone in the team can claim it.</p>
      <${Field} label="Reason" hint="Optional. It stands in the trail." value=${reason} onInput=${setReason} autofocus />
    </${Dialog}>
  `;
}

function ReopenDialog() {
  const [to, setTo] = useState('me');
  const options = [
    { value: 'me', label: 'Me' },
    { value: 'queue', label: 'The queue' },
    { value: 'bot', label: 'The bot' },
  ];
  return html`
    <${Dialog} title="Reopen" onClose=${close} onSubmit=${() => reopen(/** @type {any} */ (to))}
      actions=${html`<${Actions} label="Reopen" under="reopen" />`}>
      <${Choice} label="Who has it next" value=${to} onInput=${setTo} options=${options} />
    </${Dialog}>
  `;
}
