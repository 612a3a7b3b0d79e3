import type { Claim } from "../../language/claims.ts";
import type { Fact } from "../design-facts.ts";
import type { DesignView } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import type { PhaseId } from "../../phase.ts";
import type { Place } from "../../place.ts";
import type { Topic } from "../../topic.ts";

/** What a kind of topic looks at. */
export interface Given {
  view: DesignView;
  claims: readonly Claim[];
  facts: ReadonlyMap<FactName, Fact>;
}

/** One found cause. `subject` is what it is about; with the kind's name it makes the id, so figures stay out of it. */
export interface Found {
  subject: string;
  facts: FactName[];
  place: Place | null;
  wordings: string[];
  strength: number;
  /** The phase that it belongs to, where it rests on what was stated and drawn alone; see `Topic`. */
  owedFrom?: PhaseId;
}

/** A cause that code can find in a design, and what is said once it is gone; "" where it went with the thing itself. */
export interface TopicKind {
  name: string;
  source: "challenge" | "contradiction";
  find(given: Given): Found[];
  mended(subject: string, now: Omit<Given, "claims">): string;
}

export const topicOf = (kind: TopicKind, found: Found): Topic => ({
  ...found,
  id: `${kind.name}:${found.subject}`,
  source: kind.source,
  item: null,
  mended: "",
});
