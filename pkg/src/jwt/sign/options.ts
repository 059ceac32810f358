/** The options of `sign`, checked once. */
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import {
  checkedKnownOptions,
  checkedName,
  checkedTime,
  takeOption,
} from '../../checks/arguments.js';
import { checkedDuration, DAY, SECOND } from '../../checks/duration.js';
import { misuse } from '../../errors.js';
import type { JwsHeader } from '../../types.js';
import { memberTexts } from './json-members.js';
import type { MemberTexts } from './json-members.js';

/** Parameters of the protected header beside those that the key and the options say. */
export type MoreHeader = Readonly<Partial<JwsHeader>> & {
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
   * `iat`, as a Date or in seconds since the epoch, up to the year 9999; full seconds are written. Defaults to `iat` of the
   * claims, else to now. `null` leaves `iat` out, and `exp` and `nbf` count from now.
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
  readonly header?: MoreHeader;
}

/**
 * The options after their check; times in seconds.
 *
 * @internal
 */
interface Checked {
  readonly expiresIn?: number;
  readonly notBefore?: number;
  readonly issuedAt?: number | null;
  readonly issuer?: string;
  readonly audience?: string | readonly string[];
  readonly subject?: string;
  readonly jwtId?: string | true;
  readonly keyId?: string;
  readonly typ?: string;
  readonly header?: MemberTexts;
}

/** A hundred years: what is longer is a mistake of the unit. */
const LONGEST = 36_500 * DAY;
/** Header parameters with an option of their own. */
const BY_OPTION = { kid: 'keyId', typ: 'typ' };

const CHECKS: Readonly<
  Record<keyof Omit<Checked, 'header'>, (value: unknown, name: string) => unknown>
> = {
  expiresIn: (value, name) => secondsOf(value, name, SECOND),
  notBefore: (value, name) => secondsOf(value, name, 0),
  issuedAt: (value, name) =>
    value === null ? null : Math.floor(checkedTime(value, `option ${name}`)),
  issuer: checkedName,
  audience: (value, name) =>
    Array.isArray(value) ? checkedNames(value, name) : checkedName(value, name),
  subject: checkedName,
  jwtId: (value, name) => (value === true ? true : checkedName(value, name)),
  keyId: checkedName,
  typ: checkedName,
};

/** @internal */
export type Settings = Own<Checked>;

/** @internal */
export function checkedSettings(options: unknown): Settings {
  const [header, rest] = takeOption(options, 'header');
  const settings = record();
  for (const [name, value] of Object.entries(checkedKnownOptions(rest, Object.keys(CHECKS)))) {
    settings[name] = CHECKS[name as keyof typeof CHECKS](value, name);
  }
  if (header !== undefined) settings['header'] = checkedHeader(header);
  return settings as Settings;
}

function checkedHeader(header: unknown): MemberTexts {
  const members = memberTexts(header, 'header parameter');
  for (const [name, option] of Object.entries(BY_OPTION)) {
    if (members.has(name)) throw misuse(`${name} of the header is said by option ${option}`);
  }
  return members;
}

function secondsOf(value: unknown, name: string, least: number): number {
  return checkedDuration(value, name, { least, most: LONGEST }) / SECOND;
}

function checkedNames(values: readonly unknown[], name: string): readonly string[] {
  if (values.length === 0) throw misuse(`option ${name} must name somebody`);
  return values.map((value) => checkedName(value, name));
}
