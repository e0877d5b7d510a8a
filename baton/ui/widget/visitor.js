// @ts-check
/** Who is writing, as the host page says. Someone else at the same browser must never see the last one's conversation. */

/**
 * @param {ReturnType<typeof import("./memory.js").createMemory>} memory
 * @param {() => void} forget Forgets what the last one wrote and read.
 */
export function createVisitor(memory, forget) {
  /** @type {import("./wire").Customer} */
  let known = {};
  return {
    now: () => known,
    /** Takes in what the page says; returns whether the language is another one now. @param {import("./wire").Customer} who */
    identify(who) {
      const was = memory.read("who");
      if (who.external_id && was && was !== who.external_id) {
        known = {}; // nor speak with the last one's proof
        forget();
      }
      if (who.external_id) memory.write("who", who.external_id);
      const isNewLanguage = Boolean(who.language && who.language !== known.language);
      known = { ...known, ...who };
      return isNewLanguage;
    },
  };
}
