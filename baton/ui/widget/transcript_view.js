// @ts-check
/** Sends the conversation to the customer by e-mail, to an address that they confirm. */
import { h } from "./dom.js";
import { createSheet, emailForm } from "./sheet.js";

/**
 * @param {import("./labels.js").Say} say
 * @param {{known: () => string | undefined, send: (address: string) => Promise<void>}} on
 */
export function createTranscript(say, on) {
  const sheet = createSheet(say);

  /** @param {string} address */
  const take = (address) =>
    sheet.attempt(async () => {
      await on.send(address);
      const done = h("p", { role: "status", tabindex: -1 }, say("sent_to", { email: address }));
      sheet.show(say("send_by_email"), [done]);
      done.focus();
    });

  return {
    open() {
      const form = emailForm(say, { known: on.known(), take: (address) => void take(address), refuse: sheet.refuse });
      sheet.show(say("send_by_email"), [form]);
      form.querySelector("input")?.focus();
    },
  };
}
