import { decode } from 'edge-jwt';

/**
 * Keeps a session alive: tells once a second how long the token holds, and asks `renew` for another one when no more
 * than `ahead` seconds are left.
 *
 * The token is only read here, not verified: that is for the API that it is sent to.
 *
 * @param {{ renew: () => Promise<string>, onChange: (session: Session) => void, ahead?: number }} options
 * @returns {Promise<() => void>} what ends it.
 * @typedef {{ token: string, user: string, secondsLeft: number, renewals: number }} Session
 */
export async function keepSession({ renew, onChange, ahead = 60 }) {
  let token = await renew();
  let payload = decode(token).payload;
  let renewals = 0;
  let isRenewing = false;

  const secondsLeft = () => Math.max(0, Math.ceil(payload.exp - Date.now() / 1000));
  const tell = () => onChange({ token, user: payload.sub, secondsLeft: secondsLeft(), renewals });

  async function tick() {
    tell();
    if (isRenewing || secondsLeft() > ahead) return;
    isRenewing = true;
    try {
      token = await renew();
      payload = decode(token).payload;
      renewals += 1;
      tell();
    } catch {
      // The network may be back with the next tick; until the token ends, nothing is lost.
    } finally {
      isRenewing = false;
    }
  }

  tell();
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}
