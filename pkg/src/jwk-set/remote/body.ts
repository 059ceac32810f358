/**
 * The body of an answer as text, counted while it comes in: what `Content-Length` says is not
 * looked at, and of a compressed body the bytes that come out of it count.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import { bytesOf, member } from '../../checks/arguments.js';
import { textOfUtf8 } from '../../checks/utf8.js';
import type { Deadline } from './deadline.js';
import { fetchFailed } from './failure.js';
import type { FetchResponse } from './http.js';

/**
 * A byte order mark stays, for the JSON reader to refuse.
 *
 * @throws JoseError without a place, or what the stream throws.
 * @internal
 */
export async function readText(
  body: FetchResponse['body'],
  maxBytes: number,
  deadline: Deadline,
): Promise<string> {
  const text = textOfUtf8(
    body === null ? new Uint8Array() : await bytesOfBody(body, maxBytes, deadline),
  );
  if (text === undefined) throw fetchFailed('the body is not UTF-8');
  return text;
}

async function bytesOfBody(
  body: NonNullable<FetchResponse['body']>,
  maxBytes: number,
  deadline: Deadline,
): Promise<Uint8Array> {
  if (typeof member(body, 'getReader') !== 'function') throw fetchFailed('the body is no stream');
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let counted = 0;
  for (;;) {
    const { done, value } = record<{ done?: boolean; value?: unknown }>(
      Object(await deadline.race(reader.read())),
    );
    if (done === true) break;
    const chunk = bytesOf(value);
    length += chunk?.length ?? 0;
    // An empty chunk counts as a byte: without end, they would never let the timer of the deadline run.
    counted += chunk?.length || 1;
    if (chunk === undefined || counted > maxBytes) {
      // Not waited for: dropping the connection is all that is wanted.
      (async () => reader.cancel())().catch(() => {});
      throw fetchFailed(
        chunk === undefined
          ? 'the body is not made of bytes'
          : `it is longer than ${maxBytes} bytes`,
      );
    }
    // A copy: the reader may fill the same buffer again.
    chunks.push(chunk.slice());
  }
  const bytes = new Uint8Array(length);
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.length;
  }
  return bytes;
}
