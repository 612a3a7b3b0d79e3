import type { Node } from "libpg-query";
import type { Catalog } from "./catalog.ts";
import { quoted } from "./sql-text.ts";
import { stringOf } from "./type-text.ts";

/** PostgreSQL's schemas, of which a design may have several. */
export interface Namespaces {
  created: Set<string>;
  /** Where a name without a prefix is created. */
  first: string;
  /** Table → where it was created. */
  of: Map<string, string>;
}

export const newNamespaces = (): Namespaces => ({ created: new Set(["public"]), first: "public", of: new Map() });

/**
 * What `create schema` and `set search_path` have done, and what a prefix needs of which no schema is created; null of every other
 * statement. Whoever asks the run's database later finds the tables of all schemas by their names alone.
 */
export function namespaceSql(catalog: Catalog, node: Node): string | null {
  const { namespaces } = catalog;
  if ("CreateSchemaStmt" in node && node.CreateSchemaStmt.schemaElts === undefined) {
    const { schemaname, authrole } = node.CreateSchemaStmt;
    return created(namespaces, schemaname ?? authrole?.rolename ?? "");
  }
  if (!("VariableSetStmt" in node) || node.VariableSetStmt.name !== "search_path") return null;
  const names = (node.VariableSetStmt.args ?? []).map((arg) =>
    "A_Const" in arg ? (arg.A_Const.sval?.sval ?? "") : "",
  );
  namespaces.first = names.find((name) => namespaces.created.has(name)) ?? namespaces.first;
  return pathSql(namespaces);
}

/** Creates the schema of a prefix that nothing before has created, as whoever writes only the tables means it; null where there is none. */
export function missingNamespace(catalog: Catalog, node: Node, from: number, to: number): string | null {
  const name = prefixOf(node);
  if (name === undefined || name === "" || catalog.namespaces.created.has(name)) return null;
  const create = `create schema ${quoted(name)};`;
  const fixes = catalog.source.isOwnText
    ? [
        {
          label: `Add ${create}`,
          edits: [{ document: "schema" as const, from, to: from, insert: `${create}\n` }],
        },
      ]
    : [];
  const message = `Nothing above creates the schema ${name}, so the run does. Write ${create} first.`;
  catalog.tell({ severity: "warning", rule: "schema-name", message, from, to, fixes });
  return created(catalog.namespaces, name);
}

function created(namespaces: Namespaces, name: string): string {
  namespaces.created.add(name);
  return `create schema if not exists ${quoted(name)}; ${pathSql(namespaces)}`;
}

function pathSql({ created: all, first }: Namespaces): string {
  const path = [first, ...[...all].filter((name) => name !== first)].map(quoted).join(", ");
  return `set search_path to ${path}; alter role current_user set search_path to ${path}`;
}

/** The schema in which a statement creates something, where it says so. */
function prefixOf(node: Node): string | undefined {
  if ("CreateStmt" in node) return node.CreateStmt.relation?.schemaname;
  if ("ViewStmt" in node) return node.ViewStmt.view?.schemaname;
  if ("CreateSeqStmt" in node) return node.CreateSeqStmt.sequence?.schemaname;
  if ("CompositeTypeStmt" in node) return node.CompositeTypeStmt.typevar?.schemaname;
  if ("CreateEnumStmt" in node) return first(node.CreateEnumStmt.typeName);
  return "CreateDomainStmt" in node ? first(node.CreateDomainStmt.domainname) : undefined;
}

const first = (names: Node[] | undefined): string | undefined =>
  names !== undefined && names.length > 1 ? stringOf(names[0]) : undefined;
