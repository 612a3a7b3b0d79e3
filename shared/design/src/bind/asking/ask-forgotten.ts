import type { Table } from "@proofroom/domain/design/model";
import { keyReference } from "@proofroom/domain/design/key-words";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { isTextColumn } from "../../schema/column-kind.ts";
import { writeOperation } from "../steps/write-operation.ts";
import { keyForgottenIn, madeAnewIn } from "../ways/told/again/made-anew.ts";
import type { Asking } from "./ask.ts";

interface Flow {
  steps: Step[];
  idempotency?: Idempotency | undefined;
}

/** Where the documents let what comes again under its key make a row of its own, as if the key were not known: whether it does is asked. */
export function askForgotten(
  read: EndpointRead,
  {
    capability,
    flow,
    textOf,
    tables,
  }: {
    capability: Capability | undefined;
    flow: Flow;
    textOf: () => string;
    tables: Table[];
  },
  asking: Asking,
): void {
  const { idempotency } = flow;
  if (capability?.idempotentBy === undefined || idempotency === undefined) return;
  const text = textOf();
  const at = idempotency.column.lastIndexOf(".");
  const [table, column] = [idempotency.column.slice(0, at), idempotency.column.slice(at + 1)];
  const anew = madeAnewIn(text, column);
  const forgotten = anew === null ? keyForgottenIn(text, table, column) : null;
  const own = tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
  const canBeMadeUp = own !== undefined && (own.type === "uuid" || isTextColumn(own));
  const does =
    anew !== null && canBeMadeUp
      ? madeUp(flow, table, column)
      : forgotten !== null
        ? forgetting(flow, idempotency, table, column)
        : null;
  if (does === null) return;
  const { opId } = read.endpoint;
  asking.tell({
    severity: "question",
    rule: "which-way",
    message: `What does ${opId} do with what comes again under its key? It is told: ${anew ?? forgotten ?? ""}`,
    from: read.at,
    to: read.end,
    fixes: [
      { label: "It makes another row", edits: [writeOperation(asking.text, read, does)] },
      { label: "It answers as the first time", edits: [writeOperation(asking.text, read, flow)] },
    ],
    stopsRun: capability.required,
  });
}

/** Each row has a key that the service makes up, so none is ever known. */
const madeUp = ({ steps }: Flow, table: string, column: string): Flow => ({
  steps: mapPlain(steps, (step) =>
    "insert" in step && step.insert === table
      ? { ...step, values: { ...step.values, [column]: { uuid: true } } }
      : step,
  ),
});

/** The key's row goes before the answer does; null where the key stands in the row that is made. */
function forgetting({ steps, idempotency }: Flow, key: Idempotency, table: string, column: string): Flow | null {
  const [write, ...rest] = steps;
  if (write === undefined || !("transaction" in write)) return null;
  const struck: Step = {
    if: { [keyReference(key)]: null },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    then: [],
    else: [{ delete: table, where: { [column]: keyReference(key) } }],
  };
  return { steps: [write, struck, ...rest], idempotency };
}
