import { keyReference } from "@proofroom/domain/design/key-words";
import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import { isPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import type { Place } from "../../text/lines.ts";
import { startOf } from "../../text/yaml.ts";
import { leavesOf, type StepRead } from "./step-form.ts";
import type { Doing } from "./steps-of.ts";

/** Where the steps and the idempotency key of an endpoint are written, in the API document. */
export function stepLines(
  { steps, idempotency, said }: Doing,
  endpoint: Endpoint,
  place: (offset: number) => Place,
): Pick<Operation, "stepLines" | "idempotencyLine"> {
  const ownLine = endpoint.line;
  if (said !== null) {
    return {
      stepLines: linesOfSteps(said.read, place),
      ...(said.idempotency === undefined ? {} : { idempotencyLine: place(startOf(said.idempotency.node)).line }),
    };
  }
  const key = idempotency === undefined ? undefined : keyReference(idempotency).toLowerCase();
  const declared = endpoint.parameters.find(({ name, in: where }) => `$${where}.${name}`.toLowerCase() === key);
  return {
    stepLines: steps.map((step) => ({
      line: ownLine,
      inside: isPlain(step) ? [] : plainSteps([step]).map(() => ownLine),
    })),
    ...(idempotency === undefined ? {} : { idempotencyLine: declared?.line ?? ownLine }),
  };
}

/** Where each step is written, and each step inside it. */
export const linesOfSteps = (
  read: readonly StepRead[],
  place: (offset: number) => Place,
): NonNullable<Operation["stepLines"]> =>
  read.map(({ at, inside }) => ({
    line: place(at).line,
    inside: inside.flatMap(leavesOf).map((one) => place(one.at).line),
  }));
