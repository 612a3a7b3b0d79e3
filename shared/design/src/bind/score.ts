import { wordsOfPath } from "../api/path.ts";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { successIn } from "../api/success.ts";
import { oneOf } from "../text/nearest.ts";
import { rememberedOf } from "../text/remembered.ts";
import { fieldsOf } from "./fields.ts";
import { keyHeader } from "./key/idempotency.ts";
import { plain, stems } from "./names.ts";
import { parameterFor } from "./convention/parameter-for.ts";
import { isUndoing } from "./convention/state-changes.ts";
import { senseOf, written } from "./sense.ts";
import { inputOf, newIn } from "./wires.ts";

/** How well an endpoint would serve a capability, 0 to 1 and somewhat more where it goes by the problem's own word, and what speaks for it. */
export interface Score {
  score: number;
  /** Whether the end of its path says nothing but words of this capability. */
  isPlain: boolean;
  /** Whether one of these is a word of this capability alone, or it redirects a code at the root. */
  isCalledSo: boolean;
  /** Whether its operationId alone says so. */
  byOperationId: boolean;
  /** Whether it takes all that the capability needs, and answers something of it. */
  carries: boolean;
  because: string[];
}

/** Evidence for and against, weighed; the weights add up to one and a bit when everything speaks for it. */
export function scoreOf(
  read: EndpointRead,
  name: string,
  capabilities: Record<string, Capability>,
  things: ReadonlySet<string>,
): Score {
  const capability = capabilities[name];
  const { endpoint } = read;
  if (capability === undefined) return { ...nothing, score: 0, byOperationId: false };
  const { find } = capability;
  const byOperationId = endpoint.operationId !== undefined && plain(endpoint.operationId) === plain(name);
  if (!find.methods.includes(endpoint.method)) return { ...nothing, score: byOperationId ? 0.3 : 0, byOperationId };
  const redirects = endpoint.responses.some(({ status }) => status >= 300 && status < 400 && status !== 304);
  const answers = outputsOf(read, capability);
  const words = wordsHit(read, find.words);
  const inputs = inputsOf(read, capability);
  const deed = deedOf(read, name, capability, capabilities, things);
  const isKeyed = capability.idempotentBy !== undefined && keyHeader(endpoint, capability.idempotentBy) !== undefined;
  const isShort = find.redirects === true && redirects && /^\/\{[^{}]*\}$/.test(endpoint.path);
  const points =
    0.15 +
    0.2 * share(words.length, 2) +
    0.3 * inputs.share +
    (find.redirects ? (redirects ? 0.35 : 0.05) : redirects ? -0.3 : 0.35 * answers.share) +
    // `/api/resolve/{code}` that answers the URL redirects nobody.
    (find.redirects && !redirects ? Math.min(0, deed.points) : deed.points) +
    (isKeyed ? 0.08 : 0) +
    (isShort ? 0.15 : 0);
  const because = [
    ...(byOperationId ? [`its operationId is ${name}`] : []),
    ...(deed.word === null ? [] : [`its path says ${deed.word}`]),
    ...(words.length > 0 && deed.word === null ? [`it speaks of ${oneOf(words.slice(0, 2))}`] : []),
    ...(inputs.carried.length > 0 ? [`it takes ${oneOf(inputs.carried)}`] : []),
    ...(find.redirects && redirects ? [isShort ? "it redirects from the root" : "it redirects"] : []),
    ...(answers.found.length > 0 ? [`it answers ${oneOf(answers.found)}`] : []),
  ];
  const score = Math.max(0, Math.min(1, points + (byOperationId ? 0.5 : 0))) + (deed.isItsName ? 0.15 : 0);
  const carries = inputs.share === 1 && inputs.carried.length > 0 && answers.found.length > 0;
  return {
    score,
    byOperationId,
    carries,
    because,
    isCalledSo: isShort || (deed.word !== null && deed.isAlone && (!find.redirects || redirects)),
    isPlain: deed.isAlone,
  };
}

const nothing = { carries: false, because: [], isCalledSo: false, isPlain: false };

const share = (hits: number, enough: number): number => Math.min(hits, enough) / enough;

function wordsHit({ endpoint, tags }: EndpointRead, words: string[]): string[] {
  const said = new Set(
    [...wordsOfPath(endpoint.path), endpoint.operationId ?? "", endpoint.summary ?? "", ...tags].flatMap(stems),
  );
  return words.filter((word) => stems(word).every((stem) => said.has(stem)));
}

interface Deed {
  points: number;
  word: string | null;
  /** Whether nothing but words of the capability is said. */
  isAlone: boolean;
  /** Whether that is the capability's own name. */
  isItsName?: boolean;
}

/** The end of a path, or the operationId, may say a word of this capability alone, or one of another's. */
function deedOf(
  { endpoint }: EndpointRead,
  name: string,
  capability: Capability,
  capabilities: Record<string, Capability>,
  things: ReadonlySet<string>,
): Deed {
  const last = lastOf(endpoint.path);
  const own = wordsAlone(name, capabilities);
  const others = Object.keys(capabilities).filter((other) => other !== name);
  const words = allWords(capability);
  const isCalledSo = (said: readonly string[]): boolean => said.length > 0 && said.every((stem) => words.has(stem));
  for (const said of [last, endpoint.operationId ?? ""].map(stems)) {
    if (said.length > 0 && isUndoing(said.join(" "))) return { points: -0.3, word: null, isAlone: false };
    const word = said.find((stem) => own.has(stem));
    const isAlone = isCalledSo(said);
    if (word !== undefined)
      return { points: isAlone ? 0.15 : 0.1, word, isAlone, isItsName: said.join("") === plain(name) };
    const isThing = said.length > 0 && things.has(said.join(" "));
    if (!isThing && said.some((stem) => others.some((other) => wordsAlone(other, capabilities).has(stem)))) {
      return { points: -0.2, word: null, isAlone: false };
    }
  }
  return { points: 0, word: null, isAlone: isCalledSo(stems(last)) };
}

/** What paths name as a thing to which something is done later: of `/orders/{id}/pay` an order. */
export const thingsIn = (endpoints: EndpointRead[]): Set<string> =>
  new Set(
    endpoints.flatMap(({ endpoint: { path } }) =>
      [...path.matchAll(/([^/{}]+)\/\{[^{}]*\}[/:][^/{}]/g)].map(([, thing = ""]) => stems(thing).join(" ")),
    ),
  );

/** The last of a path's own words. */
export const lastOf = (path: string): string => wordsOfPath(path).at(-1) ?? "";

const known = new WeakMap<Record<string, Capability>, Map<string, Set<string>>>();

/** The words of a capability that no other one of the problem has; worked out once, though every endpoint is held against them. */
function wordsAlone(name: string, capabilities: Record<string, Capability>): Set<string> {
  const byName = known.get(capabilities) ?? new Map<string, Set<string>>();
  known.set(capabilities, byName);
  const before = byName.get(name);
  if (before !== undefined) return before;
  const own = new Set((capabilities[name]?.find.words ?? []).flatMap(stems));
  for (const [other, { find }] of Object.entries(capabilities)) {
    if (other !== name) for (const stem of find.words.flatMap(stems)) own.delete(stem);
  }
  byName.set(name, own);
  return own;
}

/** All words of a capability, also those that another one has; worked out once as well. */
export const allWords = rememberedOf(({ find }: Capability): ReadonlySet<string> => new Set(find.words.flatMap(stems)));

/** The share that is carried of the inputs that no design does without. */
function inputsOf(read: EndpointRead, capability: Capability): { share: number; carried: string[] } {
  const weights = new Map(Object.keys(capability.in).map((field) => [field, carries(read, capability, field)]));
  const weightOf = (field: string): number => weights.get(field) ?? 0;
  const carried = [...weights.keys()].filter((field) => weightOf(field) > 0);
  const needed = Object.entries(capability.in).filter(([, type]) => !fieldType(type).isOptional);
  const met = needed.map(([field, type]) => Math.max(weightOf(field), weightOf(fieldType(type).unless ?? "")));
  return { share: needed.length === 0 ? 1 : met.reduce((sum, one) => sum + one, 0) / needed.length, carried };
}

/** Whole where the field is called what it is, less where only its type and its place say so. */
function carries({ endpoint }: EndpointRead, capability: Capability, field: string): number {
  const sense = senseOf(capability, field);
  if (parameterFor(endpoint, capability, sense) !== undefined) return 1;
  if (written(fieldsOf(endpoint.body), ({ name }) => name, sense) !== undefined) return 1;
  const place = inputOf(endpoint, capability, field);
  if (place === undefined) return 0;
  return fieldType(capability.in[field] ?? "").type === "url" ? 0.8 : 0.5;
}

/** The share of outputs that a success declares; a success that declares nothing is half of an answer. */
function outputsOf({ endpoint }: EndpointRead, capability: Capability): { share: number; found: string[] } {
  const fields = Object.keys(capability.out);
  const success = successIn(endpoint.responses);
  if (fields.length === 0) return { share: 1, found: [] };
  if (success?.schema === undefined) return { share: 0.5, found: [] };
  const declared = fieldsOf(success.schema);
  const named = fields.filter((field) => {
    if (capability.out[field] === "list") return JSON.stringify(success.schema).includes('"items"');
    return written(declared, ({ name }) => name, senseOf(capability, field)) !== undefined;
  });
  if (named.length === 0 && newIn(endpoint, capability) !== undefined) return { share: 0.8, found: fields };
  // Of what a design may leave out the lack says no more than an answer that is not described.
  const isFree = fields.every((field) => fieldType(capability.out[field] ?? "").isOptional);
  return { share: Math.max(named.length / fields.length, isFree ? 0.5 : 0), found: named };
}
