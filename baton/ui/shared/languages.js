// @ts-check
/** The languages that the desk speaks to its operators in. A test holds the list to the desk's catalogues. */
import { speak } from './api.js';
import { effect, html } from './html.js';
import { choose, prefs } from './prefs.js';

export const LANGUAGES = [
  'ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko',
  'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant',
];

effect(() => speak(prefs.value.language));

/** A language by its own name. @param {string} code */
const ownName = (code) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;

/** The language that packets are read in: the browser's, or one of choice. */
export const LanguageChoice = () => html`
  <label class="field">
    <span>Language of packets</span>
    <select value=${prefs.value.language} onChange=${(/** @type {{currentTarget: HTMLSelectElement}} */ event) => choose({ language: event.currentTarget.value })}>
      <option value="">As the browser</option>
      ${LANGUAGES.map((code) => html`<option value=${code} lang=${code}>${ownName(code)}</option>`)}
    </select>
  </label>
`;
