// pkg/src/contract.ts: the contract as lists and unions of TypeScript.

const INTRODUCTION = `/**
 * Names that the core and the package share. Written by \`npm run contract\` from the tables in Rust.
 */`;

/** The source, not yet formatted. */
export const contractTypes = (contract) =>
  [
    INTRODUCTION,
    list('CURVES', 'Curve', contract.curves, ['The `crv` of a JWK that is understood.']),
    list('KEY_TYPES', 'KeyType', contract.keyTypes, ['The `kty` of a JWK that is understood.']),
    list('ALGORITHMS', 'Algorithm', namesOf(contract.algorithms, 'name'), [
      'The signature algorithms that this package verifies. A key is bound to one of them, and a token must name ' +
        'exactly that one. `EdDSA` and `Ed25519` are two names of one algorithm.',
      '',
      ...meanings(contract.algorithms, 'name'),
      '',
      '@see https://www.rfc-editor.org/rfc/rfc7518#section-3.1',
      '@see https://www.rfc-editor.org/rfc/rfc8037#section-3.1',
      '@see https://www.rfc-editor.org/rfc/rfc9864#section-2.2',
    ]),
    list('KEY_FORMATS', 'KeyFormat', contract.keyFormats, ['How key material is written down.']),
    list('KEY_KINDS', 'KeyKind', namesOf(contract.keyKinds, 'name'), [
      'What key material is.',
      '',
      ...meanings(contract.keyKinds, 'name'),
    ]),
    `${comment(['Bytes of a signature; null for RSA, whose signatures are as long as the modulus.'])}
export const SIGNATURE_LENGTHS = ${JSON.stringify(signatureLengths(contract.algorithms))} as const;`,
    list('ERROR_CODES', 'JoseErrorCode', namesOf(contract.errorCodes, 'code'), [
      'Every code that a `JoseError` can have.',
      '',
      ...meanings(contract.errorCodes, 'code'),
    ]),
    list('CLAIM_REASONS', 'ClaimFailureReason', unique(namesOf(contract.claimReasons, 'reason')), [
      'Why a claim was refused: it is not there, it has the wrong type, it is not the value asked for, or a rule ' +
        'about it (such as the clock) does not hold.',
    ]),
    list('CHECK_NAMES', 'CheckName', namesOf(contract.checks, 'name'), [
      'What a check of `inspect` looks at.',
      '',
      ...meanings(contract.checks, 'name'),
    ]),
    list('HINT_IDS', 'HintId', namesOf(contract.hints, 'id'), ['The id of a hint.']),
    list('FINDING_IDS', 'FindingId', namesOf(contract.findings, 'id'), [
      'The id of a finding, which can be a hint as well.',
    ]),
    list('SEVERITIES', 'Severity', unique(namesOf(contract.findings, 'severity')), [
      'How much a finding matters. `error`: a mistake, or a danger to whoever relies on the token. `warning`: ' +
        'against what the standards advise. `note`: worth knowing, and often meant so.',
    ]),
    `${comment(['How large a token may be where the options do not say it.'])}
export const DEFAULT_LIMITS = ${JSON.stringify(contract.limits)} as const;`,
  ].join('\n\n') + '\n';

const signatureLengths = (algorithms) =>
  Object.fromEntries(algorithms.map(({ name, signatureLength }) => [name, signatureLength]));
const namesOf = (rows, member) => rows.map((row) => row[member]);
const unique = (names) => [...new Set(names)];
const meanings = (rows, member) => rows.map((row) => `- \`${row[member]}\`: ${row.meaning}`);

const list = (constant, type, names, lines) => `/** Every {@link ${type}}. */
export const ${constant} = ${JSON.stringify(names)} as const;

${comment(lines)}
export type ${type} = (typeof ${constant})[number];`;

const comment = (lines) =>
  `/**\n${lines
    .flatMap((line) => wrapped(line))
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n')}\n */`;

/** Lines of at most 100 characters; those that continue an item are indented as it is. */
function wrapped(line) {
  const indent = line.startsWith('- ') ? '  ' : '';
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= 97 || last.trim() === '') lines[lines.length - 1] = longer;
    else lines.push(`${indent}${word}`);
  }
  return lines;
}
