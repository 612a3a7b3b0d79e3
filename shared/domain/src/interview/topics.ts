import type { Claim } from "./claims.ts";
import type { Fact } from "./design-facts.ts";
import type { FactName } from "./facts.ts";
import type { Reading } from "./reading.ts";
import type { Topic } from "./topic.ts";

/** Contradictions and challenges that hold of the design as it stands, strongest first. */
export function topicsOf(_input: {
  reading: Reading;
  claims: readonly Claim[];
  facts: ReadonlyMap<FactName, Fact>;
}): Topic[] {
  return [];
}

/** The sentence that names the mend of a topic whose cause is gone, with the new figure. */
export function mendOf(topic: Topic, _now: { reading: Reading; facts: ReadonlyMap<FactName, Fact> }): string {
  return topic.mended;
}
