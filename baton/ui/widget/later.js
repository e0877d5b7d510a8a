// @ts-check
/** What most visitors never need, loaded when somebody first looks: sheets over the conversation, and the survey. */
import { styled } from "./dom.js";
import { once } from "./timing.js";

/**
 * @param {import("./labels.js").Say} say
 * @param {{
 *   settings: ReturnType<typeof import("./settings.js").createSettings>,
 *   conversation: ReturnType<typeof import("./conversation.js").createConversation>,
 *   memory: ReturnType<typeof import("./memory.js").createMemory>,
 *   elsewhere: ReturnType<typeof import("./elsewhere.js").createElsewhere>,
 *   tray: () => HTMLElement, drawn: () => void,
 *   foot: HTMLElement, address: () => string | undefined, goTo: (next: import("./memory.js").Ticket | null) => void,
 * }} page
 */
export function createLater(say, { settings, conversation, memory, elsewhere, tray, drawn, foot, address, goTo }) {
  /** Which end of which conversation: one that is opened again and closed again may be rated again. */
  const ending = () => `${conversation.now().conversation?.id}:${conversation.now().conversation?.version}`;
  const transcript = once(() => loaded(import("./transcript_view.js"), "sheet").then((view) =>
    view.createTranscript(say, { known: address, send: conversation.sendTranscript })));

  return {
    transcript,
    reading: once(() => loaded(import("./reading_view.js"), "sheet").then((view) => view.createReading(say, conversation))),
    ways: once(() => loaded(import("./ways_view.js"), "sheet", "ways").then((view) => view.createWays(say, settings.language, conversation))),
    past: once(() => loaded(import("./past_view.js"), "sheet", "past").then((view) =>
      view.createPast(say, settings.language, {
        ...elsewhere,
        goTo: (next) => goTo(next && { id: next.id, token: next.customer_token }),
        transcript: () => (settings.now().sends_mail ? () => void transcript().then((sheet) => sheet.open(), () => {}) : null),
      }))),
    files: once(() => loaded(import("./files_view.js"), "files").then((view) =>
      view.createFiles(tray(), say, settings.language, { token: conversation.token, changed: drawn }))),
    survey: once(() => loaded(import("./survey_view.js"), "survey").then((view) =>
      view.createSurvey(foot, say, {
        rate: conversation.rate,
        rated: () => (memory.read("rated")?.at === ending() ? memory.read("rated").score : null),
        keep: (score) => memory.write("rated", { at: ending(), score }),
      }))),
  };
}

/** @template T @param {Promise<T>} module @param {...string} styles @returns {Promise<T>} The module, once its styles are there. */
async function loaded(module, ...styles) {
  const [view] = await Promise.all([module, ...styles.map(styled)]);
  return view;
}
