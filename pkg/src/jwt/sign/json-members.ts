/**
 * Objects of the caller's on their way into a token, as JSON text that says exactly what they say.
 *
 * `JSON.stringify` drops some values (undefined, functions, symbols), changes others (NaN, dates, Map,
 * -0) and calls `toJSON`. A token must not lose a claim that way, so all of these are refused. Each
 * property is read once, and key order is kept.
 *
 * @internal
 */
import { checkedText, elementsOf, isPlainObject, shown } from '../../checks/arguments.js';
import { errorOf, JoseError, misuse } from '../../errors.js';
import { isList } from '../../checks/record.js';

/** As many levels as `verify` reads by default; the outermost object is the first. */
const MOST_LEVELS = 64;
/** A token is never shorter than its claims, and `verify` reads so many characters by default. */
const MOST_CHARACTERS = 262_144;

/**
 * The members of a JSON object by name, each value as JSON text.
 *
 * @internal
 */
export type MemberTexts = Map<string, string>;

/**
 * The members of a plain object.
 *
 * @param kind - What its members are called in messages, such as `claim`.
 * @throws JoseError `ERR_API_MISUSE` for what is no JSON, `ERR_JOSE_LIMIT_EXCEEDED` for what is too
 * long or too deep; the latter is what a cycle comes to.
 * @internal
 */
export function memberTexts(object: unknown, kind: string): MemberTexts {
  try {
    if (!isPlainObject(object)) throw misuse(`the ${kind}s must be in a plain object`);
    const placeOf = (name: string) => `${kind} ${shown(name)}`;
    return new Map(new Writer().membersOf(object, 1, placeOf));
  } catch (thrown) {
    throw errorOf(thrown);
  }
}

/** @internal */
export function objectText(members: Iterable<readonly [name: string, text: string]>): string {
  const texts = Array.from(members, ([name, text]) => `${JSON.stringify(name)}:${text}`);
  return `{${texts.join(',')}}`;
}

class Writer {
  #charactersLeft = MOST_CHARACTERS;

  /** `level` is the object's own; `placeOf` says in messages where a member is. */
  membersOf(
    object: object,
    level: number,
    placeOf: (name: string) => string,
  ): (readonly [name: string, text: string])[] {
    return Reflect.ownKeys(object).map((key) => {
      const name = checkedText(key, 'the name of a member');
      this.#take(name.length);
      const place = placeOf(name);
      if (!Object.prototype.propertyIsEnumerable.call(object, name)) {
        throw noJson(place, 'is not enumerable');
      }
      // Own: the name is one of its own.
      return [name, this.#textOf((object as Record<string, unknown>)[name], level + 1, place)];
    });
  }

  #textOf(value: unknown, level: number, place: string): string {
    if (typeof value === 'string') {
      this.#take(value.length);
      return JSON.stringify(checkedText(value, place));
    }
    this.#take(1);
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return numberText(value, place);
    if (typeof value !== 'object') throw noJson(place, `is of type ${typeof value}`);
    if (level > MOST_LEVELS) throw tooMuch(`${place} is nested too deeply, or in a circle`);
    if (isList(value)) {
      const texts = elementsOfJson(value, place).map((item) =>
        this.#textOf(item, level + 1, place),
      );
      return `[${texts.join(',')}]`;
    }
    if (!isPlainObject(value)) throw noJson(place, 'is not a plain object');
    return objectText(this.membersOf(value, level, () => place));
  }

  /** Before any text is made: one object in many places could make a text without end. */
  #take(characters: number): void {
    this.#charactersLeft -= characters;
    if (this.#charactersLeft >= 0) return;
    throw tooMuch(`claims and headers have at most ${MOST_CHARACTERS} characters`);
  }
}

function elementsOfJson(array: readonly unknown[], place: string): unknown[] {
  // One key for each element, and `length`: neither holes nor names beside.
  if (Reflect.ownKeys(array).length !== array.length + 1) {
    throw noJson(place, 'is an array with holes or names');
  }
  return elementsOf(array, place);
}

function numberText(value: number, place: string): string {
  if (!Number.isFinite(value)) throw noJson(place, 'is not finite');
  if (Object.is(value, -0)) throw noJson(place, 'is negative zero');
  return String(value);
}

function noJson(place: string, why: string): JoseError {
  return misuse(`${place} holds a value that ${why}: JSON would drop or change it`);
}

function tooMuch(message: string): JoseError {
  return new JoseError('ERR_JOSE_LIMIT_EXCEEDED', message);
}
