import type { Fix } from "@proofroom/domain/design/finding";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { writeKey } from "../api/write-key.ts";
import type { Asking } from "./ask.ts";
import { flowText } from "./flow-text.ts";
import type { Fitting } from "./ways/by-way.ts";

/** As many as a question has room for. */
const mostChoices = 6;

/** Asks in which of several ways that the design would allow an endpoint does what it does. */
export function askWay(read: EndpointRead, capability: Capability, ways: Fitting[], asking: Asking): void {
  const { opId } = read.endpoint;
  const [first, second] = ways;
  if (first === undefined) return;
  const both =
    second === undefined ? "" : ` The schema allows more than one: it ${first.way.title}, or it ${second.way.title}.`;
  asking.tell({
    severity: "question",
    rule: "which-way",
    message: `How does ${opId} ${lower(capability.title)}?${both}`,
    from: read.at,
    to: read.end,
    fixes: fixesOf(read, ways, asking),
    stopsRun: capability.required,
  });
}

/** Each way as a click that writes it into the API document. */
export function fixesOf(read: EndpointRead, ways: Fitting[], { text }: Asking): Fix[] {
  const isJson = text.trimStart().startsWith("{");
  const labels = new Set<string>();
  return ways
    .map(({ way, flow, because }): Fix => {
      const { steps, idempotency } = flow;
      const operation = idempotency === undefined ? steps : { idempotency, steps };
      const usual = `It ${way.title}`;
      const label = labels.has(usual) ? `${usual} (${because[0] ?? way.name})` : usual;
      labels.add(label);
      return { label, edits: [writeKey(text, read, flowText(operation, isJson), "x-operation")] };
    })
    .slice(0, mostChoices);
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
