// The page's model in Node: what needs no document.

import assert from 'node:assert/strict';
import * as lib from 'edge-jwt';
import { loop, report } from '../support/loop.mjs';
import { withPage } from './bundle.mjs';
import aging from './model/aging.mjs';
import attacks from './model/attacks.mjs';
import checks from './model/checks.mjs';
import claims from './model/claims.mjs';
import code from './model/code.mjs';
import compare from './model/compare.mjs';
import debugging from './model/debugging.mjs';
import guests from './model/guests.mjs';
import history from './model/history.mjs';
import findings from './model/findings.mjs';
import found from './model/found.mjs';
import jsonText from './model/json-text.mjs';
import keyText from './model/key-text.mjs';
import keys from './model/keys.mjs';
import lights from './model/lights.mjs';
import kinds from './model/kinds.mjs';
import lookAlikes from './model/look-alikes.mjs';
import policy from './model/policy.mjs';
import providerGuess from './model/provider-guess.mjs';
import remoteKeys from './model/remote-keys.mjs';
import remedies from './model/remedies.mjs';
import shareLink from './model/share-link.mjs';
import styles from './model/styles.mjs';
import time from './model/time.mjs';

const themes = {
  'tokens are found': found,
  'what is no token': lookAlikes,
  'JSON text': jsonText,
  keys,
  'text of a key': keyText,
  kinds,
  findings,
  policy,
  'guess of a provider': providerGuess,
  remedies,
  'keys from elsewhere': remoteKeys,
  time,
  checks,
  claims,
  'share link': shareLink,
  compare,
  debugging,
  history,
  guests,
  lights,
  aging,
  'copy as code': code,
  attacks,
  styles,
};

const MODULES = [
  'algorithms',
  'attacks',
  'checks',
  'claims/dictionary',
  'claims/issuer',
  'claims/providers',
  'claims/value',
  'code/from-view',
  'code/javascript',
  'code/rust',
  'compare',
  'debugger',
  'der-signature',
  'history',
  'lights',
  'examples',
  'findings',
  'found/find-tokens',
  'found/look-alike',
  'found/repair',
  'found/table',
  'json-text',
  'key',
  'key-text',
  'kind/kind',
  'kind/sd-jwt',
  'kind/serialization',
  'found/find-tokens',
  'key/summary',
  'policy',
  'providers',
  'provider-guess',
  'remedies',
  'remote-keys',
  'sample-input',
  'samples',
  'segments',
  'share-link',
  'signing',
  'taken',
  'time',
  'time-left',
  'verdict',
  'base64url',
];
/** Every word, and what puts them together without a document. */
const OTHERS = [
  'strings/en',
  'strings/de',
  'strings/languages',
  'ui/findings/finding-text',
  'ui/claims/provider-words',
];

const passed = await withPage([...MODULES.map((name) => `model/${name}`), ...OTHERS], (model) => {
  const { test, run } = loop();
  for (const [theme, register] of Object.entries(themes)) {
    register({ assert, lib, model, test: (name, action) => test(`${theme}: ${name}`, action) });
  }
  return run();
});
if (!report('page model', passed)) process.exitCode = 1;
