import type { Finding } from "@proofroom/domain/design/finding";
import type { DesignModel } from "@proofroom/domain/design/model";
import { type DocumentName, documentLimits } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import { loadModule } from "libpg-query";
import { readApi } from "./api/read-api.ts";
import { bind } from "./bind/bind.ts";
import { inDrawing } from "./bind/in-drawing.ts";
import { emptyFinding } from "./empty.ts";
import { secretFindings } from "./secrets.ts";
import { reviewIdleQueues } from "./review/idle-queues.ts";
import { reviewDesign } from "./review/review-design.ts";
import type { Seen, Served } from "./review/seen.ts";
import { readSchema, textOfSchema } from "./schema/read-schema.ts";
import { lineStartsOf, linesOf } from "./text/lines.ts";
import { reporter } from "./text/report.ts";
import { readTopology } from "./topology/read-topology.ts";

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
}

/** The same, with what is needed to offer what may be added. */
export function readWhole(texts: Record<DocumentName, string>, capabilities: Record<string, Capability>): WholeRead {
  const found: Finding[] = [];
  const guarded = <T>(document: DocumentName, otherwise: T, read: () => T): T => {
    try {
      if (texts[document].length > documentLimits.textBytes) throw new RangeError("longer than a document can be");
      return read();
    } catch {
      const message =
        "This document cannot be read: something in it is too long or too deep. Shorten it, or write it more plainly.";
      found.push({ document, line: 1, column: 1, severity: "error", rule: "unreadable", message });
      return otherwise;
    }
  };

  const schema = guarded("schema", null, () => readSchema(texts.schema));
  const forApi = reporter("api", linesOf(texts.api));
  const api = guarded("api", null, () => readApi(texts.api, forApi.tell));
  const tables = (schema?.tables ?? []).map(
    ({ at: _at, columnsAt: _columns, foreignKeysAt: _keys, isPartition: _part, ...table }) => table,
  );
  const nothing = { operations: [], unbound: requiredOf(capabilities) };
  const binding = guarded("api", nothing, () =>
    api === null ? nothing : bind(api, texts, tables, capabilities, forApi.tell),
  );
  const forDesign = reporter("design", linesOf(texts.design));
  const topology = guarded("design", null, () => readTopology(texts.design, forDesign.tell));

  const drawing = topology ?? { components: [], edges: [] };
  const apart = { operations: binding.operations, consumers: [], idle: [] };
  const { operations, consumers, idle } = guarded("api", apart, () =>
    inDrawing({
      operations: binding.operations,
      endpoints: api?.endpoints ?? [],
      text: texts.api,
      tables,
      drawing,
      workers: api?.workers ?? null,
      place: linesOf(texts.api),
      tell: forApi.tell,
      find: (finding) => found.push(finding),
    }),
  );
  const forSchema = reporter("schema", linesOf(texts.schema));
  const endpoints = api?.isReadable === true ? api.endpoints : [];
  const pairs = (all: typeof operations): Served[] =>
    endpoints.flatMap((read, n) => {
      const operation = all[n];
      return operation === undefined ? [] : [{ read, operation }];
    });
  const seen: Seen = {
    texts: { ...texts, schema: textOfSchema(texts.schema) },
    capabilities,
    schema: schema === null ? null : { ...schema, lineStart: lineStartsOf(texts.schema) },
    served: api?.isReadable === true ? pairs(operations) : null,
    drawing: topology === null || topology.whole === null ? null : { ...topology.whole, edges: topology.edges },
  };
  const tellers = { schema: forSchema.tell, api: forApi.tell, design: forDesign.tell };
  guarded("design", null, () => reviewDesign(seen, tellers));
  guarded("design", null, () => reviewIdleQueues(idle, pairs(binding.operations), seen, tellers.design));

  const secrets = documents.flatMap((name) => secretFindings(name, texts[name].slice(0, documentLimits.textBytes)));

  const empty = documents.filter((name) => ({ schema, api, design: topology })[name]?.isEmpty === true);
  const findings = [
    ...(schema?.findings ?? []),
    ...forSchema.findings,
    ...forApi.findings,
    ...forDesign.findings,
    ...secrets,
    ...found,
  ];
  const read: DesignRead = {
    components: topology?.components ?? [],
    edges: topology?.edges ?? [],
    tables,
    operations,
    consumers,
    unbound: binding.unbound,
    findings: [...empty.map((name) => emptyFinding(name, capabilities)), ...inOrder(findings)],
    ddl: schema?.ddl ?? [],
  };
  return { read, seen, bound: pairs(binding.operations) };
}

const documents = ["schema", "api", "design"] as const;

const requiredOf = (capabilities: Record<string, Capability>): string[] =>
  Object.keys(capabilities).filter((name) => capabilities[name]?.required === true);

const order = { schema: 0, api: 1, design: 2 } as const;

const inOrder = (findings: Finding[]): Finding[] =>
  findings.toSorted((a, b) => order[a.document] - order[b.document] || a.line - b.line || a.column - b.column);
