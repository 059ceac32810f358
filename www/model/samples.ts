/**
 * Tokens that others made, with their public keys: at least one of every algorithm. They are some of those
 * that `npm start` verifies on Node; all of them would be twice the bytes.
 */
import { samples as byJose } from '../../tests/vectors/samples/jose.json';
import { samples as ofRfc7515 } from '../../tests/vectors/samples/rfc7515.json';

import type { Algorithm, Jwk } from 'edge-jwt';

export interface Sample {
  readonly algorithm: Algorithm;
  readonly minted_by: string;
  readonly key_form: string;
  readonly key: Jwk | string;
  readonly token: string;
  readonly options: {
    readonly issuer: string;
    readonly audience?: string;
    readonly currentDate?: string;
  };
}

export const SAMPLES: readonly Sample[] = [...(byJose as Sample[]), ...(ofRfc7515 as Sample[])];
