/** Deutsch. */
import { claims, encryptedHeaderParameters, headerParameters } from './de/claims.js';
import { compare, examples, share } from './de/dialogs.js';
import { found } from './de/found.js';
import { key } from './de/key.js';
import { kind } from './de/kind.js';
import { messages } from './de/messages.js';
import { page } from './de/page.js';
import { header, payload, signature } from './de/parts.js';
import { code, policy } from './de/policy.js';
import { remedies } from './de/remedies.js';
import { report } from './de/report.js';
import { token } from './de/token.js';
import { tour } from './de/tour.js';
import { lights, time, verdict } from './de/verdict.js';
import type { Strings } from './en.js';

export const de: Strings = {
  language: 'de',
  claims,
  headerParameters,
  encryptedHeaderParameters,
  messages,

  page,
  verdict,
  lights,
  time,
  token,
  found,
  header,
  payload,
  signature,
  key,
  kind,
  policy,
  remedies,
  code,
  report,
  compare,
  examples,
  tour,
  share,
};
