import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import { whenTaken } from "@proofroom/domain/design/refusal-status";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../fields.ts";
import type { Sense } from "../sense.ts";
import { saidOfRow } from "../steps/said-row.ts";
import type { KeyInCache } from "./told-in-cache.ts";
import { answeredAgain } from "../ways/rows/answered-again.ts";

interface Doing {
  steps: Step[];
  idempotency?: Idempotency | undefined;
}
interface Given {
  endpoint: Endpoint;
  tables: Table[];
  senses: Sense[];
}

/**
 * Steps around which the key of a request is kept in the cache as it is told: looked for first, or put there by whoever is first, and
 * what was answered kept behind them; null where a column keeps the key, nothing is added, or what is answered cannot be told.
 */
export function withKeyInCache(
  { steps, idempotency }: Doing,
  source: KeySource,
  told: KeyInCache,
  given: Given,
): Step[] | null {
  const answer = steps.at(-1);
  if (idempotency !== undefined || answer === undefined || !("return" in answer)) return null;
  const body = bodyOf(answer, steps, given);
  if (body === null) return null;
  const key = `${told.prefix}:{${keyReference(source).slice(1)}}`;
  const lasting = told.ttl === null ? {} : { ttl: told.ttl };
  const again: Step = {
    return: { ...answeredAgain(answer, given.endpoint).return, body: "$cached", location: undefined },
  };
  const refused = (error: string): Step => ({ return: { status: whenTaken(given.endpoint), body: { error } } });
  const looked = (name: string): Step[] => [{ "cache.get": name }, ifFound([again])];
  const kept = `${key}:answer`;
  const before = told.isClaimed
    ? [
        { "cache.increment": key, ...lasting },
        {
          if: { $count: { gt: 1 } },
          // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
          then: told.isRefused ? [refused("repeated")] : [...looked(kept), refused("in progress")],
        },
      ]
    : told.isRefused
      ? [{ "cache.get": key }, ifFound([refused("repeated")])]
      : looked(key);
  const put: Step = { "cache.put": told.isClaimed ? kept : key, value: { json: body }, ...lasting };
  return [
    whereSent(source, before),
    ...steps.slice(0, -1),
    // Who refuses what comes again has no use for the answer.
    ...(told.isClaimed && told.isRefused ? [] : [whereSent(source, [put])]),
    { return: { ...answer.return, body } },
  ];
}

// oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
const ifFound = (then: Step[]): Step => ({ if: { found: true }, then });

const whereSent = (source: KeySource, steps: Step[]): Step => ({
  if: { [keyReference(source)]: null },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  then: [],
  else: steps,
});

/** What is answered, with each value named by the row that has it. */
function bodyOf(
  answer: Extract<Step, { return: unknown }>,
  steps: readonly Step[],
  { endpoint, tables, senses }: Given,
): Record<string, unknown> | null {
  const inserted = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  const table = tables.find(({ name }) => name === inserted[0]);
  if (table === undefined) return null;
  const { body } = answer.return;
  return inserted.length > 1 && isRecord(body) ? body : saidOfRow(answer, { endpoint, table, senses });
}
