// @ts-check
/** The page in the frame: wires what is known to what is drawn. */
import { createComposer } from "./composer_view.js";
import { createConversation } from "./conversation.js";
import { createElsewhere } from "./elsewhere.js";
import { createHeader, createWelcome } from "./header_view.js";
import { createHolder } from "./holder_view.js";
import { createDevice, createHost, holdFocus } from "./host.js";
import { createLater } from "./later.js";
import { speaker } from "./labels.js";
import { createLog } from "./log_view.js";
import { createMemory } from "./memory.js";
import { createNews } from "./news.js";
import { createDoor } from "./opening.js";
import { createSettings } from "./settings.js";
import { createTickets } from "./tickets.js";
import { onceATurn, within } from "./timing.js";
import { createVisitor } from "./visitor.js";

/** How long the first drawing waits for the customer's language before it goes on in English, in milliseconds. */
const WORDS_WAIT = 1_500;
/** How long the host page may take to say who is writing, before a remembered conversation is shown. */
const HOST_WAIT = 1_000;
/** How often what tells of time is drawn again, in milliseconds. */
const DRAW_AGAIN = 20_000;

const widgetToken = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const host = createHost(obey);
const memory = createMemory(widgetToken, host.isFramed ? (all) => host.tell("keep", all) : null);
const tickets = createTickets(memory);
const settings = createSettings(widgetToken, memory, host.accent);
const say = speaker(settings.labels);
const draw = onceATurn(drawNow);
let greeted = () => {};
const isGreeted = new Promise((/** @type {(value: void) => void} */ resolve) => (greeted = resolve));
let isOpen = !host.isFramed;
let coversScreen = false;
let isLinkUp = true;
let isResumed = false;
let isReadingPast = Boolean(tickets.shown());
/** Why this widget can't be used at all, in the server's words. */
let trouble = "";

const visitor = createVisitor(memory, () => {
  conversation.forget();
  elsewhere.forget();
  memory.write("draft", null);
});
const door = createDoor(widgetToken, () => ({ language: language(), ...visitor.now() }));
const conversation = createConversation(door, memory, tickets, {
  changed: draw,
  link(isUp) {
    isLinkUp = isUp;
    if (isUp) isReadingPast = false;
    draw();
  },
});
const news = createNews(host, tickets);

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const elsewhere = createElsewhere(conversation, tickets, { isKnown: () => Boolean(visitor.now().proof), changed: draw });
const later = createLater(say, { settings, conversation, memory, elsewhere, tray: () => composer.tray, drawn: () => composer.render(), foot: part("foot"), address: () => visitor.now().email, goTo });
let mayRate = false;
let files = /** @type {Awaited<ReturnType<typeof later.files>> | null} */ (null);
const withFiles = (/** @type {(view: NonNullable<typeof files>) => void} */ use) => void attempt(async () => use((files = await later.files())));
const send = (/** @type {string} */ text) => {
  conversation.say(text);
  if (document.activeElement?.id !== "text") focus(); // the choice that was pressed is about to go
};
/** On a touch screen the keyboard would cover what there is to read, so there the log gets the focus. */
const focus = () => (matchMedia("(pointer: coarse)").matches ? part("scroller") : composer).focus();
const askForPerson = () => {
  log.toEnd(); // what the desk says next is the answer to this
  conversation.askForPerson(say("talk_to_person"));
};
const header = createHeader(part("header"), say, {
  past: () => attempt(async () => (await later.past()).open()),
  close: host.isFramed ? () => host.tell("close") : null,
});
const welcome = createWelcome(part("scroller"), say, { send });
const log = createLog({ scroller: part("scroller"), newest: part("newest") }, say, settings.language, {
  send,
  openSource: (citation) => attempt(async () => (await later.reading()).openSource(citation)),
  askForPerson,
  retry: conversation.retry,
  discard: conversation.discard,
  showFiles: (into, shown) => withFiles((view) => view.show(into, shown)),
});
const holder = createHolder(part("foot"), say, settings.language, {
  askForPerson,
  withdraw: () => (log.toEnd(), conversation.withdraw()),
  showPacket: () => attempt(async () => (await later.reading()).openPacket()),
  ways: () => attempt(async () => (await later.ways()).open()),
  copyLink: async (button) => (await later.ways()).copyLink(button),
  startOver: () => attempt(async () => goTo(null)),
  transcript: () => (settings.now().sends_mail ? () => attempt(async () => (await later.transcript()).open()) : null),
  lasts: memory.lasts,
});
const composer = createComposer(part("foot"), say, {
  draft: memory.read("draft") ?? "",
  send: (text) => conversation.say(text, files?.take()),
  pick: () => withFiles((view) => view.pick()),
  bring: (brought) => withFiles((view) => view.bring(brought)),
  files: () => ({ count: files?.count() ?? 0, isBusy: files?.isBusy() ?? false }),
  changed(draft) {
    memory.write("draft", draft || null);
    if (draft) conversation.typing();
  },
});

/** Does what needs the server; where that fails, the customer is told at the top. @param {() => Promise<unknown>} work */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    trouble = /** @type {any} */ (error).detail || say("error");
    draw();
  }
}

function drawNow() {
  const snapshot = conversation.now();
  const isTalking = snapshot.messages.length > 0 || snapshot.outbox.length > 0;
  header(snapshot, settings.now(), { isThere: elsewhere.isThere(), unread: elsewhere.unread() });
  isReadingPast &&= Boolean(tickets.shown());
  welcome(settings.now(), isTalking ? "talking" : isReadingPast ? "loading" : "empty");
  log.render(snapshot);
  holder.render(snapshot);
  composer.render();
  const isOver = snapshot.conversation?.state === "resolved";
  mayRate ||= isOver;
  if (mayRate) void later.survey().then((view) => view.render(isOver), () => {}); // offline: asked at the next drawing
  const words = isLinkUp ? trouble : (navigator.onLine ? `${say("reconnecting")}…` : say("offline"));
  if (part("offline").textContent !== words) part("offline").textContent = words;
  part("scroller").setAttribute("aria-label", say("conversation"));
  document.title = settings.now().company ?? say("conversation");
  news.tell(snapshot, { isRead: isOpen && document.visibilityState === "visible", isReadingPast, elsewhere: elsewhere.unread() });
}

/** Shows another of the customer's conversations, or an empty page. Throws Refusal. @param {import("./memory.js").Ticket | null} next */
function goTo(next) {
  conversation.goTo(next);
  isReadingPast = next !== null;
  news.begin();
  draw();
  queueMicrotask(focus); // after the sheet that it was chosen in has given the focus back
}

function language() {
  return visitor.now().language || host.language || navigator.language;
}

/** Reads the settings and the words in the customer's language, and draws with them. */
async function speak() {
  const was = settings.language();
  trouble = (await settings.load(language()))?.detail ?? "";
  if (settings.language() !== was) log.clear();
  paint();
  host.tell("labels", { open: say("open_chat"), close: say("close_chat"), title: say("conversation") });
  draw();
}

function paint() {
  const theme = settings.apply();
  if (theme) host.tell("theme", theme);
}

/** @param {string} type @param {any} value */
function obey(type, value) {
  if (type === "open" || type === "close") return show(type === "open", value ?? {});
  if (type === "boot") return boot(value ?? {});
  if (type === "identify" || type === "update") return identify(value ?? {});
  if (type === "shutdown") {
    conversation.forget();
    memory.forget();
    host.tell("gone");
  }
}

/** @param {{kept?: unknown, customer?: import("./wire").Customer}} value */
function boot({ kept, customer: who }) {
  memory.restore(kept);
  isReadingPast = Boolean(tickets.shown());
  news.begin();
  composer.restore(memory.read("draft") ?? "");
  identify(who ?? {});
  greeted();
}

/** @param {boolean} nowOpen @param {{covers?: boolean, isQuiet?: boolean}} how */
function show(nowOpen, { covers, isQuiet }) {
  isOpen = nowOpen;
  coversScreen = nowOpen && covers === true;
  if (isOpen) log.toEnd();
  if (isOpen && !isQuiet) focus();
  draw();
}

/** @param {import("./wire").Customer} who */
function identify(who) {
  const isNewLanguage = visitor.identify(who);
  if (who.proof && isResumed) elsewhere.glance();
  if (isNewLanguage) void speak();
}

function wake() {
  conversation.wake();
  elsewhere.glance();
  draw();
}

holdFocus(() => coversScreen);
settings.onScheme(paint);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) host.tell("close");
});
createDevice({
  wake,
  online() {
    wake();
    void speak();
  },
  offline() {
    isLinkUp = false;
    draw();
  },
  written(key) {
    if (memory.nameOf(key) === "ticket" && !conversation.now().conversation) conversation.resume(); // another tab has begun
  },
});
setInterval(draw, DRAW_AGAIN);

settings.apply();
draw();
host.tell("ready");
if (!host.isFramed) greeted();
void Promise.all([within(HOST_WAIT, isGreeted), within(WORDS_WAIT, speak())]).then(comeBack).then(() => {
  isResumed = true;
  conversation.resume();
  elsewhere.glance();
});

/** Takes up the conversation of a return link; one that is over leaves what this browser remembers. */
async function comeBack() {
  const secret = host.takeReturn();
  if (secret) await attempt(() => conversation.comeBack(secret));
}
