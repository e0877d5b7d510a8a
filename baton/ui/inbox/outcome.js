// @ts-check
/** How it ended, chosen from what the company names: for one conversation or for many. */
import { Choice } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { choosable, loadOutcomes, outcomes } from '../shared/outcomes.js';
import { refused } from '../shared/toasts.js';

/** The outcome that is chosen, the first one before that, and the field to choose it in. */
export function useOutcome() {
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    loadOutcomes().catch(refused);
  }, []);
  const options = choosable(outcomes.value ?? []);
  const outcome = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '');
  return { outcome, field: html`<${Choice} label="Outcome" value=${outcome} onInput=${setChosen} options=${options} />` };
}
