import type { Edit } from "@proofroom/domain/design/finding";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import type { EndpointRead } from "../../api/endpoint.ts";
import { writeKey } from "../../api/write-key.ts";
import { flowText } from "./flow-text.ts";
import { isJson } from "../../text/is-json.ts";

/** What an endpoint does, as `x-operation` says it. */
export interface Operation {
  steps: Step[];
  idempotency?: Idempotency | undefined;
}

/** The edit that spells out what an endpoint does, a step a line where the document has lines. */
export function writeOperation(text: string, read: EndpointRead, { steps, idempotency }: Operation): Edit {
  const inJson = isJson(text);
  const whole = idempotency === undefined ? steps : { idempotency, steps };
  return writeKey(text, read, flowText(whole, inJson), "x-operation", inJson ? [] : linesOf(steps, idempotency));
}

function linesOf(steps: Step[], idempotency: Idempotency | undefined): string[] {
  const head = idempotency === undefined ? [] : [`idempotency: ${flowText(idempotency, false)}`];
  const [first, last, ...more] = steps;
  if (first !== undefined && "transaction" in first && last !== undefined && "return" in last && more.length === 0) {
    const answer = `return: ${flowText(last.return, false)}`;
    return [...head, "transaction:", ...first.transaction.map((step) => `  ${item(step)}`), answer];
  }
  return head.length === 0 ? steps.map(item) : [...head, "steps:", ...steps.map((step) => `  ${item(step)}`)];
}

const item = (step: Step): string => `- ${flowText(step, false)}`;
