// Moduli, exponents and bases for the public operation of RSA: at the edges, and at random.

import { randomBytes, randomInt } from 'node:crypto';

/** What the key floors let in: also lengths that are no multiple of 8, and those that fill their digits. */
const BITS = [
  1024, 1025, 1031, 1055, 2046, 2047, 2048, 2049, 2063, 2064, 2065, 3072, 4096, 8191, 8192,
];
const EXPONENTS = [3, 17, 65537, 2 ** 32 - 1];

/** Every modulus at the edge of its length, to every exponent, with every base at an edge. */
export function* edgeCases() {
  for (const bits of BITS) {
    for (const n of edgeModuli(bits)) {
      for (const exponent of EXPONENTS) {
        for (const base of edgeBases(n, bits)) yield { n, exponent, base };
      }
    }
  }
}

function edgeModuli(bits) {
  const length = BigInt(bits);
  return [
    2n ** length - 1n,
    2n ** (length - 1n) + 1n,
    2n ** length - 2n ** (length / 2n) + 1n,
    2n ** (length - 1n) + 2n ** (length / 2n) - 1n,
  ];
}

function edgeBases(n, bits) {
  // For each width of digits, those whose Montgomery form is at an edge.
  const ofDigits = [32, 48].flatMap((digitBits) => {
    const inverse = inverseOfPowerOfTwo(Math.ceil((bits + 2) / digitBits) * digitBits, n);
    return [n - 1n, n - 2n, n >> 1n].map((form) => (form * inverse) % n);
  });
  const powers = [12, 32, 48, bits - 2].map((power) => 2n ** BigInt(power));
  const end = 2n ** BigInt(bits);
  return [
    0n,
    1n,
    2n,
    n >> 1n,
    n - 2n,
    n - 1n,
    n,
    n + 1n,
    end - 1n,
    ...ofDigits,
    ...powers.flatMap((power) => [power - 1n, power, power + 1n]),
  ].filter((base) => base < end);
}

/** Modulo an odd n: half a number, even or made so by n, as often as there are bits. */
function inverseOfPowerOfTwo(bits, n) {
  let inverse = 1n;
  for (let bit = 0; bit < bits; bit += 1) {
    inverse = (inverse & 1n ? inverse + n : inverse) >> 1n;
  }
  return inverse;
}

export function randomCase() {
  const bits = randomInt(4) === 0 ? randomInt(1024, 4097) : [1024, 2048, 3072][randomInt(3)];
  const n = (2n ** BigInt(bits - 1)) | randomNumber(bits - 1) | 1n;
  const exponent = EXPONENTS[randomInt(EXPONENTS.length)];
  return { n, exponent, base: randomNumber(bits) % n };
}

/** As many numbers of all bits alike, and of long runs of equal bits, where carries travel far. */
function randomNumber(bits) {
  const mask = 2n ** BigInt(bits) - 1n;
  if (randomInt(2) === 0) return BigInt(`0x${randomBytes(bits / 8 + 1).toString('hex')}`) & mask;
  let number = 0n;
  for (let run = 0; run < 8; run += 1) number ^= 2n ** BigInt(randomInt(bits + 1)) - 1n;
  return number;
}
