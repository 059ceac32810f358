import { keepSession } from './session.js';

const issuer = import.meta.env.VITE_ISSUER ?? 'http://127.0.0.1:4000';

/** Yours asks the identity provider's SDK, or your own server, which has the session's cookie. */
async function renew() {
  const response = await fetch(`${issuer}/token?scope=orders:read&expires_in=90`);
  if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
  return response.text();
}

await keepSession({
  renew,
  onChange({ user, secondsLeft, renewals }) {
    document.querySelector('#user').value = user;
    document.querySelector('#seconds').value = secondsLeft;
    document.querySelector('#renewals').value = renewals;
  },
});
