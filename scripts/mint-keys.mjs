// Writes tests/vectors/keys/keys.json anew: keys in every form that other programs write them in,
// made with OpenSSL and OpenSSH, which must be on PATH. Run by hand, when a form is added.

import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from './lib/project.mjs';

const KINDS = {
  RS256: ['rsa', { modulusLength: 2048 }],
  ES256: ['ec', { namedCurve: 'P-256' }],
  ES384: ['ec', { namedCurve: 'P-384' }],
  ES512: ['ec', { namedCurve: 'P-521' }],
  EdDSA: ['ed25519', {}],
};

const folder = mkdtempSync(join(tmpdir(), 'edge-jwt-keys-'));
const file = (name) => join(folder, name);

function program(name, args, input) {
  return execFileSync(name, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

const openssl = (args, input) => program('openssl', args, input);

/** A block of PEM around bytes. */
function pem(label, der) {
  const lines = der.toString('base64').match(/.{1,64}/g);
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** A certificate that is valid for a day: nobody here looks at its dates. */
function certificate(privatePem, version) {
  writeFileSync(file('private.pem'), privatePem);
  const subject = ['-subj', '/CN=edge-jwt test key'];
  if (version === 3) {
    return openssl(['req', '-x509', '-key', file('private.pem'), '-days', '1', ...subject]);
  }
  const request = openssl(['req', '-new', '-key', file('private.pem'), ...subject]);
  return openssl(['x509', '-req', '-signkey', file('private.pem'), '-days', '1'], request);
}

function token(alg, privateKey) {
  const segment = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signingInput = `${segment({ alg })}.${segment({ sub: 'key form', exp: 4_102_444_800 })}`;
  const hash = alg === 'EdDSA' ? null : `sha${alg.slice(2)}`;
  const options = alg.startsWith('ES') ? { dsaEncoding: 'ieee-p1363' } : {};
  const signature = sign(hash, Buffer.from(signingInput), { key: privateKey, ...options });
  return `${signingInput}.${signature.toString('base64url')}`;
}

/** The PrivateKeyInfo around an ECPrivateKey that has no public key (RFC 5958 §2). */
function privateKeyInfo(publicKey, ecPrivateKey) {
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  // 30 len (or 30 81 len), then the AlgorithmIdentifier, which is short.
  const start = spki[1] === 0x81 ? 3 : 2;
  const algorithm = spki.subarray(start, start + 2 + spki[start + 1]);
  const element = (tag, content) => {
    const length = content.length > 0x7f ? [0x81, content.length] : [content.length];
    return Buffer.concat([Buffer.from([tag, ...length]), content]);
  };
  const version = Buffer.of(2, 1, 0);
  const key = element(4, ecPrivateKey);
  return element(0x30, Buffer.concat([version, algorithm, key]));
}

const derOf = (text) => Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64');

function keyOf(alg, [type, parameters]) {
  const { publicKey, privateKey } = generateKeyPairSync(type, parameters);
  const publicPem = (kind) => publicKey.export({ format: 'pem', type: kind });
  const privatePem = (kind) => privateKey.export({ format: 'pem', type: kind });
  const forms = {
    SubjectPublicKeyInfo: publicPem('spki'),
    PrivateKeyInfo: privatePem('pkcs8'),
    'certificate, version 3': certificate(privatePem('pkcs8'), 3),
    'certificate, version 1': certificate(privatePem('pkcs8'), 1),
  };
  if (type === 'rsa') {
    forms['RSAPublicKey'] = publicPem('pkcs1');
    forms['RSAPrivateKey'] = privatePem('pkcs1');
  }
  if (type === 'ec') {
    const ecPem = privatePem('sec1');
    const withoutPublicKey = openssl(['ec', '-no_public'], ecPem);
    const bare = privateKeyInfo(publicKey, derOf(openssl(['ec', '-no_public'], ecPem)));
    forms['ECPrivateKey'] = ecPem;
    forms['ECPrivateKey without public key'] = withoutPublicKey;
    forms['PrivateKeyInfo without public key'] = pem('PRIVATE KEY', bare);
    forms['ECPrivateKey, compressed'] = openssl(['ec', '-conv_form', 'compressed'], ecPem);
    const compress = ['ec', '-pubin', '-conv_form', 'compressed'];
    forms['SubjectPublicKeyInfo, compressed'] = openssl(compress, publicPem('spki'));
  }
  // What other programs do not take for the same key must not be written.
  const jwk = publicKey.export({ format: 'jwk' });
  for (const [name, text] of Object.entries(forms)) {
    const read = createPublicKey(text).export({ format: 'jwk' });
    if (JSON.stringify(read) !== JSON.stringify(jwk)) throw new Error(`${alg}: ${name}`);
  }
  return { algorithm: alg, jwk, token: token(alg, privateKey), forms };
}

function sshForms(kind, args) {
  const path = file(kind);
  program('ssh-keygen', [
    '-q',
    '-t',
    kind,
    ...args,
    '-N',
    '',
    '-C',
    'edge-jwt test key',
    '-f',
    path,
  ]);
  return {
    private: readFileSync(path, 'utf8'),
    public: readFileSync(`${path}.pub`, 'utf8'),
    // Its comment names the machine.
    ssh2: program('ssh-keygen', ['-e', '-f', `${path}.pub`]).replace(
      /^Comment: .*$/mu,
      'Comment: ""',
    ),
  };
}

/** Keys that are not read, with the algorithm they would be for. */
function unreadKeys() {
  const unread = [];
  const add = (name, algorithm, text) => unread.push({ name, algorithm, text });
  for (const [kind, algorithm, args] of [
    ['rsa', 'RS256', ['-b', '2048']],
    ['ecdsa', 'ES256', []],
    ['ed25519', 'EdDSA', []],
  ]) {
    const forms = sshForms(kind, args);
    add(`OpenSSH private key, ${kind}`, algorithm, forms.private);
    add(`OpenSSH public key, ${kind}`, algorithm, forms.public);
    add(`SSH2 public key, ${kind}`, algorithm, forms.ssh2);
  }
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const rsaPem = rsa.export({ format: 'pem', type: 'pkcs8' });
  const cipher = { cipher: 'aes-256-cbc', passphrase: 'no secret' };
  add('EncryptedPrivateKeyInfo', 'RS256', rsa.export({ format: 'pem', type: 'pkcs8', ...cipher }));
  add('RSAPrivateKey, encrypted', 'RS256', rsa.export({ format: 'pem', type: 'pkcs1', ...cipher }));
  const others = [
    ['id-RSASSA-PSS', 'PS256', ['rsa-pss', { modulusLength: 2048 }]],
    ['secp256k1', 'ES256', ['ec', { namedCurve: 'secp256k1' }]],
    ['explicit parameters', 'ES256', ['ec', { namedCurve: 'P-256', paramEncoding: 'explicit' }]],
    ['DSA', 'RS256', ['dsa', { modulusLength: 2048, divisorLength: 256 }]],
    ['Ed448', 'EdDSA', ['ed448', {}]],
    ['X25519', 'EdDSA', ['x25519', {}]],
  ];
  for (const [name, algorithm, [type, parameters]] of others) {
    const { publicKey, privateKey } = generateKeyPairSync(type, parameters);
    const text = privateKey.export({ format: 'pem', type: 'pkcs8' });
    add(
      `SubjectPublicKeyInfo, ${name}`,
      algorithm,
      publicKey.export({ format: 'pem', type: 'spki' }),
    );
    add(`PrivateKeyInfo, ${name}`, algorithm, text);
    if (name === 'id-RSASSA-PSS') add(`certificate, ${name}`, algorithm, certificate(text, 3));
  }
  writeFileSync(file('rsa.pem'), rsaPem);
  const subject = ['-subj', '/CN=edge-jwt test key'];
  add(
    'certificate request',
    'RS256',
    openssl(['req', '-new', '-key', file('rsa.pem'), ...subject]),
  );
  const two = certificate(rsaPem, 3) + certificate(rsaPem, 3);
  writeFileSync(file('two.pem'), two);
  add('PKCS#7', 'RS256', openssl(['crl2pkcs7', '-nocrl', '-certfile', file('two.pem')]));
  return unread;
}

const keys = Object.entries(KINDS).map(([alg, kind]) => keyOf(alg, kind));
const unread = unreadKeys();
const version = (text) => text.trim().split(' (')[0];
const document = {
  about: {
    content: 'Keys in every form in which other programs write them.',
    source:
      `Written by scripts/mint-keys.mjs with node ${process.versions.node}, ` +
      `${version(openssl(['version']))} and OpenSSH.`,
    licence: 'CC0-1.0',
    made:
      'The keys were generated for this file. Their private parts are in it, because the forms of ' +
      'private keys are what it is about: nothing may ever be signed with them but tests.',
    fields:
      'keys: jwk and every PEM of forms are one key, which verifies token. unread: what must be ' +
      'refused, and the algorithm it is offered for.',
  },
  keys,
  unread,
};
mkdirSync(inProject('tests/vectors/keys'), { recursive: true });
writeFileSync(inProject('tests/vectors/keys/keys.json'), `${JSON.stringify(document, null, 2)}\n`);
rmSync(folder, { recursive: true });
console.log(`${keys.length} keys and ${unread.length} that are not read were written.`);
