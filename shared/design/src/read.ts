import type { DesignModel } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import { loadModule } from "libpg-query";
import type { Node } from "yaml";
import { findingsOf } from "./reading/findings-of.ts";
import { plainTexts } from "./reading/plain-texts.ts";
import { readParts } from "./reading/parts.ts";
import { seenOf, servedBy } from "./reading/seen-of.ts";
import { reviewCounts } from "./review/counts.ts";
import { reviewIdleQueues } from "./review/idle-queues.ts";
import { reviewDesign } from "./review/review-design.ts";
import type { Seen, Served } from "./review/seen.ts";
import type { YamlRead } from "./text/yaml.ts";

export type DesignRead = DesignModel & {
  /** Statements of the schema to apply in order, with their line in the document. */
  ddl: { sql: string; line: number }[];
};

/** To be awaited once before `readDesign`: the SQL parser is WebAssembly. */
export const loadReader = (): Promise<void> => loadModule();

/**
 * What three texts mean, and all there is to say about them. Never throws, whatever they hold: the same texts give the
 * same answer in the browser, the server and the run.
 */
export const readDesign = (texts: Record<DocumentName, string>, capabilities: Record<string, Capability>): DesignRead =>
  readWhole(texts, capabilities).read;

export interface WholeRead {
  read: DesignRead;
  /** What rules and snippets look at. */
  seen: Seen;
  /** Endpoints with what they do by their documents alone, before they stand in the drawing. */
  bound: Served[];
  /** The API document as YAML, where it is that. */
  written: YamlRead | null;
  /** What it means as OpenAPI, where it is a sketch. */
  sketch: Node | null;
}

/** The same, with what is needed to offer what may be added. */
export function readWhole(given: Record<DocumentName, string>, capabilities: Record<string, Capability>): WholeRead {
  const texts = plainTexts(given);
  const parts = readParts(texts, capabilities);
  const { schema, tables, topology, binding, reporters, guarded } = parts;
  const { operations, consumers, idle } = parts.placed;
  const bound = servedBy(parts, binding.operations);
  const seen = seenOf(texts, capabilities, parts);
  const tellers = { schema: reporters.schema.tell, api: reporters.api.tell, design: reporters.design.tell };
  guarded("design", null, () => reviewDesign(seen, tellers));
  guarded("design", null, () => reviewIdleQueues(idle, bound, seen, tellers.design));
  const components = topology?.components ?? [];
  guarded("api", null, () => reviewCounts(bound, { operations, consumers, components }, seen, tellers.api));
  const read: DesignRead = {
    components,
    edges: topology?.edges ?? [],
    tables,
    operations,
    consumers,
    unbound: binding.unbound,
    findings: findingsOf(texts, capabilities, parts),
    ddl: schema?.ddl ?? [],
  };
  const { written = null, sketch = null } = parts.api ?? {};
  return { read, seen, bound, written, sketch };
}
