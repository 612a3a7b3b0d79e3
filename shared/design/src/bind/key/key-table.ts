import type { Table } from "@proofroom/domain/design/model";
import { keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import type { Step, Value } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isKeptApart } from "./key-apart.ts";
import { keySource } from "./idempotency.ts";
import { type KeptKey, keyKeptFor, placeOf } from "./kept-key.ts";
import { requestKept } from "./request-table.ts";
import { isLookedAfter } from "./looked-after.ts";
import { saidOfRow } from "../steps/said-row.ts";

/**
 * An insert whose key is kept in a table of keys, `idempotency_keys (key, code)`: the row and its key are written together,
 * the key only where one is sent. Answered is what the row itself says, also when the key comes again, or what was kept of
 * the answer.
 */
export function withKeyTable(found: Conventional, asked: Asked, tables: Table[]): Conventional {
  if (found.steps === null || found.idempotency !== undefined) return found;
  const { endpoint, table, capability, senses } = asked;
  const named = keySource(endpoint, capability?.idempotentBy);
  const apart = named === undefined ? undefined : keyKeptFor(table, { tables, senses, endpoint });
  // A field that is called a request's id may name the row of a table of requests, `demandeId` of `demandes.id`.
  const isOpen = apart === undefined && (named === undefined || "sent" in named);
  const request =
    isOpen && capability?.idempotentBy !== undefined ? requestKept(table, { endpoint, tables, senses }) : undefined;
  const source = request?.source ?? named;
  if (source === undefined) return found;
  const kept = request?.kept ?? apart;
  const steps = kept === undefined ? null : keptWith(found.steps, kept, source, asked);
  if (kept === undefined || steps === null) return found;
  const [first] = steps;
  const isAfter = isLookedAfter({ keys: kept.table, row: table }, asked.doing ?? "");
  if (
    first !== undefined &&
    "transaction" in first &&
    (isKeptApart({ keys: kept.table.name, row: table.name }, asked.written ?? []) || isAfter)
  ) {
    const apart = isAfter
      ? `the documents look for a key in ${kept.table.name} once the row is written`
      : `the documents have ${kept.table.name} written by a statement of its own, after the write`;
    const because = [...(found.because ?? []), ...kept.because, apart];
    return {
      ...found,
      steps: [...first.transaction, ...steps.slice(1)],
      idempotency: placeOf(source, kept),
      because,
    };
  }
  const because = [...(found.because ?? []), ...kept.because];
  return { ...found, steps, idempotency: placeOf(source, kept), because };
}

/** The same writes with the key beside them; null where they are none, or where what is answered cannot be told. */
export function keptWith(
  steps: Step[],
  kept: KeptKey,
  source: KeySource,
  asked: Pick<Asked, "endpoint" | "table" | "senses">,
): Step[] | null {
  const [write, answer, ...more] = steps;
  if (write === undefined || answer === undefined || !("return" in answer) || more.length > 0) return null;
  const writes = "transaction" in write ? write.transaction : "insert" in write ? [write] : null;
  if (writes === null) return null;
  const body = saidOfRow(answer, asked);
  return [{ transaction: [...writes, keepWhereSent(source, kept, body)] }, { return: { ...answer.return, body } }];
}

/** Keeps a key where one is sent, and with it what is answered if there is a place for that. */
export function keepWhereSent(source: KeySource, { table, values, answer }: KeptKey, body: unknown): Step {
  const answered: Record<string, Value> = answer === undefined ? {} : { [answer]: { json: body ?? {} } };
  return {
    if: { [keyReference(source)]: null },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    then: [],
    else: [{ insert: table.name, values: { ...values, ...answered } }],
  };
}
