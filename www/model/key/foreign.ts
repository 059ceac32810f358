/**
 * What a text is that is no key the page can read: a key in another format, with the command that converts it, or
 * something that belongs elsewhere.
 */
import { bytesFromBase64url } from '../base64url.js';
import { looseJson, textOf } from './loose-json.js';

export type ForeignFormat =
  | 'encrypted'
  | 'ssh-private'
  | 'ssh-public'
  | 'ssh2-public'
  | 'putty'
  | 'pkcs12'
  | 'pgp'
  | 'pkcs7'
  | 'request'
  | 'java-keystore';

export type Foreign =
  | {
      readonly kind: 'format';
      readonly format: ForeignFormat;
      /** For a shell; each prints the public key, or with `isPrivate` makes a private key that can be read. */
      readonly commands: readonly { readonly command: string; readonly isPrivate: boolean }[];
    }
  /** The address of a key set, or of an issuer. */
  | { readonly kind: 'url'; readonly url: string }
  /** A document of OpenID Connect Discovery: the keys are at the address that it names. */
  | { readonly kind: 'discovery'; readonly url: string }
  | { readonly kind: 'token'; readonly token: string };

/** For errors, which are in English. */
const NAMES: Record<ForeignFormat, string> = {
  encrypted: 'an encrypted private key',
  'ssh-private': 'a private key of OpenSSH',
  'ssh-public': 'a key of SSH',
  'ssh2-public': 'a key of SSH',
  putty: 'a key of PuTTY',
  pkcs12: 'a PKCS#12 file',
  pgp: 'a key of OpenPGP',
  pkcs7: 'a PKCS#7 chain of certificates',
  request: 'a certificate request',
  'java-keystore': 'a Java keystore',
};

export const foreignMessage = (format: ForeignFormat): string =>
  `${NAMES[format]} cannot be read here; convert it first`;

const publicKey = (command: string) => ({ command, isPrivate: false });
const privateKey = (command: string) => ({ command, isPrivate: true });

const COMMANDS: Record<ForeignFormat, readonly { command: string; isPrivate: boolean }[]> = {
  encrypted: [
    publicKey('openssl pkey -in key.pem -pubout'),
    privateKey('openssl pkey -in key.pem'),
  ],
  // The one command for every type: the page reads the line that it prints.
  'ssh-private': [
    publicKey('ssh-keygen -y -f key'),
    privateKey(`cp key key.pem && ssh-keygen -p -m PKCS8 -N '' -f key.pem`),
  ],
  'ssh-public': [publicKey('ssh-keygen -e -m PKCS8 -f key.pub')],
  'ssh2-public': [publicKey('ssh-keygen -i -f key.pub')],
  putty: [
    publicKey('puttygen key.ppk -O public-openssh'),
    privateKey(`puttygen key.ppk -O private-openssh -o key && ssh-keygen -p -m PKCS8 -N '' -f key`),
  ],
  pkcs12: [
    publicKey('openssl pkcs12 -in key.p12 -nokeys -clcerts | openssl x509 -pubkey -noout'),
    privateKey('openssl pkcs12 -in key.p12 -nodes -nocerts | openssl pkey'),
  ],
  pgp: [publicKey(`gpg --import key.asc && gpg --export-ssh-key 'FINGERPRINT!'`)],
  pkcs7: [publicKey('openssl pkcs7 -in chain.p7b -print_certs')],
  request: [publicKey('openssl req -in request.pem -pubkey -noout')],
  'java-keystore': [publicKey('keytool -list -rfc -keystore keystore.jks')],
};

/** Longer is no address, and no token that somebody put into the wrong field. */
const MOST_CHARACTERS = 65_536;
const MOST_OF_ADDRESS = 2048;
const TOKEN = /^(?:bearer\s+)?(e[wy][\w-]{8,}\.(?:[\w-]*\.){1,3}[\w-]*)$/i;
const ADDRESS =
  /^(?:https?:\/\/\S+|[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?\/(?:\S*\/)?(?:\.well-known\/\S+|jwks(?:\.json)?|certs|keys|discovery\/\S+))$/i;

/** Undefined for a key, a secret, and whatever else can only be taken as it is. */
export function foreignIn(given: string): Foreign | undefined {
  const text = given.trim().replace(/^["'<]([^]*)["'>]$/, '$1');
  const format = formatOf(text);
  if (format !== undefined) {
    // No tool converts these.
    const commands = text.startsWith('ssh-ed25519') ? [] : COMMANDS[format];
    return { kind: 'format', format, commands };
  }
  if (text.length > MOST_CHARACTERS) return undefined;
  const token = TOKEN.exec(text)?.[1];
  if (token !== undefined) return { kind: 'token', token };
  if (text.length <= MOST_OF_ADDRESS && ADDRESS.test(text)) return { kind: 'url', url: text };
  const url = keysUrlIn(text);
  return url === undefined ? undefined : { kind: 'discovery', url };
}

function formatOf(text: string): ForeignFormat | undefined {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type:[ ]?4,[ ]?ENCRYPTED/.test(text)) {
    return 'encrypted';
  }
  if (text.includes('-----BEGIN OPENSSH PRIVATE KEY-----')) return 'ssh-private';
  if (/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S{1,40}|sk-\S{1,60}) /.test(text))
    return 'ssh-public';
  if (text.includes('---- BEGIN SSH2 ')) return 'ssh2-public';
  if (/^PuTTY-User-Key-File-/m.test(text)) return 'putty';
  if (text.includes('-----BEGIN PGP ')) return 'pgp';
  if (/-----BEGIN (?:PKCS ?#?7|CMS)/.test(text)) return 'pkcs7';
  if (/-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----/.test(text)) return 'request';
  return /^(?:MI|\/u3\+7Q)/.test(text) ? ofBytes(text) : undefined;
}

/** The formats that have no text of their own come in base64. */
function ofBytes(text: string): ForeignFormat | undefined {
  const bytes = bytesFromBase64url(text.slice(0, 128).replaceAll(/\s/g, '').slice(0, 64));
  if (bytes === undefined) return undefined;
  if (text.startsWith('/u3+7Q')) return 'java-keystore';
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  // PFX ::= SEQUENCE { version INTEGER (3), authSafe ContentInfo } (RFC 7292 §4): id-data or id-signedData.
  if (/^30(?:82....|8[134].{2,8}?)02010330/.test(hex)) return 'pkcs12';
  return /^30(?:82....|80|81..|83.{6})06092a864886f70d0107/.test(hex) ? 'pkcs7' : undefined;
}

function keysUrlIn(text: string): string | undefined {
  if (!text.includes('jwks_uri')) return undefined;
  const start = text.indexOf('{');
  const document = start < 0 ? undefined : looseJson(text, start);
  return document?.kind === 'object' ? textOf(document, 'jwks_uri') : undefined;
}
