import { createVerifier, importKey } from 'edge-jwt';
import { bearer } from 'edge-jwt/hono';

/** A key that `verify` takes from whoever imports the same package. */
export const keyOf = ({ key, algorithm }) => importKey(key, algorithm);

/** A middleware that takes tokens of one key; `onRefusal` is told the code of each that it refuses. */
export function protect(sample, onRefusal) {
  const onEvent = ({ type, code }) => type === 'rejected' && onRefusal(code);
  return bearer(createVerifier({ keys: keyOf(sample), ...sample.options, onEvent }));
}
