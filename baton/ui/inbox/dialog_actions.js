// @ts-check
/** The two buttons below every form of the inbox. */
import { html } from '../shared/html.js';
import { busy, dialog } from './store.js';

export const close = () => (dialog.value = null);

/** @param {{label: string, under: string}} props */
export const Actions = ({ label, under }) => html`
  <button type="button" class="button" onClick=${close}>Cancel</button>
  <button type="submit" class="button primary" disabled=${!!busy.value}>${busy.value === under ? `${label}…` : label}</button>
`;
