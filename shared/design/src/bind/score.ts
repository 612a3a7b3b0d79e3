import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { fieldsOf } from "./fields.ts";
import { plain, stems } from "./names.ts";
import { senseOf, written } from "./sense.ts";

/** How well an endpoint would serve a capability, 0 to 1, and whether its operationId alone says so. */
export interface Score {
  score: number;
  byOperationId: boolean;
}

/** Evidence for and against, weighed; the weights add up to one when everything speaks for it. */
export function scoreOf(read: EndpointRead, name: string, capability: Capability): Score {
  const { endpoint } = read;
  const { find } = capability;
  const byOperationId = endpoint.operationId !== undefined && plain(endpoint.operationId) === plain(name);
  if (!find.methods.includes(endpoint.method)) return { score: byOperationId ? 0.3 : 0, byOperationId };
  const redirects = endpoint.responses.some(({ status }) => status >= 300 && status < 400 && status !== 304);
  const answers = hasOutputs(read, capability);
  const points =
    0.15 +
    0.2 * share(wordsHit(read, find.words), 2) +
    0.3 * inputShare(read, capability) +
    (find.redirects ? (redirects ? 0.35 : 0.05) : redirects ? -0.3 : 0.35 * answers);
  const named = byOperationId ? 0.5 : 0;
  return { score: Math.max(0, Math.min(1, points + named)), byOperationId };
}

const share = (hits: number, enough: number): number => Math.min(hits, enough) / enough;

function wordsHit({ endpoint, tags }: EndpointRead, words: string[]): number {
  const path = endpoint.path.split("/").filter((part) => !part.startsWith("{"));
  const said = new Set([...path, endpoint.operationId ?? "", endpoint.summary ?? "", ...tags].flatMap(stems));
  return words.filter((word) => stems(word).every((stem) => said.has(stem))).length;
}

function inputShare(read: EndpointRead, capability: Capability): number {
  const fields = Object.keys(capability.in);
  if (fields.length === 0) return 1;
  return fields.filter((field) => carries(read, capability, field)).length / fields.length;
}

function carries({ endpoint }: EndpointRead, capability: Capability, field: string): boolean {
  const sense = senseOf(capability, field);
  if (written(endpoint.parameters, ({ name }) => name, sense) !== undefined) return true;
  return written(fieldsOf(endpoint.body), ({ name }) => name, sense) !== undefined;
}

/** The share of outputs that a success declares; a success that declares nothing is half of an answer. */
function hasOutputs({ endpoint }: EndpointRead, capability: Capability): number {
  const fields = Object.keys(capability.out);
  const success = endpoint.responses.find(({ status }) => status >= 200 && status < 300);
  if (fields.length === 0) return 1;
  if (success?.schema === undefined) return 0.5;
  const declared = fieldsOf(success.schema);
  const found = fields.filter((field) => {
    if (capability.out[field] === "list") return JSON.stringify(success.schema).includes('"items"');
    return written(declared, ({ name }) => name, senseOf(capability, field)) !== undefined;
  });
  return found.length / fields.length;
}
