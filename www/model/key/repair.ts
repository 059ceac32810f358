/** What was done to a text so that the key in it can be read. */
export type KeyRepair =
  /** Broken lines: written out as `\n`, or lost. */
  | 'line-breaks-restored'
  | 'unindented'
  | 'unquoted'
  | 'decoded-base64'
  | 'percent-decoded'
  /** There was nothing but the base64 between the lines. */
  | 'pem-lines-added'
  | 'end-line-added'
  /** It stood among other text. */
  | 'found-in-text'
  | 'found-in-json'
  /** Comments, trailing commas, names without quotes. */
  | 'json-repaired'
  | 'array-as-set'
  | 'map-as-set'
  /** Of a chain of certificates. */
  | 'first-certificate'
  /** Of a pair the private key, which can do what the public one does. */
  | 'private-of-pair'
  /** Of a set, which must hold no private key, its only one. */
  | 'only-of-set'
  | 'ssh-converted'
  | 'xml-converted';
