/** What the text in the token pane looks like, where there is no token in it. */
import type { View } from '../state.js';
import { findTokens } from './find-tokens.js';
import { looksLike } from './look-alike.js';
import type { LookAlike } from './look-alike.js';

export function noToken({ state, inspection }: View): LookAlike | undefined {
  const { token } = state;
  const isToken = inspection.protectedHeader !== undefined || token.trim() === '';
  return isToken || findTokens(token).length > 0 ? undefined : looksLike(token);
}
