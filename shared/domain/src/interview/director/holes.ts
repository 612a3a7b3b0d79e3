import type { Component, Operation } from "../../design/model.ts";
import type { DocumentName } from "../../document/document.ts";
import type { DirectorState } from "./director-state.ts";
import type { FactName } from "../facts.ts";
import type { Item } from "../item.ts";
import { placeAt } from "../design/naming.ts";
import type { Place } from "../place.ts";

/**
 * What "the table", "the endpoint" and "the component" are where no fact of the item knows better: the table that keeps what
 * is looked up, the endpoint that creates or looks it up, the store or the first box that a request meets. The line is that
 * of the one which the template names a line of.
 */
export function usualHoles(
  state: DirectorState,
  item: Item,
  template: string,
): { holes: Record<string, string>; place: Place | null } {
  const { reading, facts } = state;
  if (reading === null) return { holes: {}, place: null };
  const { tables, operations, components } = reading.model;
  const key = keys.flatMap((name) => facts.get(name) ?? []).find(({ holes }) => holes.column !== undefined)?.holes;
  const table =
    tables.find(({ name }) => name === (key?.table ?? facts.get("table-for-links")?.holes.table)) ?? tables[0];
  const endpoint = endpointFor(item, operations);
  const component = componentFor(item, components);
  const document = documentOf(template);
  const line = { schema: table?.line, api: endpoint?.line, design: component?.line }[document];
  return {
    holes: {
      ...(table === undefined ? {} : { table: table.name }),
      ...(key?.column === undefined ? {} : { column: key.column }),
      ...(endpoint === undefined ? {} : { endpoint: `${endpoint.method} ${endpoint.path}` }),
      ...(component === undefined ? {} : { component: component.id }),
      ...(line === undefined ? {} : { line: String(line) }),
    },
    place: line === undefined ? null : placeAt(reading, document, line),
  };
}

/** Facts that know the column by which things are looked up. */
const keys: readonly FactName[] = ["key-is-unique", "lookup-by-key", "key-space-enough"];

/** Facts about what keeps the data rather than about what takes the requests. */
const ofTheStore: readonly FactName[] = [
  "cache-drawn",
  "replica-database-drawn",
  "hot-key-said",
  "partitioning-said",
  "backup-said",
  "failure-of-database-said",
];

/** Facts about what is written rather than about what is read. */
const ofWriting: readonly FactName[] = ["collision-said", "abuse-said", "retry-said", "create-is-idempotent"];

const concerns = (item: Item, names: readonly FactName[]): boolean =>
  item.detectors.some((detector) => detector.by === "fact" && names.includes(detector.fact));

function endpointFor(item: Item, operations: readonly Operation[]): Operation | undefined {
  const writes = operations.find(({ method }) => method === "POST" || method === "PUT");
  const reads = operations.find(({ method, path }) => method === "GET" && /\{[^}]+\}$/.test(path));
  const isAboutWriting = item.phase === "deep-dive" || concerns(item, ofWriting);
  return (isAboutWriting ? writes : reads) ?? operations[0];
}

function componentFor(item: Item, components: readonly Component[]): Component | undefined {
  const drawn = components.filter(({ from }) => from !== "default");
  const of = (kind: Component["kind"]) => drawn.find((one) => one.kind === kind);
  return concerns(item, ofTheStore) ? of("database") : (of("gateway") ?? of("service"));
}

function documentOf(template: string): DocumentName {
  const [, named] = /(schema|api|design) line/.exec(template) ?? [];
  if (named === "schema" || named === "api" || named === "design") return named;
  if (template.includes("{table}")) return "schema";
  return template.includes("{endpoint}") ? "api" : "design";
}
