/** The sentence of each light. */
import type { CheckName, JoseErrorCode } from 'edge-jwt';

import type { ExpectationsLight, SignatureLight, TimeLight } from '../../model/lights.js';
import type { View } from '../../model/state.js';
import { isTaken } from '../../model/taken.js';
import { countdown, localTime } from '../../model/time.js';
import type { TimeLeft } from '../../model/time-left.js';
import type { Strings } from '../../strings/en.js';
import { localeOf, translated } from '../../strings/languages.js';

export function signatureWords(
  light: SignatureLight,
  { key, origin }: View,
  strings: Strings,
): string {
  const { lights: words } = strings;
  const { fault } = origin;
  const notSigned =
    fault === undefined ? [] : [words.notSigned(translated(strings, fault.code, fault.message))];
  return [sentence(), ...notSigned].join(' ');

  function sentence(): string {
    switch (light.kind) {
      case 'verified':
      case 'weak':
        return words[light.kind](light.algorithm);
      case 'failed':
        return reason(light.check, strings);
      case 'keyRefused':
        return words.keyRefused(key.fault ? reason(key.fault, strings) : '');
      case 'edited':
        return key.canSign && key.key !== undefined ? words.edited : words.editedNoKey;
      default:
        return words[light.kind];
    }
  }
}

export function timeWords(light: TimeLight, strings: Strings): string {
  const { lights: words } = strings;
  switch (light.kind) {
    case 'milliseconds':
      return words.milliseconds(light.claim);
    case 'holds':
      return light.left === undefined ? words.holds : timeLeftWords(light.left, strings);
    case 'failed': {
      const { check, left } = light;
      const isTold =
        left !== undefined &&
        ((check.name === 'exp' && left.kind === 'expired') ||
          (check.name === 'nbf' && left.kind === 'begins'));
      return isTold ? timeLeftWords(left, strings) : reason(check, strings);
    }
    default:
      return words[light.kind];
  }
}

function timeLeftWords({ kind, seconds, date }: TimeLeft, strings: Strings): string {
  const time = localTime(date, localeOf(strings, navigator.languages));
  return strings.lights[kind](countdown(seconds, strings.language), time);
}

export function expectationsWords(
  light: ExpectationsLight,
  { state }: View,
  strings: Strings,
): string {
  const { lights: words } = strings;
  const list = (names: readonly string[]) =>
    new Intl.ListFormat(strings.language, { type: 'conjunction' }).format(names);
  const checkNames = (names: readonly CheckName[]) =>
    list([...new Set(names.map((name) => strings.report.checks[name]))]);
  switch (light.kind) {
    case 'failed': {
      const name = strings.report.checks[light.check.name];
      const text = `${name}: ${reason(light.check, strings)}`;
      return light.more === 0 ? text : `${text} ${words.more(light.more)}`;
    }
    case 'unchecked':
      return words.unchecked(checkNames(light.names));
    case 'met': {
      const met = words.met(checkNames(light.names));
      return isTaken(state) ? `${met} ${words.taken}` : met;
    }
    case 'incomplete':
      return words.incomplete(
        list(light.missing.map((name) => strings.policy.presetFields[name] ?? name)),
      );
    default:
      return words[light.kind];
  }
}

function reason(
  { code, message }: { readonly code?: JoseErrorCode; readonly message?: string },
  strings: Strings,
): string {
  return message === undefined ? '' : translated(strings, code, message);
}
