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
import { guestIn, leave } from './guest.js';
import type { GuestFields } from './guest.js';
import { History } from './history.js';
import type { DebuggerInput } from './input.js';
import { compact, isJsonObject, spread, withMember } from './json-text.js';
import { faultOf, NO_KEY, readKey } from './key.js';
import type { KeyInput, ReadKey } from './key.js';
import { unencodedPayload } from './kind/kind.js';
import { readSdJwt } from './kind/sd-jwt.js';
import { lightsOf } from './lights.js';
import { findTokens } from './found/find-tokens.js';
import { NO_POLICY, policyFaults, policyOptions } from './policy.js';
import type { Policy } from './policy.js';
import { NO_PRESET, readPreset } from './providers.js';
import type { PresetInput } from './providers.js';
import { segmentText, tokenIn, withSegment } from './segments.js';
import type { Shared } from './share-link.js';
import { readSigningKey, signed } from './signing.js';
import { GIVEN } from './signature-origin.js';
import { EMPTY } from './state.js';
import type { State, View } from './state.js';
import { takenFields } from './taken.js';
import { isSameToken } from './token-change.js';
import { verdictOf } from './verdict.js';
import type { Verdict } from './verdict.js';

type Part = 'header' | 'payload';

/** What a listener has to show again: everything, or what tells how far away a time is. */
export type Change = 'all' | 'times';
type Listener = (view: View, change: Change) => void;

/** What follows from a state, but for what the history says. */
type Following = Omit<View, 'canUndo' | 'canRedo'>;

/** A view, the state it is of, and the seconds since the epoch from and until when its checks are these. */
interface Made {
  readonly view: Following;
  readonly state: State;
  readonly from: number;
  readonly until: number;
}

export class Debugger {
  #history = new History<State>(EMPTY);
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
    return this.#history.present;
  }

  /** Calls `listener` now, after every change, and after every `tick`. */
  subscribe(listener: Listener): void {
    this.#listeners.push(listener);
    listener(this.view(), 'all');
  }

  /** Shows everything again. */
  show(): void {
    this.#tell(this.view(), 'all');
  }

  /** Shows what time alone has changed: in most seconds, how far away the times of the token are. */
  tick(): void {
    const view = this.view();
    this.#tell(view, this.#made === this.#shown ? 'times' : 'all');
  }

  undo(): void {
    if (this.#history.undo()) this.#changed();
  }

  redo(): void {
    if (this.#history.redo()) this.#changed();
  }

  /** Takes what is typed into the pane of the token. */
  editToken(text: string): void {
    const { state } = this;
    const isSame = isSameToken(state.token, text);
    this.#put({ ...(isSame ? state : this.#withoutGuest(text)), ...tokenAlone(text) }, 'token');
  }

  /** Takes a text from elsewhere: the token in it, where there is more than a token. */
  pasteToken(text: string): void {
    const found = findTokens(text);
    const [first] = found;
    const token = first?.token ?? text.trim();
    const isMore = first !== undefined && first.token !== text.trim();
    this.#put({
      ...this.#withoutGuest(token),
      ...tokenAlone(token),
      ...(isMore && { found, foundIn: text }),
    });
  }

  /** Chooses among the tokens that were found in a pasted text. */
  chooseFound(token: string): void {
    const { found, foundIn } = this.state;
    this.#put({ ...this.#withoutGuest(token), ...tokenAlone(token), found, foundIn });
  }

  /** Puts the pasted text into the pane, as it was, in place of the token in it. */
  showPasted(): void {
    this.#put({ ...this.state, ...tokenAlone(this.state.foundIn) });
  }

  clearToken(): void {
    this.#put({ ...this.#withoutGuest(''), ...tokenAlone('') });
  }

  /** What the page would say of another token, with the same key and expectations. */
  verdictFor(token: string): Verdict {
    const { state } = this;
    const now = state.date ?? this.#clock();
    const preset = readPreset(state.preset);
    const options = policyOptions(state.policy, preset.options);
    const signedOne = signedToken(token);
    const key = this.#importedKey(state.key, signedOne);
    const inspection = inspect(signedOne, key.key, { ...options, currentDate: now });
    const facts = { state, token, now, inspection, key, options, preset, origin: GIVEN };
    return concluded(facts).verdict;
  }

  async editPart(part: Part, text: string): Promise<void> {
    const { state } = this;
    const drafts = { ...state.drafts, [part]: text };
    const segment = textToBase64url(isJsonObject(text) ? compact(text) : text);
    const token = withSegment(this.#withHeader(part), part, segment);
    this.#put({ ...state, token, drafts, found: [], foundIn: '', origin: { kind: 'stale' } }, part);
    const { key, header, payload } = this.view();
    const isToken = isJsonObject(header) && isJsonObject(payload);
    if (key.canSign && isToken) await this.#sign((signedState) => this.#history.amend(signedState));
  }

  /** Sets one claim in the payload as it is written. */
  async setClaim(name: string, value: unknown): Promise<void> {
    const text = this.view().payload || '{}';
    await this.editPart('payload', withMember(text, name, value));
  }

  editSignature(text: string): void {
    const { state } = this;
    const signature = text.replaceAll(/\s+/g, '');
    const token = withSegment(state.token, 'signature', signature);
    this.#put({ ...state, token, origin: GIVEN }, 'signature');
  }

  /** Another text is another key: an algorithm that came with the one before it goes. */
  editKey(change: Partial<KeyInput>): void {
    const { state } = this;
    const { guest } = state;
    const isGuests =
      guest?.put.key !== undefined && state.key.algorithm === guest.put.key.algorithm;
    const key = {
      ...state.key,
      ...(change.text !== undefined && isGuests && { algorithm: '' as const }),
      ...change,
    };
    this.#put(
      { ...state, key, isKeyFromLink: false },
      change.text === undefined ? undefined : 'key',
    );
  }

  /** A key that was made here: it goes when a token comes that it is not for. */
  putNewKey(key: KeyInput): void {
    const { state } = this;
    this.#put({ ...state, key, guest: guestIn(state, { key }), isKeyFromLink: false });
  }

  editPolicy(change: Partial<Policy>): void {
    const { state } = this;
    const [field] = Object.keys(change);
    this.#put({ ...state, policy: { ...state.policy, ...change } }, field);
  }

  /** Expects what the token itself says. */
  takePolicy(change: Partial<Policy>): void {
    const { state } = this;
    const taken = takenFields(change);
    this.#put({ ...state, policy: { ...state.policy, ...change }, ...(taken && { taken }) });
  }

  /** Another provider says again who issues and for whom: what was there was meant for something else. */
  editPreset(change: Partial<PresetInput>): void {
    const next = this.#withPreset({ ...this.state.preset, ...change });
    this.#put(next, next.preset.id === this.state.preset.id ? 'preset' : undefined);
  }

  /** A provider's rules, with what the token itself says for them. What was typed stays where it is silent. */
  takePreset({ id, values }: PresetInput): void {
    const before = id === this.state.preset.id ? this.state.preset.values : NO_PRESET.values;
    const taken = { preset: { id, values } };
    this.#put({ ...this.#withPreset({ id, values: { ...before, ...values } }), taken });
  }

  #withPreset(preset: PresetInput): State {
    const { state } = this;
    const isAnother = preset.id !== '' && preset.id !== state.preset.id;
    const policy = isAnother ? { ...state.policy, issuer: '', audience: '' } : state.policy;
    return { ...state, preset, policy };
  }

  clearPolicy(): void {
    this.#put({ ...this.state, policy: NO_POLICY, preset: NO_PRESET });
  }

  /** The time to look at; undefined is the clock's. */
  setDate(date: Date | undefined): void {
    const { date: _before, ...rest } = this.state;
    this.#put(date === undefined ? rest : { ...rest, date }, 'date');
  }

  /** Puts an example into the page. What was there beside the token comes back when the example's token goes. */
  load(input: Partial<DebuggerInput>, date?: Date): void {
    const { token, key, policy } = { ...EMPTY, ...input };
    const own = this.#withoutTour();
    const put: GuestFields = {
      key,
      policy,
      preset: NO_PRESET,
      ...(date !== undefined && { date }),
    };
    const guest = guestIn(own, put);
    this.#put({ ...EMPTY, ...put, token, guest });
  }

  /** Shows a step of the tour. What was there before the first one comes back when the tour ends. */
  showStep(step: number, input: DebuggerInput): void {
    this.#put({ ...EMPTY, ...input, tour: { step, before: this.#withoutTour() } });
  }

  endTour(): void {
    if (this.state.tour !== undefined) this.#put(this.state.tour.before);
  }

  /** Shows what a link holds. */
  openLink({ token, key, policy }: Shared): void {
    this.#put({
      ...EMPTY,
      token,
      key: { ...NO_KEY, text: key ?? '' },
      policy: { ...NO_POLICY, ...policy },
      isKeyFromLink: key !== undefined,
    });
  }

  /** Signs header and payload as they are. */
  async sign(): Promise<void> {
    await this.#sign((state) => this.#history.put(state));
  }

  async #sign(put: (state: State) => void): Promise<void> {
    const edit = this.#edit;
    const { state } = this;
    const made = await this.#signed(state);
    if (edit !== this.#edit) return;
    put({ ...state, ...made });
    this.#changed();
  }

  async #signed(state: State): Promise<Partial<State>> {
    try {
      const key = await this.#keyForSigning();
      return { token: await signed(state.token, key), origin: { kind: 'signed' } };
    } catch (error) {
      return { origin: { kind: state.origin.kind, fault: faultOf(error) } };
    }
  }

  /** What follows from the state at the time that is looked at. */
  view(): View {
    const { canUndo, canRedo } = this.#history;
    const now = this.state.date ?? this.#clock();
    const seconds = now.getTime() / 1000;
    const made = this.#madeFor(seconds) ?? this.#make(now);
    const inspection = aged(made.view.inspection, made.from, seconds);
    return { ...made.view, ...concluded({ ...made.view, inspection, now }), canUndo, canRedo };
  }

  /** What was made of this state already, if it holds at that time. */
  #madeFor(seconds: number): Made | undefined {
    const made = this.#made;
    const isFor = made?.state === this.state && made.from <= seconds && seconds < made.until;
    return isFor ? made : undefined;
  }

  #make(now: Date): Made {
    const { state } = this;
    const { policy, drafts, origin } = state;
    const token = signedToken(tokenIn(state.token));
    const preset = readPreset(state.preset);
    const options = policyOptions(policy, preset.options);
    const key = this.#importedKey(state.key, token);
    const inspection = inspect(token, key.key, { ...options, currentDate: now });
    const facts = { state, token, now, inspection, key, options, preset, origin };
    const view = {
      ...facts,
      ...concluded(facts),
      policyFaults: policyFaults(policy, preset.options),
      header: drafts.header ?? partText(token, 'header', inspection.protectedHeaderText),
      payload:
        drafts.payload ??
        unencodedPayload(token, inspection.protectedHeader) ??
        partText(token, 'payload', inspection.payloadText),
      signature: segmentText(token, 'signature'),
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
    const { key: input, token } = this.state;
    const { key } = this.#importedKey(input, tokenIn(token));
    if (key === undefined || key instanceof JwkSet) throw cannotSign();
    const algorithm = algorithmOf(tokenIn(token));
    if (algorithm !== key.algorithm) throw otherAlgorithm(key.algorithm);
    const name = JSON.stringify([input, algorithm]);
    if (this.#signingKey?.name !== name) {
      this.#signingKey = { name, key: readSigningKey(input, key.algorithm) };
    }
    return this.#signingKey.key;
  }

  /** A payload that is written first gets the header that the key asks for. */
  #withHeader(part: Part): string {
    const { token, key } = this.state;
    if (part === 'header' || segmentText(token, 'header') !== '') return token;
    const imported = this.#importedKey(key, token).key;
    const alg = imported === undefined || imported instanceof JwkSet ? 'HS256' : imported.algorithm;
    return withSegment(token, 'header', textToBase64url(JSON.stringify({ alg, typ: 'JWT' })));
  }

  /** The person's own state, as it was before the tour. */
  #withoutTour(): State {
    return this.state.tour?.before ?? this.state;
  }

  /** The state in which `token` takes the place of another: what came with that one is gone. */
  #withoutGuest(token: string): State {
    const { guest, ...state } = this.#withoutTour();
    if (guest === undefined) return state;
    const isOfExample = guest.put.policy !== undefined;
    if (!isOfExample && this.#fits(state.key, token)) return { ...state, guest };
    const { date, ...left } = leave({ ...state, guest });
    const { date: _before, ...rest } = state;
    return { ...rest, ...left, ...(date !== undefined && { date }) };
  }

  #fits(input: KeyInput, token: string): boolean {
    const algorithm = token === '' ? undefined : algorithmOf(token);
    if (algorithm === undefined) return true;
    const { key } = readKey(input, algorithm);
    return key !== undefined && !(key instanceof JwkSet) && key.algorithm === algorithm;
  }

  #tell(view: View, change: Change): void {
    this.#shown = this.#made;
    for (const listener of this.#listeners) listener(view, change);
  }

  /** A new state; `field` is the one that is being typed into. */
  #put(state: State, field?: string): void {
    this.#history.put(state, field, this.#clock().getTime());
    this.#changed();
  }

  #changed(): void {
    this.#edit += 1;
    this.show();
  }
}

/** Of an SD-JWT the part that its issuer signed (RFC 9901 §4). */
const signedToken = (token: string) => readSdJwt(token)?.token ?? token;

/** A token that nothing else in the page belongs to. */
const tokenAlone = (token: string) => ({
  token,
  drafts: {},
  found: [],
  foundIn: '',
  origin: GIVEN,
});

/** What the checks come to. */
function concluded(
  facts: Omit<Following, 'lights' | 'verdict' | 'policyFaults' | Part | 'signature'>,
) {
  const lights = lightsOf(facts);
  const verdict = verdictOf(facts.token, facts.inspection, facts.key, lights);
  return { inspection: facts.inspection, now: facts.now, lights, verdict };
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
