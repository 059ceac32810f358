/**
 * PEM on its way out (RFC 7468 §2). What comes in as PEM is for the core to read.
 *
 * @internal
 */

/** Characters a line. */
const LINE = /.{1,64}/g;

/** @internal */
export function pemOf(label: string, der: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...der)).match(LINE) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
