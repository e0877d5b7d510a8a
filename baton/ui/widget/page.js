// @ts-check
/** The page in the frame: wires what is known to what is drawn. */
import { createComposer } from "./composer_view.js";
import { createConversation } from "./conversation.js";
import { styled } from "./dom.js";
import { unread } from "./fold.js";
import { createHeader, createWelcome } from "./header_view.js";
import { createHolder } from "./holder_view.js";
import { createHost, holdFocus } from "./host.js";
import { speaker } from "./labels.js";
import { createLog } from "./log_view.js";
import { createMemory } from "./memory.js";
import { createSettings } from "./settings.js";

/** How long the first drawing waits for the customer's language before it goes on in English, in milliseconds. */
const WORDS_WAIT = 1_500;
/** How long the host page may take to say who is writing, before a remembered conversation is shown. */
const HOST_WAIT = 1_000;
/** How often what tells of time is drawn again, in milliseconds. */
const DRAW_AGAIN = 20_000;

const widgetToken = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const host = createHost(obey);
const memory = createMemory(widgetToken, host.isFramed ? (all) => host.tell("keep", all) : null);
const settings = createSettings(widgetToken, memory, host.accent);
const say = speaker(settings.labels);
let greeted = () => {};
const isGreeted = new Promise((/** @type {(value: void) => void} */ resolve) => (greeted = resolve));
/** @type {import("./wire").Customer} */
let customer = {};
let isOpen = !host.isFramed;
let coversScreen = false;
let isLinkUp = true;
let isDue = false;
let isReadingPast = Boolean(memory.read("ticket"));
/** Why this widget can't be used at all, in the server's words. */
let trouble = "";
/** The log's place up to which the host page was told of replies; null until the past has been read. */
let toldTo = /** @type {number | null} */ (null);

const conversation = createConversation(widgetToken, memory, () => ({ language: language(), ...customer }), {
  changed: draw,
  link(isUp) {
    isLinkUp = isUp;
    if (isUp) isReadingPast = false;
    draw();
  },
});

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** What most visitors never need is loaded when somebody first looks: sources, and other ways to go on. */
const sheet = once(() => Promise.all([import("./sheet_view.js"), styled("sheet")]).then(([view]) => view.createSheet(say, conversation)));
const ways = once(() =>
  Promise.all([import("./ways_view.js"), styled("sheet"), styled("ways")]).then(([view]) => view.createWays(say, settings.language, conversation)),
);
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
const header = createHeader(part("header"), say, { close: host.isFramed ? () => host.tell("close") : null });
const welcome = createWelcome(part("scroller"), say, { send });
const log = createLog({ scroller: part("scroller"), newest: part("newest") }, say, settings.language, {
  send,
  openSource: (citation) => attempt(async () => (await sheet()).openSource(citation)),
  askForPerson,
  retry: conversation.retry,
  discard: conversation.discard,
});
const holder = createHolder(part("foot"), say, settings.language, {
  askForPerson,
  withdraw() {
    log.toEnd();
    return conversation.withdraw();
  },
  showPacket: () => attempt(async () => (await sheet()).openPacket()),
  ways: () => attempt(async () => (await ways()).open()),
  copyLink: async (button) => (await ways()).copyLink(button),
  startOver: conversation.startOver,
  lasts: memory.lasts,
});
const composer = createComposer(part("foot"), say, {
  draft: memory.read("draft") ?? "",
  send,
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

/** @template T @param {() => Promise<T>} load @returns {() => Promise<T>} Loads once, and anew after a failure. */
function once(load) {
  /** @type {Promise<T> | null} */
  let loading = null;
  return () =>
    (loading ??= load().catch((error) => {
      loading = null;
      throw error;
    }));
}

/** Draws once after all that changed in this turn. A frame that isn't shown gets no animation frames, so no rAF. */
function draw() {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    drawNow();
  });
}

function drawNow() {
  const snapshot = conversation.now();
  const isTalking = snapshot.messages.length > 0 || snapshot.outbox.length > 0;
  header(snapshot, settings.now());
  isReadingPast &&= Boolean(memory.read("ticket"));
  welcome(settings.now(), isTalking ? "talking" : isReadingPast ? "loading" : "empty");
  log.render(snapshot);
  holder.render(snapshot);
  composer.render();
  const words = isLinkUp ? trouble : (navigator.onLine ? `${say("reconnecting")}…` : say("offline"));
  if (part("offline").textContent !== words) part("offline").textContent = words;
  part("scroller").setAttribute("aria-label", say("conversation"));
  document.title = settings.now().company ?? say("conversation");
  tellHost(snapshot);
}

/** @param {import("./wire").Snapshot} snapshot */
function tellHost(snapshot) {
  const isRead = isOpen && document.visibilityState === "visible";
  if (isRead && snapshot.seq > (memory.read("read") ?? 0)) memory.write("read", snapshot.seq);
  host.tell("unread", unread(snapshot, memory.read("read") ?? 0));
  host.tell("live", snapshot.conversation !== null && snapshot.conversation.state !== "resolved");
  if (isReadingPast) return;
  const from = toldTo ?? snapshot.seq;
  toldTo = snapshot.seq;
  const news = snapshot.messages.filter((each) => each.seq > from && each.author.kind !== "customer");
  for (const { author, at } of news) host.tell("message", { author: { kind: author.kind, name: author.name }, at });
}

function language() {
  return customer.language || host.language || navigator.language;
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
    conversation.startOver();
    memory.forget();
    host.tell("gone");
  }
}

/** @param {{kept?: unknown, customer?: import("./wire").Customer}} value */
function boot({ kept, customer: who }) {
  memory.restore(kept);
  isReadingPast = Boolean(memory.read("ticket"));
  toldTo = null;
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

/** Someone else at the same browser must never see the last one's conversation. @param {import("./wire").Customer} who */
function identify(who) {
  const was = memory.read("who");
  if (who.external_id && was && was !== who.external_id) {
    conversation.startOver();
    memory.write("draft", null);
  }
  if (who.external_id) memory.write("who", who.external_id);
  const isNewLanguage = who.language && who.language !== customer.language;
  customer = { ...customer, ...who };
  if (isNewLanguage) void speak();
}

function wake() {
  conversation.wake();
  draw();
}

holdFocus(() => coversScreen);
settings.onScheme(paint);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) host.tell("close");
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
window.addEventListener("online", () => {
  wake();
  void speak();
});
window.addEventListener("offline", () => {
  isLinkUp = false;
  draw();
});
window.addEventListener("storage", ({ key }) => {
  const name = key && memory.nameOf(key);
  if (name === "ticket" && !conversation.now().conversation) conversation.resume(); // another tab has begun
});
setInterval(draw, DRAW_AGAIN);

settings.apply();
draw();
host.tell("ready");
if (!host.isFramed) greeted();
void Promise.all([within(HOST_WAIT, isGreeted), within(WORDS_WAIT, speak())]).then(comeBack).then(conversation.resume);

/** Takes up the conversation of a return link; one that is over leaves what this browser remembers. */
async function comeBack() {
  const secret = new URLSearchParams(location.hash.slice(1)).get("return");
  if (!secret) return;
  history.replaceState(null, "", location.pathname); // the link must not stay in the history of a shared computer
  await conversation.comeBack(secret).catch((error) => {
    trouble = error.detail || say("error");
    draw();
  });
}

/** @param {number} ms @param {Promise<unknown>} done */
function within(ms, done) {
  return Promise.race([done, new Promise((resolve) => setTimeout(resolve, ms))]);
}
