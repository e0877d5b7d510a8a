import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { lengthOf } from "../../../baton/ui/widget/composer_view.js";
import { speaker } from "../../../baton/ui/widget/labels.js";
import { createMemory } from "../../../baton/ui/widget/memory.js";
import { blocks } from "../../../baton/ui/widget/message_view.js";
import { place } from "../../../baton/ui/widget/reading_view.js";
import { contrast, readableAccent } from "../../../baton/ui/widget/theme.js";

const parse = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));

test("any accent a tenant picks is readable on the page, and text is readable on it", () => {
  const steps = ["00", "33", "66", "99", "cc", "ff"];
  for (const r of steps) for (const g of steps) for (const b of steps) {
    for (const isDark of [false, true]) {
      const { accent, ink } = readableAccent(`#${r}${g}${b}`, isDark);
      const surface = isDark ? [0x1c, 0x22, 0x26] : [0xfb, 0xfa, 0xf7];
      assert.ok(contrast(parse(accent), surface) >= 4.5, `#${r}${g}${b} dark=${isDark}`);
      assert.ok(contrast(parse(accent), parse(ink)) >= 4.5, `#${r}${g}${b} dark=${isDark}: ink`);
    }
  }
});

test("what is not a colour is left alone", () => {
  for (const wrong of [undefined, "", "teal", "#12", "url(x)", "#12345g"]) assert.equal(readableAccent(wrong, false), null);
});

test("a readable accent is kept as the tenant chose it", () => {
  assert.deepEqual(readableAccent("#0f6b5c", false), { accent: "#0f6b5c", ink: "#ffffff" });
});

test("an answer's statements stand as text, steps and points", () => {
  const statements = ["Yes.", "1. Open it.", "2. Press.", "Then wait.", "- a", "- b", "2026 was good."].map((text) => ({ text, citations: [] }));
  assert.deepEqual(blocks(statements).map((block) => [block.list, block.statements.length]), [[null, 1], ["ol", 2], [null, 1], ["ul", 2], [null, 1]]);
});

test("a quote is found in its passage across line breaks and without the dots of a shortened one", () => {
  const text = "We collect it.\nThe trip costs £75 (or more).";
  const at = (quote) => place(text, quote) && text.slice(...place(text, quote));
  assert.equal(at("… collect it. The trip costs £75 (or more). …"), "collect it.\nThe trip costs £75 (or more).");
  assert.equal(at("something else"), null);
  assert.equal(at(""), null);
});

test("characters are counted as the server counts them", () => {
  assert.equal(lengthOf("a".repeat(9_990) + "😀".repeat(10)), 10_000);
});

test("a label is said in the customer's language with its values filled in", () => {
  const say = speaker(() => ({ next_in_line: "Sie sind als Nächstes dran.", position: "Platz {position}", with_person: "Sie sprechen mit {name}" }));
  assert.equal(say("next_in_line"), "Sie sind als Nächstes dran.");
  assert.equal(say("position", { position: 3 }), "Platz 3");
  assert.equal(say("with_person", {}), "Sie sprechen mit {name}");
});

test("until the words are there, an empty page has its first ones in English and is silent on the rest", () => {
  const say = speaker(() => ({}));
  assert.equal(say("write_message"), "Write a message");
  assert.equal(say("rate_ask"), "");
});

const blocked = () => {
  throw new Error("blocked");
};

test("blocked storage still remembers while the page lasts", () => {
  const memory = createMemory("wgt_1", null, blocked);
  memory.write("ticket", { id: "cnv_1" });
  assert.equal(memory.read("ticket").id, "cnv_1");
  assert.equal(memory.lasts(), false);
});

test("where frames may store nothing, the host page keeps all of it for the next load", () => {
  let kept = "";
  const before = createMemory("wgt_1", (all) => (kept = all), blocked);
  before.write("ticket", { id: "cnv_1" });
  before.keep({ client_id: "a", at: "2026-01-05T10:00:00Z" });
  before.write("draft", "half a");
  before.write("draft", null);
  const after = createMemory("wgt_1", () => {}, blocked);
  after.restore(kept);
  assert.equal(after.lasts(), true);
  assert.deepEqual([after.read("ticket").id, after.read("draft"), after.outbox().length], ["cnv_1", null, 1]);
  for (const nonsense of [null, undefined, "{", "[1]", "7"]) assert.doesNotThrow(() => after.restore(nonsense));
});

test("two tabs keep their unsent messages apart, and another widget's are never touched", () => {
  const items = new Map();
  const storage = {
    get length() { return items.size; },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
  const [here, there, other] = ["wgt_1", "wgt_1", "wgt_2"].map((token) => createMemory(token, null, () => storage));
  const entry = (client_id, at) => ({ client_id, kind: "message", text: "hi", at, status: "sending" });
  here.keep(entry("late", "2026-01-05T10:01:00Z"));
  there.keep(entry("early", "2026-01-05T10:00:00Z"));
  other.keep(entry("theirs", "2026-01-05T10:00:00Z"));
  storage.setItem("baton:wgt_1:out:broken", "{not json");
  assert.deepEqual(here.outbox().map((each) => each.client_id), ["early", "late"]);
  here.forget();
  assert.deepEqual(there.outbox(), []);
  assert.deepEqual(other.outbox().map((each) => each.client_id), ["theirs"]);
});

test("no page of the widget has inline script or style, and every file it names exists", () => {
  const ui = new URL("../../../baton/ui/", import.meta.url);
  for (const name of ["page.html", "try.html"]) {
    const html = readFileSync(new URL(`widget/${name}`, ui), "utf8");
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    for (const [, path] of html.matchAll(/(?:src|href)="\/ui\/([^"]+)"/g)) readFileSync(new URL(path, ui));
  }
});
