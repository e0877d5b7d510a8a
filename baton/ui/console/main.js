// @ts-check
/** The console page: sign in, follow the address, draw. */
import { html, render } from '../shared/html.js';
import { signIn } from '../shared/session.js';
import { startClock } from '../shared/time.js';
import { App } from './app.js';
import { route, routeOf } from './route.js';

const follow = () => (route.value = routeOf(location.hash));

startClock();
follow();
window.addEventListener('hashchange', follow);
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById('app')));
signIn();
