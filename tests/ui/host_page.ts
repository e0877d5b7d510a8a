// What a company's page may write against baton.d.ts, and what its compiler must refuse. Checked by tsc; never run.
import type { BatonCall, BatonMessage } from "../../baton/ui/widget/baton.js";

window.Baton ??= ((...call: unknown[]) => (Baton.q ??= []).push(call)) as unknown as BatonCall;

Baton("boot", { token: "wgt_1", position: "left", label: "Help" });
Baton("identify", { external_id: "4711", proof: "eyJ", name: "Ann", attributes: { plan: "Blue", seats: 3, trial: null } });
Baton("update", { language: "pt-BR", tags: ["vip"] });
Baton("open");
Baton("close");
Baton("toggle");
const count = (unread: number) => document.title.padEnd(unread);
Baton("on", "unread", count);
Baton("off", "unread", count);
Baton("on", "ready", () => {});
Baton("on", "message", ({ author, at }: BatonMessage) => console.log(author.kind, author.name, at));
Baton("shutdown");
if (Baton.isLoaded) Baton("open");

// @ts-expect-error There is no such verb.
Baton("explode");
// @ts-expect-error There is no such event.
Baton("on", "typed", () => {});
// @ts-expect-error A listener for another event.
Baton("on", "unread", (about: BatonMessage) => about.at);
// @ts-expect-error What was written is never told.
Baton("on", "message", (about) => about.text);
// @ts-expect-error A field that is misspelled.
Baton("identify", { externalId: "4711" });
// @ts-expect-error There are two sides.
Baton("boot", { position: "top" });
