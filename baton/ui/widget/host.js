// @ts-check
/**
 * The line to the page that embeds the widget. Both ends check origin and source of every message: this end obeys
 * only its parent window, and only while the parent is the page that opened the frame.
 *
 * @typedef {{type: string, value: any}} Command
 */

/** @param {(type: string, value: any) => void} obey */
export function createHost(obey) {
  const options = new URLSearchParams(location.hash.slice(1));
  const isFramed = window.parent !== window;
  const origin = isFramed ? (location.ancestorOrigins?.[0] ?? options.get("host") ?? "") : "";
  const canTalk = /^https?:\/\//.test(origin);

  window.addEventListener("message", (event) => {
    if (!canTalk || event.source !== window.parent || event.origin !== origin) return;
    if (event.data?.baton === 1 && typeof event.data.type === "string") obey(event.data.type, event.data.value);
  });

  return {
    isFramed: canTalk,
    /** The language that the host page asked for, or "". */
    language: options.get("language") ?? "",
    /** The colour that the host page asked for, or "". */
    accent: options.get("accent") ?? "",
    /** The secret of the return link that the page was opened with, or ""; taken out of the address. */
    takeReturn() {
      const secret = options.get("return") ?? "";
      if (secret) history.replaceState(null, "", location.pathname); // a shared computer's history must not keep it
      return secret;
    },
    /** @param {string} type @param {unknown} [value] */
    tell(type, value) {
      if (canTalk) window.parent.postMessage({ baton: 1, type, value }, origin);
    },
  };
}

/**
 * What the device does: wakes up, loses the network, has another tab write to the storage.
 * @param {{wake: () => void, online: () => void, offline: () => void, written: (key: string) => void}} on
 */
export function createDevice(on) {
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && on.wake());
  window.addEventListener("online", on.online);
  window.addEventListener("offline", on.offline);
  window.addEventListener("storage", ({ key }) => key && on.written(key));
}

/**
 * Keeps the Tab key inside the page while it covers the host's whole screen.
 * @param {() => boolean} isCovering
 */
export function holdFocus(isCovering) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !isCovering() || document.querySelector("dialog[open]")) return;
    const stops = [...document.querySelectorAll("a[href], button, textarea, [tabindex='0']")].filter(
      (each) => !(/** @type {HTMLButtonElement} */ (each).disabled) && each.checkVisibility?.() !== false,
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge && document.activeElement !== document.body) return;
    event.preventDefault();
    /** @type {HTMLElement | undefined} */ (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
}
