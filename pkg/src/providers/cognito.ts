/** Amazon Cognito: tokens of a user pool. */
import { pattern } from '../checks/checks.js';
import { names, oneOf, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link cognito}. */
export interface CognitoOptions extends PresetOptions {
  /** The ID of the user pool, which begins with its region: `eu-central-1_AbCdEfGhI`. */
  readonly userPoolId: string;
  /** The ID of the app client, or several. */
  readonly clientId: string | readonly string[];
  /** Which of the two kinds of tokens is expected. */
  readonly tokenUse: 'access' | 'id';
}

const USER_POOL_ID = /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}_[0-9A-Za-z]{1,55}$/;

/**
 * Tokens of a user pool of Amazon Cognito: RS256, and by `token_use` either access tokens, which name
 * the client in `client_id`, or ID tokens, which name it in `aud`. Never both: one must not pass for
 * the other.
 *
 * An access token's own `aud`, which a resource binding adds, is not looked at: replace `audience` to
 * ask for it.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 *
 * @example
 * ```ts
 * const verifier = createVerifier(
 *   cognito({ userPoolId: 'eu-central-1_AbCdEfGhI', clientId: '1example', tokenUse: 'access' }),
 * );
 * ```
 */
export function cognito(options: CognitoOptions): ProviderPreset {
  const table = {
    userPoolId: pattern(USER_POOL_ID, 'the ID of a user pool, such as eu-central-1_AbCdEfGhI'),
    clientId: names,
    tokenUse: oneOf('access', 'id'),
  };
  const required = ['userPoolId', 'clientId', 'tokenUse'] as const;
  const { userPoolId, clientId, tokenUse, keyOptions } = readArguments(options, table, required);
  const issuer = `https://cognito-idp.${userPoolId.split('_')[0]!}.amazonaws.com/${userPoolId}`;
  return {
    keys: remoteKeys(`${issuer}/.well-known/jwks.json`, ['RS256'], keyOptions),
    issuer,
    algorithms: ['RS256'],
    ...(tokenUse === 'id'
      ? { audience: clientId, claims: { token_use: 'id' } }
      : { audience: null, claims: { token_use: 'access', client_id: clientId } }),
  };
}
