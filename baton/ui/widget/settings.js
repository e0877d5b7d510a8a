// @ts-check
/**
 * The tenant's settings and the customer's language: read from the server, kept for the next visit so that the page
 * never flashes in the wrong colour or language, and put on the page.
 *
 * @typedef {import("./wire").Settings} Settings
 */
import { call, Refusal } from "./api.js";
import { readableAccent } from "./theme.js";

const RTL = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** @param {string} widgetToken @param {ReturnType<typeof import("./memory.js").createMemory>} memory */
export function createSettings(widgetToken, memory) {
  /** @type {Settings} */
  let settings = memory.read("settings") ?? {};
  /** @type {{language?: string, direction?: string, labels?: Record<string, string>}} */
  let words = memory.read("words") ?? {};
  const dark = matchMedia("(prefers-color-scheme: dark)");

  /** Puts language, direction and colours on the page. @returns {{accent: string, ink: string} | null} */
  function apply() {
    const root = document.documentElement;
    const language = words.language ?? "en";
    root.lang = language;
    root.dir = words.direction ?? (RTL.has(language.split("-")[0]) ? "rtl" : "ltr");
    const theme = readableAccent(settings.accent, dark.matches);
    if (theme) {
      root.style.setProperty("--accent", theme.accent);
      root.style.setProperty("--accent-ink", theme.ink);
    }
    return theme;
  }

  /** @param {string} wish @returns {Promise<Refusal | null>} A refusal that the customer should see, else null. */
  async function load(wish) {
    const here = `/widget/${encodeURIComponent(widgetToken)}`;
    const query = `?language=${encodeURIComponent(wish)}`;
    const [about, labels] = await Promise.allSettled([
      call("GET", `${here}/settings${query}`, ""),
      call("GET", `${here}/labels${query}`, ""),
    ]);
    if (about.status === "fulfilled") memory.write("settings", (settings = about.value));
    if (labels.status === "fulfilled") memory.write("words", (words = labels.value));
    const refusal = about.status === "rejected" ? about.reason : null;
    return refusal instanceof Refusal && refusal.isGone ? refusal : null;
  }

  return {
    now: () => settings,
    /** @returns {Record<string, string>} */
    labels: () => words.labels ?? settings.labels ?? {},
    /** @returns {string} The page's language; one that the browser's formats understand. */
    language: () => usableLanguage(words.language),
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
