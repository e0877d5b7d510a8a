// @ts-check
/** What can be read over the conversation: the passage behind a citation, or what was passed on to the person. */
import { fill, h, icon, outward, webAddress } from "./dom.js";
import { createSheet } from "./sheet.js";

/**
 * @param {import("./labels.js").Say} say
 * @param {{passage: (id: string) => Promise<import("./wire").Passage>, packet: () => Promise<import("./wire").Packet | null>}} read
 */
export function createReading(say, read) {
  const sheet = createSheet(say, { tabindex: 0, role: "group" });
  let showing = 0;

  /**
   * Opens with what is known and replaces it when the rest has come, unless something else was opened meanwhile.
   * @param {string} name @param {(Node | string | null)[]} known @param {() => Promise<(Node | null)[]>} rest
   */
  async function open(name, known, rest) {
    const mine = ++showing;
    sheet.show(name, known);
    const all = await rest();
    if (mine === showing) fill(sheet.content, ...all);
  }

  return {
    /** @param {import("./wire").Citation} citation */
    openSource(citation) {
      const quote = h("blockquote", { dir: "auto" }, citation.quote);
      const link = pageLink(citation.url);
      const heading = citation.heading ? h("h3", { dir: "auto" }, citation.heading) : null;
      return open(citation.title, [heading, quote, link], async () => {
        const passage = await read.passage(citation.passage_id).catch(() => null);
        if (!passage) return [heading, quote, link]; // the words that were used are in the answer itself
        return [heading, h("div", { class: "passage", dir: "auto" }, ...surroundings(passage, citation.quote)), link];
      });
    },
    openPacket() {
      return open(say("passed_on"), [h("p", { class: "muted" }, say("loading"))], async () => {
        try {
          return packetParts(await read.packet(), say);
        } catch (error) {
          return [h("p", { class: "problem" }, /** @type {any} */ (error).detail || say("error"))];
        }
      });
    },
  };
}

/** @param {import("./wire").Passage} passage @param {string} quote */
function surroundings({ before, text, after }, quote) {
  const [from, to] = place(text, quote) ?? [0, text.length];
  const marked = [text.slice(0, from), h("mark", {}, text.slice(from, to)), text.slice(to)];
  return [
    before ? h("p", { class: "muted" }, before) : null,
    h("p", {}, ...marked),
    after ? h("p", { class: "muted" }, after) : null,
  ];
}

/**
 * Where a quote stands in its passage, whatever the white space; the dots of a shortened one don't count.
 * @param {string} text @param {string} quote @returns {[number, number] | null}
 */
export function place(text, quote) {
  const words = quote.replace(/^[\s.…]+|[\s…]+$/g, "").split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = words[0] ? new RegExp(words.join("\\s+")).exec(text) : null;
  return found && [found.index, found.index + found[0].length];
}

/** @param {string | null | undefined} url */
function pageLink(url) {
  const address = webAddress(url);
  if (!address) return null;
  const { host, pathname } = new URL(address);
  return h("p", {}, outward(address, icon("link"), h("bdi", {}, host + pathname.replace(/\/$/, ""))));
}

/** @param {import("./wire").Packet | null} packet @param {import("./labels.js").Say} say */
function packetParts(packet, say) {
  if (!packet) return [h("p", {}, say("error"))];
  const pages = packet.sources_used?.map(({ title, heading }) => (heading ? `${title} › ${heading}` : title));
  return [
    part(say("summary"), packet.summary?.length ? h("div", {}, ...packet.summary.map((line) => h("p", { dir: "auto" }, line))) : null),
    part(say("last_message"), packet.last_message && h("blockquote", { dir: "auto" }, packet.last_message)),
    part(say("key_facts"), packet.facts?.length ? factList(packet.facts) : null),
    part(say("sources"), bullets(pages)),
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
