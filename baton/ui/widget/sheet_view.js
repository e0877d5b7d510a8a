// @ts-check
/** A sheet over the conversation: the passage behind a citation, or what was passed on to the person. */
import { fill, h, icon, outward, webAddress } from "./dom.js";

/**
 * @param {import("./labels.js").Say} say
 * @param {{passage: (id: string) => Promise<import("./wire").Passage>, packet: () => Promise<import("./wire").Packet | null>}} read
 */
export function createSheet(say, read) {
  const title = h("h2", { id: "sheet-title", dir: "auto" });
  const close = h("button", { type: "button", class: "round", onclick: () => dialog.close() }, icon("close"));
  const content = h("div", { class: "content", tabindex: 0, role: "group", "aria-labelledby": "sheet-title" });
  const dialog = h("dialog", { class: "sheet", "aria-labelledby": "sheet-title" }, h("header", {}, title, close), content);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  let showing = 0;

  /**
   * Opens with what is known and replaces it when the rest has come, unless something else was opened meanwhile.
   * @param {string} name @param {(Node | string | null)[]} known @param {() => Promise<(Node | null)[]>} rest
   */
  async function open(name, known, rest) {
    const mine = ++showing;
    fill(title, name);
    fill(content, ...known);
    close.setAttribute("aria-label", say("close_sheet"));
    if (!dialog.open) dialog.showModal();
    const all = await rest();
    if (mine === showing) fill(content, ...all);
  }

  return {
    /** @param {import("./wire").Citation} citation */
    openSource(citation) {
      const quote = h("blockquote", { dir: "auto" }, citation.quote);
      const link = pageLink(citation.url, say);
      const heading = citation.heading ? h("h3", { dir: "auto" }, citation.heading) : null;
      return open(citation.title, [heading, quote, link], async () => {
        const passage = await read.passage(citation.passage_id).catch(() => null);
        if (!passage) return [heading, quote, h("p", { class: "muted" }, say("gone_passage")), link];
        return [heading, h("div", { class: "passage", dir: "auto" }, ...surroundings(passage, citation.quote)), link];
      });
    },
    openPacket() {
      return open(say("passed_on"), [h("p", { class: "muted" }, say("loading"))], async () => {
        try {
          return packetParts(await read.packet(), say);
        } catch (error) {
          return [h("p", { class: "problem" }, /** @type {any} */ (error).detail || say("failed"))];
        }
      });
    },
  };
}

/** @param {import("./wire").Passage} passage @param {string} quote */
function surroundings({ before, text, after }, quote) {
  const at = text.indexOf(quote);
  const marked = at < 0 ? [h("mark", {}, text)] : [text.slice(0, at), h("mark", {}, quote), text.slice(at + quote.length)];
  return [
    before ? h("p", { class: "muted" }, before) : null,
    h("p", {}, ...marked),
    after ? h("p", { class: "muted" }, after) : null,
  ];
}

/** @param {string | null | undefined} url @param {import("./labels.js").Say} say */
function pageLink(url, say) {
  const address = webAddress(url);
  return address ? h("p", {}, outward(address, icon("link"), say("open_source"))) : null;
}

/** @param {import("./wire").Packet | null} packet @param {import("./labels.js").Say} say */
function packetParts(packet, say) {
  if (!packet) return [h("p", {}, say("passed_on_none"))];
  const tried = packet.tried?.map(({ what, outcome }) => (outcome ? `${what}: ${outcome}` : what));
  const pages = packet.sources_used?.map(({ title, heading }) => (heading ? `${title} › ${heading}` : title));
  return [
    h("p", { class: "muted" }, say("passed_on_lead")),
    ...(packet.summary ?? []).map((line) => h("p", { dir: "auto" }, line)),
    part(say("goal"), packet.goal && h("p", { dir: "auto" }, packet.goal)),
    part(say("last_message"), packet.last_message && h("blockquote", { dir: "auto" }, packet.last_message)),
    part(say("facts"), packet.facts?.length ? factList(packet.facts) : null),
    part(say("tried"), bullets(tried)),
    part(say("sources_used"), bullets(pages)),
  ];
}

/** @param {string} name @param {Node | string | null | undefined} content */
function part(name, content) {
  return content ? h("section", {}, h("h3", {}, name), content) : null;
}

/** @param {{label: string, value: string}[]} facts */
function factList(facts) {
  return h("dl", {}, ...facts.flatMap(({ label, value }) => [h("dt", { dir: "auto" }, label), h("dd", { dir: "auto" }, value)]));
}

/** @param {string[] | undefined} items */
function bullets(items) {
  return items?.length ? h("ul", {}, ...items.map((item) => h("li", { dir: "auto" }, item))) : null;
}
