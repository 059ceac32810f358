/** What the package says, by name: the code of an error, the id of a hint or a finding. */
import type { FindingId, HintId, JoseErrorCode } from 'edge-jwt';

export type MessageId = FindingId | HintId | JoseErrorCode;
