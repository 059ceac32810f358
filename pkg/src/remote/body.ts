/**
 * The body of an answer as text, counted while it comes in: what `Content-Length` says is not
 * looked at, and of a compressed body the bytes that come out of it count.
 *
 * @internal
 */
import { bytesOf } from '../arguments.js';
import type { Deadline } from './deadline.js';
import { fetchFailed } from './failure.js';
import type { FetchResponse } from './http.js';

/**
 * Throws an error without a place, or the stream's own.
 *
 * @internal
 */
export async function readText(
  body: FetchResponse['body'],
  maxBytes: number,
  deadline: Deadline,
): Promise<string> {
  const chunks = body === null ? [] : await readChunks(body, maxBytes, deadline);
  // A byte order mark stays, for the JSON reader to refuse.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

async function readChunks(
  body: NonNullable<FetchResponse['body']>,
  maxBytes: number,
  deadline: Deadline,
): Promise<Uint8Array[]> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await deadline.race(reader.read());
    if (done) return chunks;
    const chunk = bytesOf(value);
    length += chunk?.length ?? 0;
    if (chunk === undefined || length > maxBytes) {
      // Not waited for: dropping the connection is all that is wanted.
      reader.cancel().catch(() => {});
      throw fetchFailed(
        chunk === undefined
          ? 'the body is not made of bytes'
          : `it is longer than ${maxBytes} bytes`,
      );
    }
    chunks.push(chunk);
  }
}
