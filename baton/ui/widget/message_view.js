// @ts-check
/**
 * One line of the log: who speaks, what they say, what proves it, what can be done with it.
 *
 * @typedef {import("./fold.js").Line} Line
 * @typedef {import("./wire").Message} Message
 * @typedef {import("./wire").Citation} Citation
 * @typedef {{
 *   openSource: (citation: Citation) => void, send: (text: string) => void, askForPerson: () => void,
 *   retry: (clientId: string) => void, discard: (clientId: string) => void,
 *   showFiles: (into: HTMLElement, files: import("./wire").Attachment[]) => void,
 * }} Actions
 */
import { marked } from "../shared/markdown.js";
import { fill, h, icon, linked } from "./dom.js";

/**
 * The element of a line, and a function that brings it up to date without touching what has been read out already.
 * @param {Line} line @param {import("./labels.js").Say} say @param {string} language @param {Actions} actions
 */
export function createMessage(line, say, language, actions) {
  const { message, author } = line;
  const choices = h("div", { class: "choices" });
  const status = h("p", { class: "status" });
  const isNotice = message?.kind === "notice";
  const element = h(
    "article",
    { class: isNotice ? "line notice" : `line from-${author.kind}` },
    isNotice ? null : byline(line, say, language),
    (line.message?.text ?? line.outgoing?.text) ? h("div", { class: "bubble", dir: "auto" }, ...body(line, say, actions)) : null,
    filesOf(line, actions),
    message?.citations?.length ? sources(message.citations, say, actions) : null,
    choices,
    status,
  );
  if (line.isFirst) element.classList.add("is-first");

  /** @param {Line} now @param {boolean} mayChoose Whether the conversation still waits for this line's answer. */
  function update(now, mayChoose) {
    const wanted = mayChoose ? choiceButtons(now.message, say, actions) : [];
    if (wanted.length !== choices.childElementCount) fill(choices, ...wanted);
    const face = now.outgoing ? `${now.outgoing.status}|${now.outgoing.problem ?? ""}` : "";
    if (status.dataset.face === face) return;
    status.dataset.face = face;
    element.classList.toggle("is-unsent", !!now.outgoing && now.outgoing.status !== "sending");
    fill(status, ...statusOf(now, say, actions));
  }

  return { element, update };
}

/** The place of a line's files, filled as soon as what shows them has come. @param {Line} line @param {Actions} actions */
function filesOf({ message, outgoing }, actions) {
  const files = message?.attachments ?? outgoing?.files ?? [];
  if (!files.length) return null;
  const list = h("ul", { class: "files" });
  actions.showFiles(list, files);
  return list;
}

/** @param {Line} line @param {import("./labels.js").Say} say @param {string} language */
function byline({ author, at, isFirst }, say, language) {
  const time = h("time", { datetime: at }, timeOf(at, language));
  if (author.kind === "customer") return h("p", { class: "byline" }, h("span", { class: "unseen" }, say("you")), time);
  const kind = author.kind === "operator" ? "person" : "bot";
  const name = nameOf(author, say);
  const badge = name === say(kind) ? null : h("span", { class: `badge is-${kind}` }, say(kind));
  return h("p", { class: isFirst ? "byline" : "byline unseen" }, icon(kind), h("b", { dir: "auto" }, name), badge, time);
}

/** @param {import("./wire").Actor} author @param {import("./labels.js").Say} say @returns {string} */
export function nameOf(author, say) {
  if (author.kind === "operator") return author.name || say("team");
  return author.name && author.name !== "Bot" ? author.name : say("bot"); // the built-in one has no name of its own
}

/** @param {Line} line @param {import("./labels.js").Say} say @param {Actions} actions */
function body({ message, outgoing }, say, actions) {
  const text = message?.text ?? outgoing?.text ?? "";
  // The team and its bots write Markdown; what a customer types and what the desk itself says stay as they are.
  const isTheirs = message && message.author.kind !== "customer" && message.kind !== "notice";
  if (!message?.statements?.length) return isTheirs ? marked(text, h) : [h("p", {}, ...linked(text))];
  return blocks(message.statements).map(({ list, statements }) => {
    const parts = statements.map((each) => bound(each.text.replace(STEP, ""), chips(each, message, say, actions)));
    if (!list) return h("p", {}, ...parts.flatMap((part, index) => (index ? [" ", ...part] : part)));
    return h(list, {}, ...parts.map((part) => h("li", {}, ...part)));
  });
}

const STEP = /^\s*(?:(\d{1,2})[.)]|[-•*])\s+/;

/**
 * An answer's statements in blocks: running text, numbered steps, points.
 * @param {import("./wire").Statement[]} statements
 */
export function blocks(statements) {
  /** @type {{list: "ol" | "ul" | null, statements: import("./wire").Statement[]}[]} */
  const found = [];
  for (const statement of statements) {
    const step = STEP.exec(statement.text);
    const list = step ? (step[1] ? "ol" : "ul") : null;
    if (found.at(-1)?.list === list && found.length) found.at(-1)?.statements.push(statement);
    else found.push({ list, statements: [statement] });
  }
  return found;
}

/** A statement with its chips held to its last word, so that none begins a line alone. @param {string} text @param {Node[]} marks */
function bound(text, marks) {
  const last = /\s(?!https?:)\S{1,18}$/.exec(text);
  if (!last || !marks.length) return [...linked(text), ...marks];
  return [...linked(text.slice(0, last.index + 1)), h("span", { class: "bound" }, last[0].trim(), " ", ...marks)];
}

/** @param {import("./wire").Statement} statement @param {Message} message @param {import("./labels.js").Say} say
 *  @param {Actions} actions */
function chips(statement, message, say, actions) {
  return statement.citations.flatMap((n) => {
    const citation = message.citations?.find((each) => each.n === n);
    if (!citation) return [];
    const label = `${say("show_source")} ${n}: ${citation.title}`;
    return [h("button", { class: "chip", type: "button", "aria-label": label, onclick: () => actions.openSource(citation) }, `${n}`)];
  });
}

/** One source stands open; several fold, as the chips in the text open each. @param {Citation[]} citations
 *  @param {import("./labels.js").Say} say @param {Actions} actions */
function sources(citations, say, actions) {
  const open = (/** @type {Citation} */ citation) =>
    h(
      "button",
      { class: "source", type: "button", onclick: () => actions.openSource(citation) },
      citations.length > 1 ? h("span", { class: "number" }, `${citation.n}`) : icon("page"),
      h("span", { class: "where", dir: "auto" }, citation.heading ? `${citation.title} › ${citation.heading}` : citation.title),
    );
  if (citations.length === 1) return h("div", { class: "sources" }, open(citations[0]));
  const list = h("ul", {}, ...citations.map((each) => h("li", {}, open(each))));
  const heading = h("summary", {}, icon("page"), `${say("sources")} (${citations.length})`, icon("down"));
  return h("details", { class: "sources" }, heading, list);
}

/** @param {Message | null} message @param {import("./labels.js").Say} say @param {Actions} actions */
function choiceButtons(message, say, actions) {
  const words = (message?.choices ?? []).map((choice) =>
    h("button", { class: "choice", type: "button", dir: "auto", onclick: () => actions.send(choice) }, choice),
  );
  if (!message?.offers_person) return words;
  const person = h("button", { class: "choice is-person", type: "button", onclick: actions.askForPerson }, icon("person"), say("talk_to_person"));
  return [person, ...words];
}

/** @param {Line} line @param {import("./labels.js").Say} say @param {Actions} actions */
function statusOf({ outgoing }, say, actions) {
  if (!outgoing) return [];
  if (outgoing.status === "sending") return [h("span", { class: "is-sending" }, say("sending"))];
  const id = outgoing.client_id;
  const again = (/** @type {string} */ words) => h("button", { type: "button", class: "word", onclick: () => actions.retry(id) }, words);
  if (!outgoing.problem) return [again(say("not_sent"))];
  const away = h("button", { type: "button", class: "round", "aria-label": say("close"), onclick: () => actions.discard(id) }, icon("close"));
  return [h("span", { class: "problem", dir: "auto" }, outgoing.problem), again(say("try_again")), away];
}

/** @param {string} at @param {string} language */
function timeOf(at, language) {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(new Date(at));
}
