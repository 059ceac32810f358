/** The tour through the attacks. */

export const tour = {
  step: (step: number, count: number) => `Attack tour, ${step} of ${count}`,
  next: 'Next',
  previous: 'Back',
  end: 'End the tour',
  look: 'What to look at',
  attacks: {
    genuine: {
      title: 'The genuine token',
      text: 'Before the attacks: a token as its issuer signed it. The API has the public key and expects this issuer and this audience.',
      look: 'Every check passes. Watch the verdict as the token changes.',
    },
    none: {
      title: 'alg: none',
      text: 'The attacker writes the claims, sets the algorithm to “none” and leaves the signature empty. Libraries that let the token choose the algorithm accepted it.',
      look: 'The algorithm is rejected before anything else is checked. “none” is not supported at all.',
    },
    confusion: {
      title: 'Algorithm confusion',
      text: 'The attacker uses the text of the public key as an HMAC secret, signs with it and writes HS256. A verifier that lets the token pick the algorithm will accept it.',
      look: 'The key was bound to ES256 when it was imported. HS256 is not even tried.',
    },
    tampered: {
      title: 'A changed payload',
      text: 'A genuine token with role changed to admin and the old signature.',
      look: 'The signature does not match these bytes.',
    },
    stripped: {
      title: 'The signature cut off',
      text: 'The signature is gone, and so is the dot before it. Some decoders read such a token without complaint.',
      look: 'The format is rejected. What can be read is still shown, unverified.',
    },
    ownKey: {
      title: 'The attacker’s own key',
      text: 'The attacker signs with a key of their own and puts it into the header (jwk). A verifier that uses that key accepts anything.',
      look: 'The key in the header is shown but never trusted. The signature does not match your key.',
    },
    expired: {
      title: 'An old token',
      text: 'A real token, copied from an old log.',
      look: 'It has expired. Set the time back to see that it was valid then.',
    },
    otherAudience: {
      title: 'A token for someone else',
      text: 'A genuine token from the right issuer, but for another API. The operator of that API could use it here.',
      look: 'The audience differs. An API that does not check aud accepts it.',
    },
    duplicate: {
      title: 'A member twice',
      text: 'A signed token with role twice, once as admin and once as user. Two parsers may read two different tokens.',
      look: 'In strict JSON each name occurs once. The payload is rejected.',
    },
    kid: {
      title: 'A path as key ID',
      text: 'kid is ../../../dev/null. Code that opens a file of that name verifies with an empty key.',
      look: 'A kid is only a name, looked up in the key set. This one is not in the set.',
    },
    weakSecret: {
      title: 'A secret from the documentation',
      text: 'HS256 with “your-256-bit-secret”. Anyone who tries well-known secrets can sign tokens.',
      look: 'The key is too short and publicly known. Services refuse to import it.',
    },
  },
};
