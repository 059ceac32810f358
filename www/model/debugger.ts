/**
 * The whole page without a page: what is put in, what follows, and the edits that go both ways.
 *
 * A signature changes for two reasons alone: somebody asked for it, or header or payload were edited while a
 * key was there that can sign. To put in a key never changes a token.
 */
import { inspect, JoseError, JwkSet } from 'edge-jwt';
import type { SigningKey } from 'edge-jwt';

import { aged, nextBoundary } from './aging.js';
import { textFromBase64url, textToBase64url } from './base64url.js';
import type { DebuggerInput } from './input.js';
import { compact, isJsonObject, spread, withMember } from './json-text.js';
import { faultOf, NO_KEY, readKey } from './key.js';
import type { KeyInput, ReadKey } from './key.js';
import { findTokens } from './pasted.js';
import { NO_POLICY, policyFaults, policyOptions } from './policy.js';
import type { Policy } from './policy.js';
import { readPreset } from './providers.js';
import type { PresetInput } from './providers.js';
import { segmentText, withSegment } from './segments.js';
import type { Shared } from './share-link.js';
import { readSigningKey, signed } from './signing.js';
import { EMPTY } from './state.js';
import type { SignatureOrigin, State, View } from './state.js';
import { verdictOf } from './verdict.js';

type Part = 'header' | 'payload';

/** What a listener has to show anew: everything, or what tells how far away a time is. */
export type Change = 'all' | 'times';
type Listener = (view: View, change: Change) => void;

/** A view, the state it is of, and the seconds since the epoch from and until when its checks are these. */
interface Made {
  readonly view: View;
  readonly state: State;
  readonly from: number;
  readonly until: number;
}

export class Debugger {
  #state: State = EMPTY;
  #origin: SignatureOrigin = { kind: 'given' };
  #listeners: Listener[] = [];
  #made: Made | undefined;
  /** What the listeners were last shown. */
  #shown: Made | undefined;
  #clock: () => Date;
  /** Counts the edits, so that a signature that comes late is not put on what came after. */
  #edit = 0;
  #readKey: { readonly name: string; readonly key: ReadKey } | undefined;
  #signingKey: { readonly name: string; readonly key: Promise<SigningKey> } | undefined;

  constructor(clock: () => Date = () => new Date()) {
    this.#clock = clock;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls `listener` now, after every change, and after every `tick`. */
  subscribe(listener: Listener): void {
    this.#listeners.push(listener);
    listener(this.view(), 'all');
  }

  /** Shows everything anew. */
  show(): void {
    this.#tell(this.view(), 'all');
  }

  /** Shows what time alone has changed: in most seconds, how far away the times of the token are. */
  tick(): void {
    const view = this.view();
    this.#tell(view, this.#made === this.#shown ? 'times' : 'all');
  }

  editToken(text: string): void {
    this.#origin = { kind: 'given' };
    this.#change({ token: text, drafts: {}, found: [] });
  }

  /** Takes a text from the clipboard: the token in it, where there is more than a token. */
  pasteToken(text: string): void {
    const found = findTokens(text);
    const [first] = found;
    this.editToken(first?.token ?? text.trim());
    if (first !== undefined && first.token !== text.trim()) this.#change({ found });
  }

  /** Chooses among the tokens that were found in a pasted text. */
  chooseFound(token: string): void {
    const { found } = this.#state;
    this.editToken(token);
    this.#change({ found });
  }

  async editPart(part: Part, text: string): Promise<void> {
    const drafts = { ...this.#state.drafts, [part]: text };
    const segment = textToBase64url(isJsonObject(text) ? compact(text) : text);
    const token = withSegment(this.#withHeader(part), part, segment);
    this.#origin = { kind: 'stale' };
    this.#change({ token, drafts, found: [] });
    if (this.view().key.canSign) await this.sign();
  }

  /** Sets one claim in the payload as it is written. */
  async setClaim(name: string, value: unknown): Promise<void> {
    const text = this.view().payload || '{}';
    await this.editPart('payload', withMember(text, name, value));
  }

  editSignature(text: string): void {
    this.#origin = { kind: 'given' };
    const signature = text.replaceAll(/\s+/g, '');
    this.#change({ token: withSegment(this.#state.token, 'signature', signature) });
  }

  editKey(change: Partial<KeyInput>): void {
    this.#change({ key: { ...this.#state.key, ...change }, isKeyFromLink: false });
  }

  editPolicy(change: Partial<Policy>): void {
    this.#change({ policy: { ...this.#state.policy, ...change } });
  }

  /** Another provider says anew who issues and for whom: what stood there was meant for something else. */
  editPreset(change: Partial<PresetInput>): void {
    const { preset: before, policy } = this.#state;
    const preset = { ...before, ...change };
    const isAnother = preset.id !== '' && preset.id !== before.id;
    this.#change({
      preset,
      ...(isAnother && { policy: { ...policy, issuer: '', audience: '' } }),
    });
  }

  /** The time to look at; undefined is the clock's. */
  setDate(date: Date | undefined): void {
    const { date: _before, ...rest } = this.#state;
    this.#state = date === undefined ? rest : { ...rest, date };
    this.#edit += 1;
    this.show();
  }

  /** Puts an example, an attack or a link into the page, in place of what was there. */
  load(input: Partial<DebuggerInput>, date?: Date): void {
    this.#origin = { kind: 'given' };
    this.#state = { ...EMPTY, ...input, ...(date !== undefined && { date }) };
    this.#edit += 1;
    this.show();
  }

  /** Shows what a link holds. */
  openLink({ token, key, policy }: Shared): void {
    this.load({
      token,
      key: { ...NO_KEY, text: key ?? '' },
      policy: { ...NO_POLICY, ...policy },
    });
    this.#change({ isKeyFromLink: key !== undefined });
  }

  /** Signs header and payload as they stand. */
  async sign(): Promise<void> {
    const edit = this.#edit;
    const { token } = this.#state;
    try {
      const key = await this.#keyForSigning();
      const resigned = await signed(token, key);
      if (edit !== this.#edit) return;
      this.#origin = { kind: 'signed' };
      this.#change({ token: resigned });
    } catch (error) {
      const fault = faultOf(error);
      if (edit !== this.#edit) return;
      this.#origin = { kind: 'failed', fault };
      this.show();
    }
  }

  /** What follows from the state at the time that is looked at. */
  view(): View {
    const now = this.#state.date ?? this.#clock();
    const seconds = now.getTime() / 1000;
    const made = this.#madeFor(seconds) ?? this.#make(now);
    const inspection = aged(made.view.inspection, made.from, seconds);
    const { state, key } = made.view;
    return {
      ...made.view,
      ...(inspection !== made.view.inspection && {
        inspection,
        verdict: verdictOf(state.token, inspection, key),
      }),
      now,
      origin: this.#origin,
    };
  }

  /** What was made of this state already, if it holds at that time. */
  #madeFor(seconds: number): Made | undefined {
    const made = this.#made;
    const isFor = made?.state === this.#state && made.from <= seconds && seconds < made.until;
    return isFor ? made : undefined;
  }

  #make(now: Date): Made {
    const state = this.#state;
    const { token, policy, drafts } = state;
    const preset = readPreset(state.preset);
    const options = policyOptions(policy, preset.options);
    const key = this.#importedKey(state.key, token);
    const inspection = inspect(token, key.key, { ...options, currentDate: now });
    const view = {
      state,
      now,
      inspection,
      key,
      verdict: verdictOf(token, inspection, key),
      options,
      preset,
      policyFaults: policyFaults(policy),
      header: drafts.header ?? partText(token, 'header', inspection.protectedHeaderText),
      payload: drafts.payload ?? partText(token, 'payload', inspection.payloadText),
      signature: segmentText(token, 'signature'),
      origin: this.#origin,
    };
    const from = now.getTime() / 1000;
    this.#made = { view, state, from, until: nextBoundary(inspection, options, from) };
    return this.#made;
  }

  /** A key costs more to import than a token to verify, and stays while the token is edited. */
  #importedKey(input: KeyInput, token: string): ReadKey {
    const algorithm = algorithmOf(token);
    const name = JSON.stringify([input, algorithm]);
    if (this.#readKey?.name !== name) this.#readKey = { name, key: readKey(input, algorithm) };
    return this.#readKey.key;
  }

  async #keyForSigning(): Promise<SigningKey> {
    const { key: input, token } = this.#state;
    const { key } = this.#importedKey(input, token);
    if (key === undefined || key instanceof JwkSet) throw cannotSign();
    const algorithm = algorithmOf(token);
    if (algorithm !== key.algorithm) throw otherAlgorithm(key.algorithm);
    const name = JSON.stringify([input, algorithm]);
    if (this.#signingKey?.name !== name) {
      this.#signingKey = { name, key: readSigningKey(input, key.algorithm) };
    }
    return this.#signingKey.key;
  }

  /** A payload that is written first gets the header that the key asks for. */
  #withHeader(part: Part): string {
    const { token, key } = this.#state;
    if (part === 'header' || segmentText(token, 'header') !== '') return token;
    const imported = this.#importedKey(key, token).key;
    const alg = imported === undefined || imported instanceof JwkSet ? 'HS256' : imported.algorithm;
    return withSegment(token, 'header', textToBase64url(JSON.stringify({ alg, typ: 'JWT' })));
  }

  #tell(view: View, change: Change): void {
    this.#shown = this.#made;
    for (const listener of this.#listeners) listener(view, change);
  }

  #change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#edit += 1;
    this.show();
  }
}

/**
 * The text of a segment as it was signed. What the core could read but not take for a strict JSON object
 * stays as it is, so that line and column of the fault are right.
 */
function partText(token: string, part: Part, lenientText: string | undefined): string {
  if (lenientText !== undefined) return lenientText;
  const text = textFromBase64url(segmentText(token, part));
  return text === undefined ? '' : spread(text);
}

/** The header's word, for the choice among the algorithms that a key fits. */
function algorithmOf(token: string): unknown {
  return inspect(token).protectedHeader?.alg;
}

const cannotSign = () =>
  new JoseError('ERR_JOSE_KEY_MISMATCH', 'there is no private key and no secret to sign with');

const otherAlgorithm = (algorithm: string) =>
  new JoseError(
    'ERR_JOSE_KEY_MISMATCH',
    `the key is for ${algorithm}, the header names another one`,
  );
