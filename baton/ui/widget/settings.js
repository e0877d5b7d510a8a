// @ts-check
/**
 * The tenant's settings and the customer's language: read from the server, kept for the next visit so that the page
 * never flashes in the wrong colour or language, and put on the page.
 *
 * @typedef {import("./wire").Settings} Settings
 */
import { call, Refusal } from "./api.js";
import { readableAccent } from "./theme.js";

/** Stands in base.css for light and for dark, so it needs no working out. */
const DEFAULT_ACCENT = "#0f6b5c";

/**
 * @param {string} widgetToken @param {ReturnType<typeof import("./memory.js").createMemory>} memory
 * @param {string} hostAccent The colour in the snippet, for a tenant who has set none.
 */
export function createSettings(widgetToken, memory, hostAccent) {
  /** @type {Settings} */
  let settings = memory.read("settings") ?? {};
  const dark = matchMedia("(prefers-color-scheme: dark)");

  /** Puts language, direction and colours on the page. @returns {{accent: string, ink: string} | null} */
  function apply() {
    const root = document.documentElement;
    const language = settings.language ?? "en";
    root.lang = language;
    root.dir = settings.direction ?? "ltr";
    const accent = settings.accent || hostAccent;
    const theme = accent.toLowerCase() === DEFAULT_ACCENT ? null : readableAccent(accent, dark.matches);
    if (theme) {
      root.style.setProperty("--accent", theme.accent);
      root.style.setProperty("--accent-ink", theme.ink);
    }
    return theme;
  }

  /** @param {string} wish @returns {Promise<Refusal | null>} A refusal that the customer should see, else null. */
  async function load(wish) {
    const path = `/widget/${encodeURIComponent(widgetToken)}/settings?language=${encodeURIComponent(wish)}`;
    try {
      settings = await call("GET", path, "");
      memory.write("settings", settings);
      return null;
    } catch (error) {
      return error instanceof Refusal && error.isGone ? error : null;
    }
  }

  return {
    now: () => settings,
    /** @returns {Record<string, string>} */
    labels: () => settings.labels ?? {},
    /** @returns {string} The page's language; one that the browser's formats understand. */
    language: () => usableLanguage(settings.language),
    load,
    apply,
    /** @param {() => void} run Called when the customer's light or dark preference changes. */
    onScheme: (run) => dark.addEventListener("change", run),
  };
}

/** @param {string | undefined} language */
function usableLanguage(language) {
  try {
    return Intl.getCanonicalLocales(language ?? "en")[0] ?? "en";
  } catch {
    return "en"; // a tag that no browser knows
  }
}
