import type { Finding } from "@proofroom/domain/design/finding";
import type { Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import { type ApiRead, readApi } from "../api/read-api.ts";
import { bind, type Binding } from "../bind/bind.ts";
import { inDrawing } from "../bind/later/in-drawing.ts";
import { readSchema, type SchemaRead } from "../schema/read-schema.ts";
import type { TableRead } from "../schema/catalog.ts";
import { unchanged } from "../text/remembered.ts";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "../topology/read-topology.ts";
import { type Guarded, guardOf } from "./guard.ts";
import { readOnce } from "./read-once.ts";

/** What each document says, and what they say of one another; null where a document could not be read at all. */
export interface Parts {
  schema: SchemaRead | null;
  tables: Table[];
  api: ApiRead | null;
  binding: Binding;
  topology: ReturnType<typeof readTopology> | null;
  /** What the endpoints do where they stand in the drawing. */
  placed: ReturnType<typeof inDrawing>;
  reporters: Record<DocumentName, ReturnType<typeof reporter>>;
  /** Beside what the reporters were told. */
  found: Finding[];
  guarded: Guarded;
}

/** Reads the three documents, each for itself and then together. */
export function readParts(texts: Record<DocumentName, string>, capabilities: Record<string, Capability>): Parts {
  const found: Finding[] = [];
  const guarded = guardOf(texts, found);
  const of = (document: DocumentName) => reporter(document, linesOf(texts[document]));
  const reporters = { schema: of("schema"), api: of("api"), design: of("design") };
  const { tell } = reporters.api;
  const schema = guarded("schema", null, () => schemaIn(texts.schema, () => {}));
  const api = guarded("api", null, () => apiIn(texts.api, tell));
  const tables = (schema?.tables ?? []).map(
    ({ at: _at, columnsAt: _columns, foreignKeysAt: _keys, isPartition: _part, ...table }) => table,
  );
  const nothing: Binding = { operations: [], unbound: requiredOf(capabilities) };
  const binding = guarded("api", nothing, () =>
    api === null ? nothing : bind(api, texts, tables, capabilities, tell),
  );
  const topology = guarded("design", null, () => topologyIn(texts.design, reporters.design.tell));
  const placed = guarded("api", { operations: binding.operations, consumers: [], idle: [] }, () =>
    inDrawing({
      operations: binding.operations,
      endpoints: api?.endpoints ?? [],
      text: texts.api,
      design: texts.design,
      tables,
      drawing: topology ?? { components: [], edges: [] },
      workers: api?.workers ?? null,
      place: linesOf(texts.api),
      tell,
      find: (finding) => found.push(finding),
    }),
  );
  return { schema, tables, api, binding, topology, placed, reporters, found, guarded };
}

const sameTable = unchanged<TableRead>();

const schemaIn = readOnce((text): SchemaRead => {
  const read = readSchema(text);
  return { ...read, tables: read.tables.map(sameTable) };
});
const apiIn = readOnce(readApi);
const topologyIn = readOnce(readTopology);

const requiredOf = (capabilities: Record<string, Capability>): string[] =>
  Object.keys(capabilities).filter((name) => capabilities[name]?.required === true);
