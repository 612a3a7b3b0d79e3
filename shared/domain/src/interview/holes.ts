import type { DocumentName } from "../document/document.ts";
import type { DirectorState } from "./director-state.ts";
import { placeAt } from "./naming.ts";
import type { Place } from "./place.ts";

/**
 * What "the table", "the endpoint" and "the component" are where no fact of the item knows better: the table that keeps what
 * is looked up, the endpoint that looks it up, the first component that a request meets. The line is that of the one which
 * the template names a line of.
 */
export function usualHoles(
  state: DirectorState,
  template: string,
): { holes: Record<string, string>; place: Place | null } {
  const { reading } = state;
  if (reading === null) return { holes: {}, place: null };
  const { tables, operations, components } = reading.model;
  const factTable = state.facts.get("table-for-links")?.holes.table;
  const table = tables.find(({ name }) => name === factTable) ?? tables[0];
  const endpoint = operations.find(({ method, path }) => method === "GET" && /\{[^}]+\}$/.test(path)) ?? operations[0];
  const drawn = components.filter(({ from, kind }) => from !== "default" && kind !== "client");
  const component = drawn.find(({ kind }) => kind === "gateway") ?? drawn.find(({ kind }) => kind === "service");
  const lines = { schema: table?.line, api: endpoint?.line, design: component?.line };
  const document = documentOf(template);
  const line = lines[document];
  return {
    holes: {
      ...(table === undefined ? {} : { table: table.name }),
      ...(endpoint === undefined ? {} : { endpoint: `${endpoint.method} ${endpoint.path}` }),
      ...(component === undefined ? {} : { component: component.id }),
      ...(line === undefined ? {} : { line: String(line) }),
    },
    place: line === undefined ? null : placeAt(reading, document, line),
  };
}

function documentOf(template: string): DocumentName {
  const [, named] = /(schema|api|design) line/.exec(template) ?? [];
  if (named === "schema" || named === "api" || named === "design") return named;
  if (template.includes("{table}")) return "schema";
  return template.includes("{endpoint}") ? "api" : "design";
}
