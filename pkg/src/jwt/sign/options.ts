/** The options of `sign`, checked once. */
import { durationInSeconds, name, oneOrMore, time } from '../../checks/checks.js';
import { DAY, SECOND } from '../../checks/duration.js';
import { readOptions } from '../../checks/options.js';
import type { Check, OptionsOf } from '../../checks/options.js';
import { misuse } from '../../errors.js';
import type { JwsHeader } from '../../jws/header.js';
import { memberTexts } from './json-members.js';
import type { MemberTexts } from './json-members.js';

/** Parameters of the protected header beside those that the key and the options say. */
export type AdditionalHeader = Readonly<Partial<JwsHeader>> & {
  readonly [parameter in 'alg' | 'kid' | 'typ' | 'b64']?: never;
};

/**
 * Options of `sign`. An option that is not known by name is an error. Each is a claim or a header
 * parameter; one that the claims or `header` have too is an error, because only one of them can be
 * meant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 */
export interface SignOptions {
  /** `exp`, as time after `iat`: from 1 second to 100 years, or a text such as `'15m'`. Defaults to none. */
  readonly expiresIn?: number | string;
  /** `nbf`, as time after `iat`: up to 100 years, in seconds or a text such as `'30s'`. Defaults to none. */
  readonly notBefore?: number | string;
  /**
   * `iat`, as a Date or in seconds since the epoch, up to the year 9999; full seconds are written. Defaults to `iat`
   * of the claims, else to now. `null` leaves `iat` out, and `exp` and `nbf` count from now.
   */
  readonly issuedAt?: Date | number | null;
  /** `iss`. Defaults to none. */
  readonly issuer?: string;
  /** `aud`. Defaults to none. */
  readonly audience?: string | readonly string[];
  /** `sub`. Defaults to none. */
  readonly subject?: string;
  /** `jti`; `true` makes a random UUID for each token. Defaults to none. */
  readonly jwtId?: string | true;
  /** `kid` of the header. Defaults to the key's. */
  readonly keyId?: string;
  /**
   * `typ` of the header. Defaults to `'JWT'`.
   *
   * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.11
   */
  readonly typ?: string;
  /**
   * More parameters of the protected header. Not `alg`, `kid`, `typ` and `b64`. `crit` must name extensions
   * that are in it too: at least one, each once, and none that RFC 7515 or RFC 7518 define. A verifier takes the
   * token only if it understands all of them (option `crit` of `verify`).
   *
   * @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11
   */
  readonly header?: AdditionalHeader;
}

/** A hundred years: what is longer is a mistake of the unit. */
const LONGEST = 36_500 * DAY;
/** Header parameters with an option of their own. */
const BY_OPTION = { kid: 'keyId', typ: 'typ' };

const issuedAt: Check<number | null> = (value, what) =>
  value === null ? null : Math.floor(time(value, what));
const jwtId: Check<string | true> = (value, what) => (value === true ? true : name(value, what));
const header: Check<MemberTexts> = (value) => {
  const members = memberTexts(value, 'header parameter');
  for (const [parameter, option] of Object.entries(BY_OPTION)) {
    if (members.has(parameter)) {
      throw misuse(`${parameter} of the header is said by the option ${option}`);
    }
  }
  return members;
};

/** Times in seconds. */
const table = () => ({
  expiresIn: durationInSeconds(SECOND, LONGEST),
  notBefore: durationInSeconds(0, LONGEST),
  issuedAt,
  issuer: name,
  audience: oneOrMore(name),
  subject: name,
  jwtId,
  keyId: name,
  typ: name,
  header,
});

/** @internal */
export type CheckedOptions = OptionsOf<ReturnType<typeof table>>;

/** @internal */
export function readSignOptions(options: unknown): CheckedOptions {
  return readOptions(options, table());
}
