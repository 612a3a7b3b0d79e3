import type { Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { writeOperation } from "../steps/write-operation.ts";
import type { Asking } from "./ask.ts";

/** Where an endpoint's own statement asks more of its rows than steps can ask: whether that is to be left out is asked. */
export function askUnread(
  read: EndpointRead,
  { capability, steps, unread }: { capability: Capability | undefined; steps: Step[]; unread: string[] },
  { text, tell }: Asking,
): void {
  const [part] = unread;
  if (part === undefined || capability === undefined) return;
  tell({
    severity: "question",
    rule: "condition-not-read",
    message: `The statement of ${read.endpoint.opId} asks for ${part.slice(0, 80)}, which cannot be run as it stands. Write it otherwise, or spell out under x-operation what is to be run.`,
    from: read.at,
    to: read.end,
    fixes: [{ label: "It does not ask for that", edits: [writeOperation(text, read, { steps })] }],
    stopsRun: capability.required,
  });
}
