import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { writeOperation } from "../steps/write-operation.ts";
import type { Conventional } from "./asked.ts";
import { declaredRefused, refusedForNoRow } from "../ways/told/again/declared-refused.ts";
import { refusingAgain } from "../ways/told/again/refused-again.ts";
import { refusedAgainIn } from "../ways/told/again/repeated.ts";
import type { Asking } from "./ask.ts";

type Flow = Pick<Extract<Conventional, { gaps: string[] }>, "steps" | "idempotency">;

/** A code that is taken is drawn again, or refused. */
const ofCodes = /(?<!\p{L})(?:codes?|slugs?|alias\p{L}*|base-?\s?\d\d|random\p{L}*|collisions?)(?!\p{L})/iu;

/** Where the documents refuse what comes again under the key of a request that is kept: whether they do is asked. */
export function askRefusedAgain(
  read: EndpointRead,
  { capability, flow, beside, text }: { capability: Capability | undefined; flow: Flow; beside: string; text: string },
  asking: Asking,
): void {
  const key = capability?.idempotentBy === undefined ? undefined : flow.idempotency?.column.split(".").at(-1);
  const ofKeys = sentencesIn(text).filter((one) => !ofCodes.test(one));
  const said =
    key === undefined
      ? null
      : (refusedAgainIn(ofKeys.join("\n")) ?? declaredRefused(beside, key) ?? refusedForNoRow(text, key));
  if (capability === undefined || said === null) return;
  const { opId } = read.endpoint;
  asking.tell({
    severity: "question",
    rule: "which-way",
    message: `What does ${opId} answer to what comes again under its key? It is told: ${said}`,
    from: read.at,
    to: read.end,
    fixes: [
      { label: "It refuses that", edits: [writeOperation(asking.text, read, refusingAgain(flow))] },
      { label: "It answers as the first time", edits: [writeOperation(asking.text, read, flow)] },
    ],
    stopsRun: capability.required,
  });
}
