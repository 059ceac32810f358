/** English, which is complete: the type of every other language is this one's. */
import { claims, encryptedHeaderParameters, headerParameters } from './en/claims.js';
import { compare, examples, share } from './en/dialogs.js';
import { found } from './en/found.js';
import { key } from './en/key.js';
import { kind } from './en/kind.js';
import { messages } from './en/messages.js';
import { page } from './en/page.js';
import { header, payload, signature } from './en/parts.js';
import { code, policy } from './en/policy.js';
import { remedies } from './en/remedies.js';
import { report } from './en/report.js';
import { token } from './en/token.js';
import { tour } from './en/tour.js';
import { lights, time, verdict } from './en/verdict.js';

export const en = {
  language: 'en',
  claims,
  headerParameters,
  encryptedHeaderParameters,
  /** What the package says, by code or id. English is mostly what it says itself. */
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

export type Strings = typeof en;
