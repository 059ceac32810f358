/** Payloads held to a schema, so that their type is true at run time: https://standardschema.dev */
import { JwtClaimError, misuse } from '../errors.js';

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
export function checkedSchema(schema: unknown): StandardSchema {
  const standard = (schema as StandardSchema | undefined)?.['~standard'];
  if (standard?.version === 1 && typeof standard.validate === 'function') {
    return schema as StandardSchema;
  }
  throw misuse('the option schema must implement Standard Schema, version 1');
}

/**
 * What the schema made of the payload.
 *
 * @internal
 */
export function outputOf(result: unknown): unknown {
  const { issues, value } = result as { issues?: readonly SchemaIssue[]; value?: unknown };
  if (issues === undefined) return value;
  const step = issues[0]?.path?.[0];
  const name = typeof step === 'object' ? step.key : step;
  throw new JwtClaimError(
    'ERR_JWT_CLAIM_VALIDATION_FAILED',
    "the token's payload does not have the shape that the schema asks for",
    { claim: name === undefined ? '' : String(name), reason: 'check_failed' },
  );
}
