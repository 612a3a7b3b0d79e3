import type { Fix } from "@proofroom/domain/design/finding";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { writeAnswer, writeField } from "../../api/write-field.ts";
import { writeKey } from "../../api/write-key.ts";
import { writeParameter } from "../../api/write-parameter.ts";
import { oneOf } from "../../text/nearest.ts";
import type { Tell } from "../../text/report.ts";
import type { Doubt } from "../choose.ts";
import type { Open } from "../wires.ts";

export interface Asking {
  text: string;
  capabilities: Record<string, Capability>;
  /** Where what is missing as a whole is told. */
  pathsAt: number;
  /** Whether the API or the design document speaks of a header, wherever it does. */
  isSaid: (header: string) => boolean;
  tell: Tell;
}

/** Asks which endpoint serves a capability; an optional one is asked for only where there is something to choose. */
export function askWhich({ capability: name, candidates }: Doubt, { text, capabilities, pathsAt, tell }: Asking): void {
  const capability = capabilities[name];
  if (capability === undefined) return;
  const title = lower(capability.title);
  const [first] = candidates;
  if (first === undefined) {
    if (!capability.required) return;
    const message = `No endpoint can ${title} (${name}). Describe one: ${describe(capability)}.`;
    return tell({ severity: "error", rule: "unbound", message, from: pathsAt, capability: name });
  }
  if (!capability.required && candidates.length < 2) return;
  const fixes: Fix[] = candidates.map((read) => ({
    label: `${read.endpoint.opId} does`,
    edits: [writeKey(text, read, name)],
  }));
  tell({
    severity: "question",
    rule: "which-endpoint",
    message: `Which endpoint is to ${title} (${name})? ${oneOf(candidates.map(({ endpoint }) => endpoint.opId))} could.`,
    from: first.at,
    to: first.end,
    fixes,
    stopsRun: capability.required,
  });
}

/** A title as a sentence goes on with it. */
export const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

function describe({ find, in: inputs, out }: Capability): string {
  const sent = Object.keys(inputs).join(", ");
  const answer = find.redirects ? "is answered with a 3xx" : `answers ${Object.keys(out).join(", ")}`;
  return `a ${oneOf(find.methods)} that takes ${sent === "" ? "nothing" : sent} and ${answer}`;
}

/** Asks where a field is sent or found; the answer goes into `x-capability`. */
export function askWhere(read: EndpointRead, name: string, side: "in" | "out", open: Open, asking: Asking): void {
  const { text, tell, capabilities } = asking;
  const isRequired = capabilities[name]?.required === true;
  const at = { from: read.at, to: read.end };
  const verb = side === "in" ? "take" : "answer";
  const added = addedBy(read, capabilities[name], side, open.field, text);
  if (open.candidates.length === 0) {
    const part = side === "in" ? "request" : "answer";
    const message = `${read.endpoint.opId} serves ${name}, and nothing in its ${part} is the ${open.field}; describe where it ${verb}s it.`;
    return tell({ severity: "question", rule: "which-field", message, ...at, fixes: added, stopsRun: isRequired });
  }
  tell({
    severity: "question",
    rule: "which-field",
    message: `Where does ${read.endpoint.opId} ${verb} the ${open.field} of ${name}?`,
    ...at,
    fixes: [
      ...open.candidates.map((candidate) => ({
        label: candidate,
        edits: [writeKey(text, read, `{ name: ${name}, ${side}: { ${open.field}: ${candidate} } }`)],
      })),
      ...added,
    ],
    stopsRun: isRequired,
  });
}

/** What nothing carries is added where such an endpoint would have it: in the body of a write, in the query of a read, in the answer. */
function addedBy(
  read: EndpointRead,
  capability: Capability | undefined,
  side: "in" | "out",
  name: string,
  text: string,
): Fix[] {
  const field = { name, type: fieldType(capability?.[side][name] ?? "string").type };
  const isRead = read.endpoint.method === "GET" || read.endpoint.method === "DELETE";
  const inRequest = isRead
    ? writeParameter(text, read, { name, in: "query", schema: { type: "string" } })
    : writeField(text, read, field);
  const edit = side === "in" ? inRequest : writeAnswer(text, read, field);
  const place = side === "out" ? "answer" : isRead ? "query" : "body";
  return edit === null ? [] : [{ label: `Its ${place} has ${name}`, edits: [edit] }];
}
