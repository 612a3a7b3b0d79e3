import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import { isPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import type { Place } from "../text/lines.ts";
import { startOf } from "../text/yaml.ts";
import { leavesOf } from "./step-form.ts";
import type { Doing } from "./steps-of.ts";

/** Where the steps and the idempotency key of an endpoint are written, in the API document. */
export function stepLines(
  { steps, idempotency, said }: Doing,
  endpoint: Endpoint,
  place: (offset: number) => Place,
): Pick<Operation, "stepLines" | "idempotencyLine"> {
  const ownLine = endpoint.line;
  if (said !== null) {
    const lineAt = (at: number): number => place(at).line;
    return {
      stepLines: said.read.map(({ at, inside }) => ({
        line: lineAt(at),
        inside: inside.flatMap(leavesOf).map((one) => lineAt(one.at)),
      })),
      ...(said.idempotency === undefined ? {} : { idempotencyLine: lineAt(startOf(said.idempotency.node)) }),
    };
  }
  const header = idempotency?.header.toLowerCase();
  const declared = endpoint.parameters.find(
    ({ name, in: where }) => where === "header" && name.toLowerCase() === header,
  );
  return {
    stepLines: steps.map((step) => ({
      line: ownLine,
      inside: isPlain(step) ? [] : plainSteps([step]).map(() => ownLine),
    })),
    ...(idempotency === undefined ? {} : { idempotencyLine: declared?.line ?? ownLine }),
  };
}
