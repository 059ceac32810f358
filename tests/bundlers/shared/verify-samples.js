import { importKey, verify } from 'edge-jwt';
import { samples } from './samples.js';

/** For every sample: whom its token is about, and the code with which the changed one is refused. */
export function verifySamples() {
  return samples.map(({ algorithm, key, options, token, changed }) => {
    const imported = importKey(key, algorithm);
    const { payload } = verify(token, imported, options);
    return {
      algorithm,
      sub: payload.sub,
      refusal: refusalOf(() => verify(changed, imported, options)),
    };
  });
}

function refusalOf(call) {
  try {
    call();
  } catch (error) {
    return error.code;
  }
  return undefined;
}
