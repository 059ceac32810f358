/**
 * UTF-8 by the environment's `TextEncoder` and `TextDecoder`, which are looked for on first use and not on
 * import; and without them where they are missing, as in the jsdom environment of Jest.
 *
 * @internal
 */

/** @internal */
export type Utf8Encoder = Pick<TextEncoder, 'encode' | 'encodeInto'>;

/** @internal */
export interface Utf8Decoder {
  /** The text of well-formed UTF-8, which is all that the core gives out. */
  decode(bytes?: Uint8Array): string;
}

let encoder: Utf8Encoder | undefined;

/**
 * The same one each time.
 *
 * @internal
 */
export function utf8Encoder(): Utf8Encoder {
  encoder ??= typeof TextEncoder === 'undefined' ? ownEncoder : new TextEncoder();
  return encoder;
}

/**
 * A new one each time, because Safari's fails after 2 GiB.
 *
 * @internal
 */
export function newUtf8Decoder(): Utf8Decoder {
  return typeof TextDecoder === 'undefined'
    ? ownDecoder
    : new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
}

/**
 * The text of bytes from outside, or undefined where they are not UTF-8. A byte order mark stays in it.
 *
 * @internal
 */
export function textOfUtf8(bytes: Uint8Array): string | undefined {
  try {
    return typeof TextDecoder === 'undefined'
      ? ownDecoder.decode(bytes)
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By way of percent-encoding, which is defined by UTF-8: slow, and short. */
const ownEncoder: Utf8Encoder = {
  encode(text = '') {
    const percentEncoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
    const units = percentEncoded.replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    return Uint8Array.from(units, (unit) => unit.charCodeAt(0));
  },
  encodeInto(text, place) {
    const bytes = this.encode(text);
    place.set(bytes);
    return { read: text.length, written: bytes.length };
  },
};

const ownDecoder: Utf8Decoder = {
  decode: (bytes = new Uint8Array()) =>
    decodeURIComponent(
      Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    ),
};
