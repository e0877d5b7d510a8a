// @ts-check
// What the page needs when it opens. The server answers with them in one.
import "./page.js";
