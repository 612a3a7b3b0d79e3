import type { Component } from "../../design/model.ts";
import { graphOf, isStore, reached } from "../design/graph.ts";
import type { DirectorState } from "./director-state.ts";
import type { Reading } from "../reading.ts";

/** Whether all that a wording takes for granted about the documents is so; `text` has its holes filled. */
export function isSoHere(state: DirectorState, text: string): boolean {
  const named = /`([^`]+)`/.exec(text)?.[1] ?? "";
  return suppositions.every(([pattern, holds]) => !pattern.test(text) || holds({ ...state, named }));
}

type Seen = DirectorState & { named: string };

const suppositions: readonly [RegExp, (seen: Seen) => boolean][] = [
  [/\bdiagram\b|\bwhich (?:of the )?box(?:es)?\b|\bthat you have drawn\b/i, (seen) => drawnOf(seen).length > 0],
  [/\bin the schema\b|\byour tables?\b/i, ({ reading }) => (reading?.model.tables.length ?? 0) > 0],
  [/^`[^`]+`[^.]*\bevery (?:request|click)\b/, (seen) => isOnEveryWay(seen)],
  [/\bis drawn once\b/, (seen) => drawnOf(seen).some(({ id, replicas }) => id === seen.named && replicas === 1)],
  [
    /\bfrom nowhere else\b/,
    (seen) => !drawnOf(seen).some(({ kind }) => kind === "cache" || kind === "replicadb" || kind === "cdn"),
  ],
  [
    /\bdocuments give none\b/,
    ({ documentClaims }) => !documentClaims.some(({ quantity }) => quantity === "reads" || quantity === "writes"),
  ],
  [/\bonly ever gains rows\b/, ({ reading }) => !hasDeletion(reading)],
  [/\bdoes not say how long a link lives\b/, ({ reading, named }) => !saysWhenItEnds(reading, named)],
];

const drawnOf = ({ reading }: DirectorState): Component[] =>
  reading?.model.components.filter(({ kind, from }) => from !== "default" && kind !== "client") ?? [];

/** Whether no request gets to what keeps the data, or else to a service, but through the named box. */
function isOnEveryWay({ reading, named }: Seen): boolean {
  if (reading === null) return false;
  const graph = graphOf(reading.model.components, reading.model.edges);
  const all = [...graph.components.values()];
  const ends = all.some(isStore) ? all.filter(isStore) : all.filter(({ kind }) => kind === "service");
  const without = reached(graph, named);
  return reached(graph, null).has(named) && ends.every(({ id }) => id === named || !without.has(id));
}

const hasDeletion = (reading: Reading | null): boolean =>
  reading?.model.operations.some(({ method }) => method === "DELETE") ?? false;

const saysWhenItEnds = (reading: Reading | null, table: string): boolean =>
  reading?.model.tables
    .find(({ name }) => name === table)
    ?.columns.some(({ name }) => /expir|ttl|valid|until|ends?_|deleted/i.test(name)) ?? false;
