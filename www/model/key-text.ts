/**
 * The key in what people paste: a line of an environment file, a string of source code, a PEM whose line
 * breaks are lost or written out, the base64 of one, DER in base64. A secret stays as it is: all of it counts.
 */
import { inspectKey } from 'edge-jwt';

import { textFromBase64url } from './base64url.js';

/** What the DER of each kind is called in PEM (RFC 7468). */
const LABELS: Readonly<Record<string, string>> = {
  spki: 'PUBLIC KEY',
  certificate: 'CERTIFICATE',
  pkcs8: 'PRIVATE KEY',
  'encrypted-pkcs8': 'ENCRYPTED PRIVATE KEY',
  sec1: 'EC PRIVATE KEY',
  'pkcs1-public-key': 'RSA PUBLIC KEY',
  'pkcs1-private-key': 'RSA PRIVATE KEY',
};

/** The key alone; `text` itself where it is no key, or nothing but one. */
export function keyText(text: string): string {
  const trimmed = text.trim();
  const bare = pemIn(unquoted(trimmed));
  // DER begins with a SEQUENCE, which is M in base64.
  if (bare === trimmed && !bare.startsWith('M')) return text;
  const { kind, format } = inspectKey(bare);
  if (kind === 'secret' || kind === 'unknown') return text;
  return format === 'text' && kind in LABELS ? pemOf(LABELS[kind], bare) : bare;
}

/** Without `export NAME=`, and without quotes. */
function unquoted(text: string): string {
  const value = text.replace(/^(export\s+)?[\w.-]+\s*[=:]\s*(?=["'`{M-]|LS0)/, '');
  return /^(["'`])([^]*)\1[,;]?$/.exec(value)?.[2]?.replaceAll('\\"', '"').trim() ?? value;
}

/** From the first line of a PEM to its last, the base64 between without whitespace. */
function pemIn(text: string): string {
  const decoded = text.startsWith('LS0tLS1CRUdJTi') ? textFromBase64url(text) : undefined;
  const given = (decoded ?? text).replaceAll(/\\{1,2}r|\r/g, '').replaceAll(/\\{1,2}n/g, '\n');
  const start = given.indexOf('-----BEGIN ');
  // A map of PEM texts holds several keys; the file of a service account holds one.
  if (start < 0 || (text.startsWith('{') && !text.includes('"private_key"'))) return text;
  const lastLine = given.lastIndexOf('-----END ');
  const end = lastLine < start ? undefined : given.indexOf('-----', lastLine + 9) + 5;
  return given
    .slice(start, end)
    .replaceAll(/-----BEGIN ([^-]+)-----([^-:]+)-----END \1-----/g, (_, label, base64) =>
      pemOf(label as string, base64 as string),
    );
}

const pemOf = (label: string | undefined, base64: string) =>
  `-----BEGIN ${label}-----\n${base64.replaceAll(/\s/g, '')}\n-----END ${label}-----`;
