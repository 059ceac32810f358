/** Whose rules a token falls under: the only ones there are, or those of the issuer that it names. */
import { isList, own, record } from '../checks/record.js';
import { elementsOf } from '../checks/arguments.js';
import { answerOf, readAnswer, wrongAnswer } from '../checks/callback.js';
import type { Callback } from '../checks/callback.js';
import { decode } from '../jwt/decode.js';
import { JoseError, misuse } from '../errors.js';
import { isWellFormed } from '../checks/strings.js';
import type { CheckedCacheOptions } from './cache/options.js';
import { Rule } from './rule.js';
import type { Form, VerifierRuleOptions } from './rule.js';

/** The rules of one issuer among several. */
export type IssuerRuleOptions = VerifierRuleOptions & {
  readonly issuer: string | readonly string[];
};

/**
 * Finds the rules of an issuer, or `undefined` for one that is not known. It is asked for every token,
 * so that an issuer that is taken away is out at once. Return the same object for the same issuer: each
 * object is compiled once, has a cache of its own, and later changes of it change nothing.
 *
 * The issuer is read from a token that nobody has verified, up to 2,048 characters of anything. It is
 * for looking up what is known, never for fetching from. Rules that do not name it in `issuer` are not
 * its rules, and the issuer is not known. What it throws, and any other answer, is `ERR_CALLBACK_FAILED`.
 *
 * @example
 * ```ts
 * const known = new Map([['https://issuer.example/', { keys, issuer: 'https://issuer.example/' }]]);
 * const verifier = createVerifier({ issuers: (issuer) => known.get(issuer) });
 * ```
 */
export type IssuerResolver = (
  unverifiedIssuer: string,
) => IssuerRuleOptions | undefined | Promise<IssuerRuleOptions | undefined>;

/** Those of the core. */
const DEFAULTS = { tokenLength: 262_144, headerLength: 8192, jsonDepth: 64 };
const LONGEST_ISSUER = 2048;
const ISSUERS: Callback = {
  option: 'issuers',
  expected: 'the rules of an issuer, or undefined',
  passedOn: [],
};

/** @internal */
export class RuleSource {
  /** How a token is read before it is known whose rules it falls under: as the most lenient say. */
  readonly form: Form;
  readonly #only: Rule | undefined;
  readonly #byIssuer = new Map<string, Rule>();
  readonly #resolver: IssuerResolver | undefined;
  readonly #compiled = new WeakMap<object, Rule>();
  readonly #cache: CheckedCacheOptions | undefined;
  /** Goes on with every `clearCache`, because a WeakMap does not tell what it holds. */
  readonly #generation = { current: 0 };

  /** `rules` are the options of the only issuer, or `issuers` alone. */
  constructor(rules: object, cache: CheckedCacheOptions | undefined) {
    this.#cache = cache;
    if (!Object.hasOwn(rules, 'issuers')) {
      this.#only = this.#compile(rules);
      this.form = mostLenient([this.#only]);
      return;
    }
    const issuers = checkedIssuers(rules as { readonly issuers: unknown });
    if (typeof issuers === 'function') {
      this.#resolver = issuers;
      // Which of them allow padding is not known yet; those that do not will refuse it.
      this.form = record({ acceptPadding: true });
      return;
    }
    for (const options of issuers) this.#add(this.#compile(options));
    this.form = mostLenient([...this.#byIssuer.values()]);
  }

  clearCache(): void {
    this.#generation.current += 1;
  }

  /**
   * The rules for a token. What is yielded may have to be waited for.
   *
   * @throws JoseError `ERR_JWKS_NO_MATCHING_KEY` for a token of an issuer that is not known.
   */
  *ruleFor(token: string): Generator<unknown, Rule, unknown> {
    if (this.#only !== undefined) return this.#only;
    const iss = own(decode(token, this.form).payload, 'iss');
    const rule = typeof iss === 'string' ? yield* this.#ruleOf(iss) : undefined;
    if (rule !== undefined) return rule;
    throw new JoseError(
      'ERR_JWKS_NO_MATCHING_KEY',
      'the token is of none of the issuers known here',
    );
  }

  *#ruleOf(issuer: string): Generator<unknown, Rule | undefined, unknown> {
    if (this.#resolver === undefined) return this.#byIssuer.get(issuer);
    if (issuer === '' || issuer.length > LONGEST_ISSUER || !isWellFormed(issuer)) return undefined;
    const resolver = this.#resolver;
    const options = yield* answerOf(ISSUERS, () => resolver(issuer));
    if (options === undefined) return undefined;
    if (typeof options !== 'object' || options === null) throw wrongAnswer(ISSUERS, options);
    const rule = readAnswer(ISSUERS, () => this.#resolved(options));
    return rule.issuers.has(issuer) ? rule : undefined;
  }

  #resolved(options: object): Rule {
    const rule = this.#compiled.get(options) ?? this.#compile(options);
    this.#compiled.set(options, rule);
    if (rule.issuers.size === 0) throw misuse('the rules of an issuer need the option issuer');
    rule.checkKeys();
    return rule;
  }

  #compile(options: unknown): Rule {
    return new Rule(options, this.#cache, this.#generation);
  }

  #add(rule: Rule): void {
    if (rule.issuers.size === 0) throw misuse('one of several issuers needs the option issuer');
    for (const issuer of rule.issuers) {
      if (this.#byIssuer.has(issuer)) throw misuse('two of the issuers have one name');
      this.#byIssuer.set(issuer, rule);
    }
  }
}

function checkedIssuers(rules: { readonly issuers: unknown }): readonly unknown[] | IssuerResolver {
  const { issuers, ...others } = rules;
  if (Object.keys(others).length > 0) {
    throw misuse('with issuers, every other option belongs to one of them');
  }
  if (typeof issuers === 'function') return issuers as IssuerResolver;
  const list = isList(issuers) ? elementsOf(issuers, 'the option issuers') : [];
  if (list.length > 0) return list;
  throw misuse('the option issuers must be a list of at least one issuer, or a function');
}

function mostLenient(rules: readonly Rule[]): Form {
  const limits = ['tokenLength', 'headerLength', 'jsonDepth'] as const;
  const largest = limits.flatMap((name) => {
    return [[name, Math.max(...rules.map(({ form }) => form.limits?.[name] ?? DEFAULTS[name]))]];
  });
  return record({
    limits: record(Object.fromEntries(largest)),
    acceptPadding: rules.some(({ form }) => form.acceptPadding === true),
  });
}
