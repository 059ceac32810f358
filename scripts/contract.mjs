// npm run contract: writes src/contract.json from the tables in Rust, and from it the lists and unions of
// TypeScript and the tables of the documentation. With --check it only compares these with src/contract.json, which
// a Rust test compares with the tables.

import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { run } from './lib/command.mjs';
import { generatedParts, withParts } from './lib/contract-tables.mjs';
import { contractTypes } from './lib/contract-types.mjs';
import { Fault, flags, main } from './lib/fault.mjs';
import { packageChecks, packageCodes } from './lib/package-contract.mjs';
import { inProject } from './lib/project.mjs';

const TYPES = 'pkg/src/contract.ts';

await main(async () => {
  const isCheck = flags(['--check']).has('--check');
  if (!isCheck) {
    const env = { WRITE_CONTRACT: '1' };
    await run('cargo', ['test', '--quiet', '--locked', '--lib', 'contract::'], { env });
  }
  const outdated = (await generated(readContract())).filter(([path, text]) => {
    const isSame = readIfThere(path) === text;
    if (!isSame && !isCheck) writeFileSync(inProject(path), text);
    return !isSame;
  });
  for (const [path] of outdated) console.log(isCheck ? `${path} is out of date` : `wrote ${path}`);
  if (isCheck && outdated.length > 0) {
    throw new Fault('The contract has changed: run `npm run contract` and commit what it writes.');
  }
});

/** The contract of the core and what the package adds, codes in the order of the alphabet. */
function readContract() {
  const core = JSON.parse(readFileSync(inProject('src', 'contract.json'), 'utf8'));
  const errorCodes = [...core.errorCodes, ...packageCodes];
  errorCodes.sort((one, other) => (one.code < other.code ? -1 : 1));
  const twice = errorCodes.find(({ code }, at) => code === errorCodes[at + 1]?.code);
  if (twice !== undefined) throw new Fault(`${twice.code} is in the core and in the package.`);
  return { ...core, errorCodes, checks: [...core.checks, ...packageChecks] };
}

/** Pairs of path and text. */
async function generated(contract) {
  const path = inProject(TYPES);
  const options = { ...(await resolveConfig(path)), filepath: path };
  const documents = [...new Set(generatedParts.map((part) => part.path))];
  return [
    [TYPES, await format(contractTypes(contract), options)],
    ...documents.map((document) => [
      document,
      withParts(readFileSync(inProject(document), 'utf8'), document, contract),
    ]),
  ];
}

function readIfThere(path) {
  try {
    return readFileSync(inProject(path), 'utf8');
  } catch {
    return undefined;
  }
}
