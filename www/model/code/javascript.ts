/** The check in JavaScript: in a Worker, and in a program for Node. */
import { javaScript } from './literal.js';
import type { CodeKey, CodeRequest } from './request.js';

/** A handler of Cloudflare Workers, or of whatever runtime has `fetch` handlers. */
export function workerCode(request: CodeRequest): string {
  const { key, preset } = request;
  const needsEnvironment = preset === undefined && !isFetched(key);
  const names = ['createVerifier', ...(preset ? [preset.id] : [functionFor(key)])].sort();
  const verifier = verifierCode(request, 'env');
  const made = needsEnvironment
    ? `let verifier;\n\n/** The first request brings \`env\`. */\n` +
      `function verifierFor(env) {\n  verifier ??= ${indented(verifier)};\n  return verifier;\n}\n`
    : `const verifier = ${verifier};\n`;
  const where = preset?.header === undefined ? '{}' : `{ header: '${preset.header}' }`;
  const called = needsEnvironment ? 'verifierFor(env)' : 'verifier';
  return `import { ${names.join(', ')} } from 'edge-jwt';

${made}
export default {
  async fetch(request, env, ctx) {
    const result = await ${called}.verifyRequest(request, ${where}, ctx);
    if (!result.ok) return result.response;
    return new Response(\`Hello \${result.payload.sub}\`);
  },
};
`;
}

/** A function of a program for Node; \`token\` is a parameter, and what is secret is in the environment. */
export function nodeCode(request: CodeRequest): string {
  const { key, preset } = request;
  const names = ['createVerifier', ...(preset ? [preset.id] : [functionFor(key)])].sort();
  return `import { ${names.join(', ')} } from 'edge-jwt';

const verifier = ${verifierCode(request, 'process.env')};

/** The claims of a token that holds; else a JoseError with a code. */
export async function claimsOf(token) {
  const { payload } = await verifier.verifyAsync(token);
  return payload;
}
`;
}

function verifierCode({ key, options, preset }: CodeRequest, environment: string): string {
  if (preset !== undefined) {
    const { audience: _unchecked, ...added } = preset.added;
    const spread = `...${preset.id}(${javaScript(preset.arguments, '  ')}),`;
    return `createVerifier({\n  ${spread}\n${members(named(added, _unchecked))}})`;
  }
  return `createVerifier({\n  keys: ${keyCode(key, environment)},\n${members(options)}})`;
}

/** `audience: null` stands for nothing asked; a preset says itself whether it looks at the audience. */
function named(added: object, audience: unknown): object {
  return audience === null || audience === undefined ? added : { ...added, audience };
}

function members(options: object): string {
  return Object.entries(options)
    .map(([name, value]) => `  ${name}: ${javaScript(value, '  ')},\n`)
    .join('');
}

function functionFor({ kind }: CodeKey): string {
  if (kind === 'issuer' || kind === 'url') return 'createRemoteJwkSet';
  return kind === 'jwks' ? 'importJwkSet' : 'importKey';
}

function keyCode(key: CodeKey, environment: string): string {
  switch (key.kind) {
    case 'issuer':
      return `createRemoteJwkSet({ issuer: ${javaScript(key.url)} })`;
    case 'url':
      return `createRemoteJwkSet(${javaScript(key.url)})`;
    case 'jwks':
      return `importJwkSet(${environment}.JWKS, ${javaScriptLine({ algorithms: key.algorithms })})`;
    case 'secret':
      return `importKey(${environment}.SECRET, '${key.algorithm}', { encoding: '${key.encoding}' })`;
    default:
      return `importKey(${environment}.PUBLIC_KEY, '${key.algorithm}')`;
  }
}

const javaScriptLine = (value: object) =>
  javaScript(value).replaceAll(/\s+/g, ' ').replace(', }', ' }');

const isFetched = ({ kind }: CodeKey) => kind === 'issuer' || kind === 'url';

const indented = (code: string) => code.replaceAll('\n', '\n  ');
