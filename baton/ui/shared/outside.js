// @ts-check
/** What stands before the door: the desk being opened, out of reach, or signed out, with the ways to get in and back. */
import { get, post } from './api.js';
import { Field } from './dialog.js';
import { html, signal, useEffect, useLayoutEffect, useRef, useState } from './html.js';
import { session, signIn } from './session.js';

/** The secret of a link from a letter. It stands behind #, so that whatever opens links to look at them uses none up. */
const secret = signal(/** @type {string | null} */ (null));

/** Before anybody takes it for a conversation or a room; and it must not stay in the address. */
function takeSecret() {
  const found = /^#sign-in\/(btl_\w+)$/.exec(location.hash);
  if (!found) return;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  secret.value = found[1];
}
takeSecret();
window.addEventListener('hashchange', takeSecret);

export function Outside() {
  if (session.value === 'unknown') return html`<main id="main" class="outside"><p class="faint">Opening the desk…</p></main>`;
  if (session.value === 'unreachable') {
    return html`
      <main id="main" class="outside">
        <h1>The desk can’t be reached</h1>
        <p>It may be restarting, or the network is down. Nothing that was sent is lost.</p>
        <button type="button" class="button primary" onClick=${signIn}>Try again</button>
      </main>
    `;
  }
  return html`<main id="main" class="outside">${secret.value ? html`<${ByLink} />` : html`<${SignedOut} />`}</main>`;
}

/** The session ended while somebody worked: what they were at stays below, unseen, until they are back. */
export function Ended() {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  // A browser closes a dialog at the second Escape, whatever the page says.
  const show = () => box.current?.isConnected && !box.current.open && box.current.showModal();
  useLayoutEffect(() => {
    show();
    window.addEventListener('focus', signIn);
    return () => window.removeEventListener('focus', signIn);
  }, []);
  return html`
    <dialog ref=${box} class="ended" aria-label="You are signed out" onCancel=${(/** @type {Event} */ event) => event.preventDefault()} onClose=${show}>
      <div class="outside">
        ${secret.value ? html`<${ByLink} />` : html`<${SignedOut} />`}
        <p>What you were writing is kept in this tab.</p>
        <button type="button" class="button" onClick=${signIn}>I have opened the link: go on</button>
      </div>
    </dialog>
  `;
}

function ByLink() {
  const [refusal, setRefusal] = useState('');
  const enter = () =>
    post('/v1/sign-in/sessions', { secret: secret.value }).then(
      () => {
        secret.value = null;
        return signIn();
      },
      (error) => setRefusal(error.message),
    );
  return html`
    <h1>Sign in</h1>
    ${refusal ? html`<p role="alert">${refusal}</p><button type="button" class="button" onClick=${() => (secret.value = null)}>Ask for another</button>` : html`<p>Your link signs you in on this device, once.</p><button type="button" class="button primary" onClick=${enter}>Sign in</button>`}
  `;
}

function SignedOut() {
  const [byEmail, setByEmail] = useState(false);
  useEffect(() => {
    get('/v1/sign-in').then((ways) => setByEmail(ways.by_email), () => undefined);
  }, []);
  return html`
    <h1>You are signed out</h1>
    ${new URLSearchParams(location.search).has('link') && html`<p>That link was used already, or it is too old.</p>`}
    ${byEmail && html`<${Ask} />`}
    <p>Baton signs you in with a link that works once. ${byEmail ? 'Without a mailbox there are two other ways to get one:' : 'There are two ways to get one:'}</p>
    <ul>
      <li>Whoever runs the desk gets a fresh one with <code>baton link</code>.</li>
      <li>An admin can make one for you in the console, under Operators.</li>
    </ul>
    <p>Open the link in this browser and you are back here.</p>
  `;
}

function Ask() {
  const [email, setEmail] = useState('');
  const [told, setTold] = useState('');
  const [refusal, setRefusal] = useState('');
  /** @param {Event} event */
  const ask = (event) => {
    event.preventDefault();
    setRefusal('');
    const to = location.pathname === '/console' ? '/console' : '/inbox';
    return post('/v1/sign-in/links', { email: email.trim(), to }).then(
      ({ minutes }) => setTold(`If ${email.trim()} belongs to somebody of the team, a letter with a link is on its way. It works once, within ${minutes} minutes.`),
      (error) => setRefusal(error.message),
    );
  };
  return html`
    <form class="form" onSubmit=${ask}>
      <${Field} label="Your e-mail address" value=${email} onInput=${setEmail} type="email" required />
      <div><button type="submit" class="button primary" disabled=${!email.trim()}>Send me a link</button></div>
      <p role="status">${told}</p>
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </form>
  `;
}
