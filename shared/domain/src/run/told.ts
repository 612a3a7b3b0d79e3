import { never } from "../never.ts";
import type { RunFact } from "./event.ts";

/** A fact and what makes it that fact and no other. `attempt` is the try of the activity that told it. */
export interface Told {
  eventId: string;
  attempt?: number;
  fact: RunFact;
}

/** Facts that come once whatever is retried; findings, logs and metrics are told apart by whoever tells them. */
export type NamedFact = Exclude<RunFact, { type: "finding" | "log" | "metric" }>;

/** Gives a fact the id under which a retry stores nothing new. */
export function tell(fact: NamedFact): Told {
  return { eventId: idOf(fact), fact };
}

function idOf(fact: NamedFact): string {
  switch (fact.type) {
    case "status":
      return `status/${fact.status}`;
    case "queue":
      return `queue/${fact.place}`;
    case "step":
      return `step/${fact.step}/${fact.state}`;
    case "result":
      return `result/${fact.suite}/${fact.name}`;
    case "verdict":
    case "explanation":
      return fact.type;
    default:
      return never(fact);
  }
}
