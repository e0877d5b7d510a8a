// @ts-check
/** Files: chosen, pasted or dropped beside the message, uploaded at once; and those of messages, shown or saved. */
import { fill, h, icon } from "./dom.js";

/**
 * @typedef {import("./wire").Attachment} Attachment
 * @typedef {{file: File, sent: Attachment | null, done: number, why: string, request: XMLHttpRequest | null}} Coming
 */

const MOST = 10;
/** The longest side of a picture in the log, in pixels. */
const SHOWN = 240;
const TAKEN = "image/png,image/jpeg,image/gif,image/webp,.pdf,.txt,.log,.md,.csv";
const UNITS = ["byte", "kilobyte", "megabyte"];

/**
 * @param {HTMLElement} tray @param {import("./labels.js").Say} say @param {() => string} language
 * @param {{token: () => Promise<string>, changed: () => void}} desk `token` opens the conversation where there is none.
 */
export function createFiles(tray, say, language, desk) {
  /** @type {Coming[]} */
  let coming = [];
  const field = h("input", { type: "file", multiple: true, accept: TAKEN, hidden: true, onchange: chosen });
  const list = h("ul", { class: "files" });
  fill(tray, field, list);

  function chosen() {
    bring(field.files ?? []);
    field.value = "";
  }

  /** @param {Iterable<File>} files */
  function bring(files) {
    for (const file of [...files].slice(0, MOST - coming.length)) {
      /** @type {Coming} */
      const one = { file, sent: null, done: 0, why: "", request: null };
      coming.push(one);
      void upload(one);
    }
    draw();
  }

  /** @param {Coming} one */
  async function upload(one) {
    one.why = "";
    try {
      one.sent = await send(one, await desk.token());
    } catch (code) {
      one.why = reason(String(code), say);
    }
    draw();
  }

  /** @param {Coming} one @param {string} token @returns {Promise<Attachment>} Throws the refusal's code. */
  function send(one, token) {
    return new Promise((resolve, refuse) => {
      const request = new XMLHttpRequest(); // fetch tells nothing of what has been sent so far
      one.request = request;
      request.open("POST", "/v1/attachments");
      request.responseType = "json";
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-File-Name", encodeURIComponent(one.file.name || "picture.png"));
      request.upload.onprogress = (event) => {
        one.done = event.total ? event.loaded / event.total : 0;
        list.querySelectorAll("progress").forEach((bar) => bar.dataset.of === String(coming.indexOf(one)) && (bar.value = one.done));
      };
      request.onload = () => (request.status === 201 ? resolve(request.response) : refuse(request.response?.code ?? "error"));
      request.onerror = () => refuse("error");
      request.send(one.file);
    });
  }

  /** @param {Coming} one */
  function remove(one) {
    one.request?.abort();
    coming = coming.filter((each) => each !== one);
    draw();
  }

  function draw() {
    fill(list, ...coming.map((one, n) => row(one, n)));
    tray.hidden = !coming.length;
    desk.changed();
  }

  /** @param {Coming} one @param {number} n */
  function row(one, n) {
    const retry = () => (void upload(one), draw());
    return h(
      "li",
      { class: one.why ? "file problem" : "file" },
      icon("page"),
      h("bdi", { class: "file-name" }, one.file.name),
      one.why ? h("span", { role: "alert" }, one.why) : sizeWords(one.file.size, language()),
      one.why === say("error") ? h("button", { type: "button", class: "word", onclick: retry }, say("try_again")) : null,
      one.sent || one.why ? null : h("progress", { max: 1, value: one.done, "data-of": n, "aria-label": say("sending") }),
      h("button", { type: "button", class: "round", "aria-label": say("remove_file", { name: one.file.name }), onclick: () => remove(one) }, icon("close")),
    );
  }

  return {
    pick: () => field.click(),
    bring,
    /** Whether one of them keeps the message from going. One that is refused for good doesn't: it stays behind. */
    isBusy: () => coming.some((one) => !one.sent && (!one.why || one.why === say("error"))),
    count: () => coming.filter((one) => one.sent).length,
    /** The uploaded ones, which are the message's from here on. @returns {Attachment[]} */
    take() {
      const sent = coming.flatMap((one) => one.sent ?? []);
      coming = [];
      draw();
      return sent;
    },
    /** Shows the files of a message. @param {HTMLElement} into @param {Attachment[]} files */
    show(into, files) {
      fill(into, ...files.map((file) => h("li", {}, file.image ? picture(file) : saved(file))));
    },
  };

  /** @param {Attachment} file */
  function saved(file) {
    const save = async () => {
      const link = h("a", { href: await blobOf(file), download: file.name });
      link.click();
    };
    return h("button", { type: "button", class: "file", onclick: () => void save().catch(() => {}) },
      icon("page"), h("bdi", { class: "file-name" }, file.name), sizeWords(file.bytes, language()));
  }

  /** @param {Attachment} file */
  function picture(file) {
    const scale = Math.min(1, SHOWN / Math.max(file.width ?? SHOWN, file.height ?? SHOWN));
    const size = { width: Math.round((file.width ?? SHOWN) * scale), height: Math.round((file.height ?? SHOWN) * scale) };
    const image = h("img", { alt: file.name, ...size });
    blobOf(file).then((url) => (image.src = url), () => image.replaceWith(saved(file)));
    return image;
  }

  /** A file's bytes as an address of this page: the customer's key goes in a header, and never into an address. @param {Attachment} file */
  async function blobOf(file) {
    const response = await fetch(file.url, { headers: { Authorization: `Bearer ${await desk.token()}` }, credentials: "omit" });
    if (!response.ok) throw new Error("the file did not come");
    return URL.createObjectURL(await response.blob());
  }
}

/** @param {string} code @param {import("./labels.js").Say} say */
function reason(code, say) {
  if (code === "file_type" || code === "file_unreadable" || code === "file_empty") return say("file_type");
  if (code === "file_too_large" || code === "too_large") return say("file_too_large");
  return say(code === "too_many_files" ? "too_many_files" : code === "file_refused" ? "file_refused" : "error");
}

/** @param {number} bytes @param {string} language */
function sizeWords(bytes, language) {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const digits = step === 2 && bytes < 10_000_000 ? 1 : 0;
  const words = new Intl.NumberFormat(language, { style: "unit", unit: UNITS[step], maximumFractionDigits: digits });
  return h("span", { class: "file-size" }, words.format(bytes / 1_000 ** step));
}
