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
      text: 'Before the attacks: a token as the issuer signed it. The API has the public key, and expects this issuer and this audience.',
      look: 'Everything passes. Keep an eye on the verdict as the token changes.',
    },
    none: {
      title: 'alg: none',
      text: 'The attacker writes the claims, names the algorithm “none” and leaves the signature empty. Libraries that asked the token what to do believed it.',
      look: 'The algorithm is refused before anything else. “none” does not exist here.',
    },
    confusion: {
      title: 'Algorithm confusion',
      text: 'The public key is public. The attacker takes its text for an HMAC secret, signs with it and writes HS256. A verifier that takes key and algorithm apart computes the same.',
      look: 'The key is bound to ES256 since it was imported. HS256 is not even tried.',
    },
    tampered: {
      title: 'A changed payload',
      text: 'A genuine token, with role changed to admin, and the old signature.',
      look: 'The signature does not belong to these bytes.',
    },
    stripped: {
      title: 'The signature cut off',
      text: 'The signature is gone, with its full stop. Some decoders read such a token without a word.',
      look: 'The form is refused. What can be read is still shown, unverified.',
    },
    ownKey: {
      title: 'A key of the attacker’s own',
      text: 'The attacker signs with a key of their own and puts it into the header (jwk). A verifier that takes it from there verifies anything.',
      look: 'The key in the header is shown and never trusted; the signature is not that of your key.',
    },
    expired: {
      title: 'An old token',
      text: 'Genuine, and stolen from a log of an hour ago.',
      look: 'It has expired. Set the time back, and see that it would have been valid then.',
    },
    otherAudience: {
      title: 'A token for somebody else',
      text: 'Genuine, from the right issuer, for another API. Whoever runs that one could use it here.',
      look: 'The audience differs. An API that does not look at aud lets it in.',
    },
    duplicate: {
      title: 'A member twice',
      text: 'Signed, with role once as admin and once as user. Two parsers may read two different tokens.',
      look: 'Strict JSON has each name once. The payload is refused.',
    },
    kid: {
      title: 'A path for a key ID',
      text: 'kid says ../../../dev/null. Whoever opens a file of that name verifies with an empty key.',
      look: 'A kid is a name, looked up in the set and nowhere else. It is not in there.',
    },
    weakSecret: {
      title: 'A secret out of the documentation',
      text: 'HS256 with “your-256-bit-secret”. Whoever tries known secrets can sign whatever they like.',
      look: 'The key is too short, and known to everybody. Services refuse to import it.',
    },
  },
};
