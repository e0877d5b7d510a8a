// @ts-check
/** The demo customer's page: embeds the widget by the same snippet that a real site uses, with the token of the address. */

const token = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const script = document.createElement("script");
script.async = true;
script.src = "/widget.js";
script.dataset.token = token;
document.head.append(script);

/** The stub that a site may use before the widget has loaded: calls wait in line. */
/** @type {any} */ (window).Baton ??= function (/** @type {any[]} */ ...call) {
  const stub = /** @type {any} */ (window).Baton;
  (stub.q ??= []).push(call);
};

document.querySelectorAll("[data-open]").forEach((button) => {
  button.addEventListener("click", () => /** @type {any} */ (window).Baton("open"));
});
