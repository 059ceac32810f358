/** The one button of each light: the step that helps most now. */
import { guessProvider } from '../../model/provider-guess.js';
import { PROVIDERS } from '../../model/providers.js';
import { applyRemedy, remediesOf } from '../../model/remedies.js';
import type { Remedy } from '../../model/remedies.js';
import type { View } from '../../model/state.js';
import type { App } from '../app.js';

export interface Action {
  readonly label: string;
  /** It is the remedy for the check that failed. */
  readonly isRemedy?: true;
  run(): void;
}

export interface Actions {
  readonly signature: Action | undefined;
  readonly time: Action | undefined;
  readonly expectations: Action | undefined;
}

export function actionsOf(view: View, app: App): Actions {
  const remedies = remediesOf(view);
  const remedyFor = (fits: (remedy: Remedy) => boolean): Action | undefined => {
    const remedy = remedies.find(fits);
    return (
      remedy && {
        label: labelOf(remedy, app.strings),
        isRemedy: true,
        run: () => void applyRemedy(app.page, remedy),
      }
    );
  };
  const { signature, time, expectations } = view.lights;
  const forCheck = (light: object) =>
    'check' in light
      ? remedyFor(({ check }) => check === (light.check as { readonly name: string }).name)
      : undefined;
  return {
    signature: forCheck(signature) ?? forSignature(view, app),
    time: forCheck(time) ?? forTime(view, app, remedyFor),
    expectations: forCheck(expectations) ?? forExpectations(view, app),
  };
}

export function labelOf({ id, subject }: Remedy, { remedies: words }: App['strings']): string {
  const word = words[id];
  return typeof word === 'string' ? word : word(subject);
}

function forSignature(view: View, { page, strings, focus }: App): Action | undefined {
  const { lights, key } = view;
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

function forTime(
  { lights }: View,
  { page, strings }: App,
  remedyFor: (fits: (remedy: Remedy) => boolean) => Action | undefined,
): Action | undefined {
  if (lights.time.kind === 'milliseconds') {
    const { claim } = lights.time;
    return remedyFor(({ id, subject }) => id.endsWith('in-milliseconds') && subject === claim);
  }
  if (lights.time.kind !== 'never') return undefined;
  const { requireExp } = strings.lights.actions;
  return { label: requireExp, run: () => page.editPolicy({ requiredClaims: 'exp' }) };
}

function forExpectations(
  { lights, inspection }: View,
  { page, strings, focus }: App,
): Action | undefined {
  const { actions: words } = strings.lights;
  switch (lights.expectations.kind) {
    case 'unchecked': {
      const guess = guessProvider(inspection);
      if (guess !== undefined) {
        const title = PROVIDERS.find(({ id }) => id === guess.id)?.title ?? guess.id;
        return { label: words.rules(title), run: () => page.takePreset(guess) };
      }
      const { iss, aud } = inspection.payload ?? {};
      const [audience] = [aud].flat();
      const expected = {
        ...(typeof iss === 'string' && { issuer: iss }),
        ...(typeof audience === 'string' && { audience }),
      };
      return { label: words.expect, run: () => page.takePolicy(expected) };
    }
    case 'incomplete':
      return { label: words.fillIn, run: () => focus('policy') };
    default:
      return undefined;
  }
}
