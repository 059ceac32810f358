/** Payloads held to a schema, so that their type is true at run time: https://standardschema.dev */
import { record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { isPlainObject, member } from '../checks/arguments.js';
import { answerOf, readAnswer, wrongAnswer } from '../checks/callback.js';
import type { Callback } from '../checks/callback.js';
import type { Check } from '../checks/options.js';
import { JwtClaimError } from '../claim-error.js';
import { misuse } from '../errors.js';

/** The part of Standard Schema (version 1) that is used. Zod, Valibot, ArkType and others have it. */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What a schema makes of a value. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** What is wrong with a value, and where. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** @internal */
export const schemaOption: Check<StandardSchema> = (value, what) => {
  const standard = member(value, '~standard');
  if (member(standard, 'version') === 1 && typeof member(standard, 'validate') === 'function') {
    return value as StandardSchema;
  }
  throw misuse(`${what} must implement Standard Schema, version 1`);
};

const SCHEMA: Callback = {
  option: 'schema',
  expected: 'an object with value, or with a list of issues',
  passedOn: [],
};

/**
 * What the schema makes of the payload. What is yielded may have to be waited for.
 *
 * @throws JwtClaimError `ERR_JWT_CLAIM_VALIDATION_FAILED` when it has issues.
 * @throws JoseError `ERR_CALLBACK_FAILED`.
 * @internal
 */
export function* outputOf(
  schema: StandardSchema,
  payload: unknown,
): Generator<unknown, unknown, unknown> {
  const answer = yield* answerOf(SCHEMA, () => schema['~standard'].validate(payload));
  const result = readAnswer(SCHEMA, () => resultOf(answer));
  if (result === undefined) throw wrongAnswer(SCHEMA, answer);
  if ('value' in result) return result.value;
  throw new JwtClaimError(
    'ERR_JWT_CLAIM_VALIDATION_FAILED',
    "the token's payload does not have the shape that the schema asks for",
    { claim: result.claim!, reason: 'check_failed' },
  );
}

/** The output, or the claim that the first issue is about; undefined for what is no result. */
function resultOf(answer: unknown): Own<{ value?: unknown; claim?: string }> | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const issues = member(answer, 'issues');
  if (issues === undefined) {
    const has = isPlainObject(answer)
      ? Object.hasOwn(answer, 'value')
      : Reflect.has(answer, 'value');
    return has ? record({ value: member(answer, 'value') }) : undefined;
  }
  if (!Array.isArray(issues)) return undefined;
  const path = member(issues.at(0), 'path') as SchemaIssue['path'];
  const step = path?.at(0);
  const name = typeof step === 'object' ? step.key : step;
  return record({ claim: name === undefined ? '' : String(name) });
}
