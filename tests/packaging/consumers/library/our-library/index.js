import { createVerifier, importKey } from 'edge-jwt';
import { bearer } from 'edge-jwt/hono';

/** A middleware that takes tokens of one key; `onRefusal` is told the code of each that it refuses. */
export function protect({ key, algorithm, options }, onRefusal) {
  const onEvent = ({ type, code }) => type === 'rejected' && onRefusal(code);
  return bearer(createVerifier({ keys: importKey(key, algorithm), ...options, onEvent }));
}
