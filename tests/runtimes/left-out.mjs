// Tests of the suite that a runtime cannot run, by name, each with the reason. The runners print
// them, and a name that no test has is a failure.

const STRUCTURED_CLONE =
  'signing keys: a CryptoKey lives through a structured clone, and signs after it';

const BY_TIME = [
  'issuers: clearCache reaches the rules that a function found',
  'failure cache: refused tokens are kept only where that is asked for',
  'failure cache: after maxAge a token is looked at anew',
  'failure cache: garbage pushes out no good token, and has a bound of its own',
];
const COARSE_CLOCK =
  'the clock has steps of a millisecond, and the test tells by less what was kept';

export const inWorkerd = {
  ...Object.fromEntries(BY_TIME.map((name) => [name, COARSE_CLOCK])),
  'remote keys: 100 at once make one request':
    'a promise belongs to the request that made it, so that none is shared until keys have come',
  [STRUCTURED_CLONE]: 'CryptoKey objects cannot be cloned there',
};

export const inDeno = {
  'pollution: elements that every list seems to have change no answer':
    'its queue takes what is on Array.prototype for a task, and ends the program',
};

export const inEdgeRuntime = {
  'RFC 8725: §3.15 of its successor: nothing is decompressed, and what is too long is not read':
    'there is no CompressionStream to make the compressed token with',
  [STRUCTURED_CLONE]: 'there is no MessageChannel to clone it through',
};

const NO_WEBASSEMBLY =
  'the module is JavaScript there, and no WebAssembly that could be taken away';

const NO_MEMORY = 'the memory of a module that is JavaScript is nowhere to be seen';

export const inWasm2js = {
  'module: importing the package starts nothing, so it works where WebAssembly does not':
    'it starts at once, so that a service has it started when it is built',
  'module: a start that failed is tried again by the next call': NO_WEBASSEMBLY,
  'restarted module: an operation that stops the module is an error, and the next one has another module':
    NO_WEBASSEMBLY,
  'restarted module: the instance that broke is never asked again, not even to free something':
    NO_WEBASSEMBLY,
  'restarted module: public keys, sets, their keys and compiled options are made again, and say the same':
    NO_WEBASSEMBLY,
  'restarted module: a public key is made again from every form, of a private key from its public part':
    NO_WEBASSEMBLY,
  'restarted module: a key with a secret answers that it has to be imported again, and that is enough':
    NO_WEBASSEMBLY,
  'restarted module: onEvent is told once of a restart, with its cause': NO_WEBASSEMBLY,
  'restarted module: a module that cannot be started again says so, and can be later':
    NO_WEBASSEMBLY,
  'compiled options: they are kept in bounded memory, however many there are': NO_MEMORY,
  'compiled options: a token that is too long takes no memory': NO_MEMORY,
};
