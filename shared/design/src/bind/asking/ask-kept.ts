import type { Fix } from "@proofroom/domain/design/finding";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Asking } from "./ask.ts";
import { type Operation, writeOperation } from "../steps/write-operation.ts";

interface Unclear {
  /** Of a table of keys, whose name does not say what is in it. */
  column: string;
  could: (Operation & { label: string })[];
}

/** Asks what a table of keys holds of what was made; a click writes the endpoint out with it. */
export function askWhatIsKept(
  read: EndpointRead,
  capability: Capability | undefined,
  { column, could }: Unclear,
  { text, tell }: Asking,
): void {
  const isAsked = capability?.idempotentBy !== undefined;
  const fixes = could.map(({ label, ...does }): Fix => ({ label, edits: [writeOperation(text, read, does)] }));
  tell({
    severity: isAsked ? "question" : "warning",
    rule: "key-not-kept",
    message: `What does ${column} hold of what ${read.endpoint.opId} made under a key? Its name does not say.`,
    from: read.at,
    to: read.end,
    fixes,
    ...(isAsked ? { stopsRun: capability.required } : {}),
  });
}
