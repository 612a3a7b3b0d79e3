import type { Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { writeOperation } from "../steps/write-operation.ts";
import { answeredWithPage } from "../ways/told/asked/answered-with-page.ts";
import type { Asking } from "./ask.ts";

/** Where an endpoint is to send its caller on, and what is told of it answers the address as content: which of the two it does is asked, as it is told first. */
export function askAnswered(
  read: EndpointRead,
  {
    capability,
    steps,
    told,
    toldOfAll,
    code,
  }: { capability: Capability | undefined; steps: Step[]; told: string; toldOfAll: string; code: string },
  asking: Asking,
): void {
  if (capability?.find.redirects !== true || !steps.some((step) => "redirect" in step)) return;
  const said = answeredWithPage(told, toldOfAll, code);
  if (said === null) return;
  const answered = steps.map((step): Step => ("redirect" in step ? { return: { status: 200 } } : step));
  asking.tell({
    severity: "question",
    rule: "which-way",
    message: `Does ${read.endpoint.opId} send on whoever opens it, or answer them a page? It is written: ${said}`,
    from: read.at,
    to: read.end,
    fixes: [
      { label: "It answers 200", edits: [writeOperation(asking.text, read, { steps: answered })] },
      { label: "It redirects", edits: [writeOperation(asking.text, read, { steps })] },
    ],
    stopsRun: capability.required,
  });
}
