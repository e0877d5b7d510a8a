// @ts-check
/**
 * What a host page embeds: the launcher, the frame that it opens, and `Baton(verb, ...)`. It sets no global style,
 * loads nothing until it is opened, and a strict policy need only name this server in `script-src` and `frame-src`.
 *
 * Verbs: boot, identify, update, open, close, toggle, on, off, shutdown. Events: ready, open, close, unread, message.
 */
(() => {
  /** @type {any} */
  const global = window;
  if (global.Baton?.isLoaded) return;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript ?? document.querySelector('script[src*="/widget.js"]'));
  const origin = new URL(script.src, location.href).origin;
  const CSS = `
:host{all:initial;position:fixed;z-index:2147483000;width:0;height:0;--accent:#0f6b5c;--ink:#fff}
button,.panel{position:fixed;inset-inline-end:20px;box-sizing:border-box}
.left button,.left .panel{left:20px;right:auto}.right button,.right .panel{right:20px;left:auto}
button{bottom:calc(20px + env(safe-area-inset-bottom));width:56px;height:56px;padding:0;border:0;border-radius:28px;background:var(--accent);color:var(--ink);cursor:pointer;box-shadow:0 2px 6px #0003,0 8px 24px #0003;transition:transform .15s}
button:hover{transform:translateY(-2px)}
button:focus-visible{outline:3px solid var(--accent);outline-offset:3px;box-shadow:0 0 0 3px #fff}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;vertical-align:middle}
b{position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;box-sizing:border-box;padding:0 6px;border-radius:11px;background:#b3261e;color:#fff;font:600 13px/22px system-ui,sans-serif}
.panel{bottom:calc(88px + env(safe-area-inset-bottom));width:min(400px,calc(100vw - 40px));height:min(680px,calc(100dvh - 108px));border-radius:16px;overflow:hidden;background:#fbfaf7;box-shadow:0 4px 12px #0002,0 16px 48px #0003;animation:in .18s ease-out}
iframe{display:block;width:100%;height:100%;border:0}
[hidden]{display:none!important}
@keyframes in{from{opacity:0;transform:translateY(12px)}}
@media(prefers-color-scheme:dark){.panel{background:#14181b}}
@media(max-width:480px),(max-height:460px){.root .panel{inset:0;width:100%;height:100%;border-radius:0}.open button{display:none}}
@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media print{:host{display:none}}`;
  const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
  const [CHAT, DOWN] = ["M4 5h16v11H9l-5 4z", "M6 9l6 6 6-6"];
  /** @type {Record<string, Set<Function>>} */
  const listeners = {};
  let { token = "", language = "" } = script.dataset;
  /** @type {Record<string, string>} */
  let words = { open: script.dataset.label ?? "Chat", close: "Close chat" };
  /** @type {Record<string, any>} */
  let customer = {};
  /** @type {[string, any][]} */
  let waiting = [];
  let [isOpen, isReady, isWanted, unread] = [false, false, false, 0];
  /** @type {any} The drawn parts, null before boot and after shutdown. */
  let ui = null;

  /** @param {"localStorage" | "sessionStorage"} where @param {string} name @param {string} [value] */
  const remember = (where, name, value) => {
    try {
      const key = `baton.${token}.${name}`;
      if (value === undefined) return window[where].getItem(key);
      value ? window[where].setItem(key, value) : window[where].removeItem(key);
    } catch {
      return null; // storage is blocked: the launcher forgets, nothing else changes
    }
    return null;
  };

  /** @param {string} tag @param {Record<string, string>} attributes @param {Element} [parent] @param {string} [space] */
  const make = (tag, attributes, parent, space = "http://www.w3.org/1999/xhtml") => {
    const element = document.createElementNS(space, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    parent?.append(element);
    return /** @type {any} */ (element);
  };

  function start() {
    if (ui || !token) return;
    if (!document.body) return document.addEventListener("DOMContentLoaded", start, { once: true });
    const host = make("div", { "data-baton": "" });
    const shadow = host.attachShadow({ mode: "open" });
    style(shadow);
    const root = make("div", { class: `root ${script.dataset.position ?? ""}` }, shadow);
    const panel = make("div", { class: "panel", hidden: "" }, root);
    const button = make("button", { type: "button", "aria-haspopup": "dialog" }, root);
    const svg = make("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, button, "http://www.w3.org/2000/svg");
    const path = make("path", {}, svg, "http://www.w3.org/2000/svg");
    const badge = make("b", { hidden: "", "aria-hidden": "true" }, button);
    button.onclick = () => toggle();
    button.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && close());
    ui = { host, root, panel, button, path, badge, frame: null };
    const [accent, ink] = (remember("localStorage", "theme") ?? `${script.dataset.accent ?? ""} `).split(" ");
    paint(accent, ink);
    draw();
    document.body.append(host);
    if (isWanted) open();
    else if (remember("sessionStorage", "open") && !isPhone()) open(true);
    else if (remember("localStorage", "live")) mount(); // a reply may be waiting: the badge must know
  }

  /** @param {ShadowRoot} shadow */
  function style(shadow) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      make("style", {}, /** @type {any} */ (shadow)).textContent = CSS; // browsers without constructable sheets
    }
  }

  /** @param {string} accent @param {string} [ink] */
  function paint(accent, ink) {
    if (accent) ui.host.style.setProperty("--accent", accent);
    if (ink) ui.host.style.setProperty("--ink", ink);
  }

  function draw() {
    ui.panel.hidden = !isOpen;
    ui.root.classList.toggle("open", isOpen);
    ui.path.setAttribute("d", isOpen ? DOWN : CHAT);
    ui.badge.hidden = isOpen || !unread;
    ui.badge.textContent = unread > 9 ? "9+" : unread;
    ui.button.setAttribute("aria-label", isOpen ? words.close : words.open + (unread ? ` (${unread})` : ""));
    ui.button.setAttribute("aria-expanded", isOpen);
    ui.frame?.setAttribute("title", words.title ?? words.open);
  }

  function mount() {
    if (ui.frame) return;
    const options = new URLSearchParams({ host: location.origin, language, accent: script.dataset.accent ?? "" });
    ui.frame = make("iframe", {
      src: `${origin}/widget/${encodeURIComponent(token)}#${options}`,
      ...(origin === location.origin ? {} : { sandbox: SANDBOX }), // no wall between a site and itself
    }, ui.panel);
    draw();
  }

  /** @param {string} type @param {any} [value] */
  function tell(type, value) {
    if (isReady) ui.frame.contentWindow.postMessage({ baton: 1, type, value }, origin);
    else waiting.push([type, value]);
  }

  const isPhone = () => matchMedia("(max-width:480px),(max-height:460px)").matches;

  /** @param {boolean} [isQuiet] Without taking the focus: the page has only been loaded again. */
  function open(isQuiet) {
    isWanted = !ui; // asked for before the page had a body
    if (!ui || isOpen) return;
    isOpen = true;
    mount();
    draw();
    remember("sessionStorage", "open", "1");
    tell("open", { covers: isPhone(), isQuiet: isQuiet === true });
    if (isQuiet !== true) ui.frame.focus();
    emit("open");
  }

  function close() {
    if (!ui || !isOpen) return;
    const hadFocus = document.activeElement === ui.host;
    isOpen = false;
    draw();
    remember("sessionStorage", "open", "");
    tell("close");
    if (hadFocus) ui.button.focus();
    emit("close");
  }

  const toggle = () => (isOpen ? close() : open());

  /** @param {string} name @param {any} [value] */
  function emit(name, value) {
    listeners[name]?.forEach((listener) => listener(value));
  }

  /** @param {Record<string, any>} more */
  function identify({ token: ours, position, label, ...more } = {}) {
    if (ours) token = ours;
    if (position && ui) ui.root.className = `root ${position}${isOpen ? " open" : ""}`;
    if (label) words.open = label;
    if (more.language) language = more.language;
    customer = { ...customer, ...more };
    if (ui?.frame && isReady) tell("identify", more);
    if (ui) draw();
  }

  function shutdown() {
    if (!ui) return;
    close();
    mount(); // only the frame can reach what it has stored
    tell("shutdown");
    ui.host.hidden = true;
    ["live", "theme", "kept"].forEach((name) => remember("localStorage", name, ""));
    customer = {};
  }

  /** @type {Record<string, (value: any) => void>} */
  const HEARD = {
    ready() {
      isReady = true;
      tell("boot", { customer, kept: remember("localStorage", "kept") });
      waiting.splice(0).forEach(([type, value]) => tell(type, value));
      emit("ready");
    },
    close,
    unread(count) {
      if (count === unread) return;
      unread = count;
      draw();
      emit("unread", count);
    },
    message: (about) => emit("message", about),
    live: (isLive) => remember("localStorage", "live", isLive ? "1" : ""),
    theme({ accent, ink }) {
      paint(accent, ink);
      remember("localStorage", "theme", `${accent} ${ink}`);
    },
    labels(labels) {
      words = { ...labels, ...(script.dataset.label && { open: script.dataset.label }) };
      draw();
    },
    keep: (all) => remember("localStorage", "kept", all),
    gone() {
      ui.host.remove();
      [ui, isReady, waiting, unread] = [null, false, [], 0];
    },
  };

  window.addEventListener("message", (event) => {
    if (event.origin !== origin || !ui?.frame || event.source !== ui.frame.contentWindow) return;
    if (event.data?.baton === 1) HEARD[event.data.type]?.(event.data.value);
  });

  /** @type {Record<string, Function>} */
  const VERBS = {
    boot(/** @type {any} */ options) {
      identify(options);
      start();
    },
    identify,
    update: identify,
    open,
    close,
    toggle,
    shutdown,
    on: (/** @type {string} */ name, /** @type {Function} */ listener) => (listeners[name] ??= new Set()).add(listener),
    off: (/** @type {string} */ name, /** @type {Function} */ listener) => listeners[name]?.delete(listener),
  };

  const early = global.Baton?.q ?? [];
  global.Baton = (/** @type {string} */ verb, /** @type {any[]} */ ...values) => {
    if (!VERBS[verb]) return console.warn(`Baton has no verb "${verb}": ${Object.keys(VERBS)}`);
    VERBS[verb](...values);
  };
  global.Baton.isLoaded = true;
  for (const call of early) global.Baton(...call);
  start();
})();
