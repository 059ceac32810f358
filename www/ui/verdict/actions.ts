/** The one button of each light: the step that helps most now. */
import type { View } from '../../model/state.js';
import type { App } from '../app.js';

export interface Action {
  readonly label: string;
  run(): void;
}

export interface Actions {
  readonly signature: Action | undefined;
  readonly time: Action | undefined;
  readonly expectations: Action | undefined;
}

export function actionsOf(view: View, app: App): Actions {
  return {
    signature: forSignature(view, app),
    time: forTime(view, app),
    expectations: forExpectations(view, app),
  };
}

function forSignature({ lights, key }: View, { page, strings, focus }: App): Action | undefined {
  const { actions: words } = strings.lights;
  const addKey = { label: words.addKey, run: () => focus('key') };
  switch (lights.signature.kind) {
    case 'edited':
      return key.canSign && key.key !== undefined
        ? { label: words.sign, run: () => void page.sign() }
        : addKey;
    case 'noKey':
    case 'keyRefused':
      return addKey;
    default:
      return undefined;
  }
}

function forTime({ lights }: View, { page, strings }: App): Action | undefined {
  const { actions: words } = strings.lights;
  if (lights.time.kind !== 'never') return undefined;
  return { label: words.requireExp, run: () => page.editPolicy({ requiredClaims: 'exp' }) };
}

function forExpectations(
  { lights, inspection }: View,
  { page, strings, focus }: App,
): Action | undefined {
  const { actions: words } = strings.lights;
  switch (lights.expectations.kind) {
    case 'unchecked': {
      const { iss, aud } = inspection.payload ?? {};
      const [audience] = [aud].flat();
      const expected = {
        ...(typeof iss === 'string' && { issuer: iss }),
        ...(typeof audience === 'string' && { audience }),
      };
      return { label: words.expect, run: () => page.editPolicy(expected) };
    }
    case 'incomplete':
      return { label: words.fillIn, run: () => focus('policy') };
    default:
      return undefined;
  }
}
