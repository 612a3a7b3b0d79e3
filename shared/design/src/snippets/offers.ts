import type { Offer, Offers } from "@proofroom/domain/design/offer";
import { queuesOf } from "@proofroom/domain/design/through-queue";
import { readOperation } from "../bind/steps/said-operation.ts";
import { sensesOf } from "../bind/sense.ts";
import type { WholeRead } from "../read.ts";
import { counter } from "./counter.ts";
import { expiry } from "./expiry.ts";
import { guardedUpdate } from "./guarded-update.ts";
import { keepKey } from "./keep-key.ts";
import { newEndpoint } from "./new-endpoint.ts";
import { publish } from "./publish.ts";
import { type Site, type Snippet, speakable } from "./site.ts";
import { transaction } from "./transaction.ts";

const snippets: Snippet[] = [keepKey, guardedUpdate, expiry, counter, transaction, publish];

/** As many as one looks through. */
const most = 8;

/** What each endpoint could do besides, with the design's own names; nothing that its schema and diagram have not the means for. */
export function offersOf({ read, seen, bound, written }: WholeRead): Offers {
  const tables = speakable(seen.schema?.tables ?? []);
  const given = { seen, tables, senses: sensesOf(seen.capabilities), queues: queuesOf(read) };
  const endpoints: Record<string, Offer[]> = {};
  for (const served of bound) {
    const capability = seen.capabilities[served.operation.capability ?? ""];
    const offers = isWhole(served) ? snippets.flatMap((snippet) => snippet({ ...given, ...served, capability })) : [];
    endpoints[served.operation.opId] = offers.slice(0, most);
  }
  const capabilities: Record<string, Offer> = {};
  for (const name of read.unbound) {
    const capability = seen.capabilities[name];
    const taken = bound.map(({ operation }) => operation);
    const ground = { text: seen.texts.api, written, tables, senses: given.senses, endpoints: taken };
    const offer = capability === undefined ? null : newEndpoint(name, capability, ground);
    if (offer !== null) capabilities[name] = offer;
  }
  return { endpoints, capabilities };
}

/** Steps that are spelled out and cannot be read would be lost. */
const isWhole = ({ read }: Pick<Site, "read">): boolean =>
  read.operation === null || readOperation(read, () => {})?.isWhole === true;
