import type { Fix } from "@proofroom/domain/design/finding";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { type Asking, lower } from "./ask.ts";
import type { Fitting } from "../ways/fitting.ts";
import { writeOperation } from "../steps/write-operation.ts";

/** As many as a question has room for. */
const mostChoices = 6;

interface Asked {
  ways: Fitting[];
  /** What is to be decided; unless given, what the schema leaves open. */
  why: string | undefined;
}

/** Asks in which of several ways that the design would allow an endpoint does what it does. */
export function askWay(read: EndpointRead, capability: Capability, { ways, why }: Asked, asking: Asking): void {
  const { opId } = read.endpoint;
  asking.tell({
    severity: "question",
    rule: "which-way",
    message: `How does ${opId} ${lower(capability.title)}? ${why ?? "The schema leaves it open."}`,
    from: read.at,
    to: read.end,
    fixes: fixesOf(read, ways, asking),
    stopsRun: capability.required,
  });
}

/** Each way as a click that writes it into the API document. */
export function fixesOf(read: EndpointRead, ways: Fitting[], { text }: Asking): Fix[] {
  const labels = new Set<string>();
  return ways
    .map(({ way, flow, because, isGuess }): Fix => {
      const usual = `It ${way.title}`;
      const label = labels.has(usual) || isGuess ? `${usual} (${because[0] ?? way.name})` : usual;
      labels.add(label);
      return { label, edits: [writeOperation(text, read, flow)] };
    })
    .slice(0, mostChoices);
}
