import type { Claim } from "../language/claims.ts";
import type { Fact } from "./design-facts.ts";
import { viewOf } from "./design-view.ts";
import type { FactName } from "../facts.ts";
import type { Reading } from "../reading.ts";
import type { Topic } from "../topic.ts";
import * as againstApi from "./topics/against-api.ts";
import * as againstDrawing from "./topics/against-drawing.ts";
import * as againstLengths from "./topics/against-lengths.ts";
import * as againstNumbers from "./topics/against-numbers.ts";
import * as endpoints from "./topics/endpoints.ts";
import { type Found, type Given, type TopicKind, topicOf } from "./topics/kind.ts";
import * as load from "./topics/load.ts";
import * as numbers from "./topics/numbers.ts";
import * as outage from "./topics/outage.ts";
import * as promises from "./topics/promises.ts";
import * as strain from "./topics/strain.ts";
import * as tables from "./topics/tables.ts";

const kinds: readonly TopicKind[] = [
  againstLengths,
  againstDrawing,
  againstApi,
  promises,
  againstNumbers,
  numbers,
  load,
  strain,
  outage,
  endpoints,
  tables,
].flatMap((group) => Object.values(group));

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** Contradictions and challenges that hold of the design as it stands, strongest first. */
export function topicsOf({
  reading,
  claims,
  facts,
}: {
  reading: Reading;
  claims: readonly Claim[];
  facts: ReadonlyMap<FactName, Fact>;
}): Topic[] {
  const given: Given = { view: viewOf(reading), claims, facts };
  return kinds
    .flatMap((kind) => kind.find(given).map((found: Found) => topicOf(kind, found)))
    .toSorted((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
}

/** The sentence that names the mend of a topic whose cause is gone, with the new figure; "" where it went with the thing itself. */
export function mendOf(
  topic: Topic,
  { reading, facts }: { reading: Reading; facts: ReadonlyMap<FactName, Fact> },
): string {
  const [name = "", ...rest] = topic.id.split(":");
  return byName.get(name)?.mended(rest.join(":"), { view: viewOf(reading), facts }) ?? topic.mended;
}
