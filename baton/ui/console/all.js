// @ts-check
// The page with all that it imports. The server answers with them in one.
import "./main.js";
