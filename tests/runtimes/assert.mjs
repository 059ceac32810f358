// The part of node:assert/strict that the suite uses, for runtimes that have none.

export function ok(value, message = `${describe(value)} is not truthy`) {
  if (!value) throw new Error(message);
}

export function equal(actual, expected, message = '') {
  if (Object.is(actual, expected)) return;
  throw new Error(`${message}: ${describe(actual)} is not ${describe(expected)}`);
}

export function deepEqual(actual, expected, message = '') {
  if (isDeepEqual(actual, expected)) return;
  throw new Error(`${message}: ${describe(actual)} does not equal ${describe(expected)}`);
}

function isDeepEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    Array.isArray(a) === Array.isArray(b) &&
    names.every((name) => Object.hasOwn(b, name) && isDeepEqual(a[name], b[name]))
  );
}

function describe(value) {
  try {
    return JSON.stringify(value)?.slice(0, 500) ?? String(value);
  } catch {
    return String(value);
  }
}
