import type { Table } from "@proofroom/domain/design/model";
import { holesIn } from "@proofroom/domain/design/key-template";
import type { Step, Where } from "@proofroom/domain/design/step";
import type { Node } from "yaml";
import { nearest, oneOf } from "../../text/nearest.ts";
import { endOf, entriesOf, startOf, valueAt } from "../../text/yaml.ts";
import type { Checked } from "./checked.ts";
import { checkReferences } from "./check-references.ts";
import { isUnique, mustBeFilled } from "../column-of.ts";
import type { SaidOperation } from "./said-operation.ts";
import { nodeAt, type StepRead } from "./step-form.ts";
import { tableIn } from "@proofroom/domain/design/steps-within";

/** Holds an `x-operation` against the tables and the endpoint's own request; every name has to exist. */
export function checkOperation(said: SaidOperation, checked: Checked): void {
  const flat = said.read.flatMap(withInside);
  checkReferences(flat, checked);
  // Without a single table the schema is missing or unreadable, which is said where it belongs.
  if (checked.tables.length === 0) return;
  const keyColumn = said.idempotency?.value.column;
  for (const read of flat) checkStep(read, { ...checked, ...(keyColumn === undefined ? {} : { keyColumn }) });
  if (said.idempotency !== undefined) checkIdempotency(said.idempotency, checked);
}

/** A step, then those inside it. */
const withInside = (read: StepRead): StepRead[] => [read, ...read.inside.flatMap(withInside)];

function checkStep({ step, node }: StepRead, checked: Checked): void {
  if ("increment" in step) {
    checkDotted(step.increment, nodeAt(node, ["increment"]), checked);
    return checkWhere(
      step.where,
      valueAt(node, "where"),
      tableNamed(step.increment.split(".")[0] ?? "", checked),
      checked,
    );
  }
  const name = tableIn(step);
  if (name === undefined) return;
  const verb = Object.keys(step).find((key) => isTableVerb(key)) ?? "";
  const table = existing(name, nodeAt(node, [verb]), checked);
  if (table === undefined) return;
  if ("insert" in step) {
    checkColumns(Object.keys(step.values), valueAt(node, "values"), table, checked);
    checkColumns(Object.keys(step.onConflict ?? {}), valueAt(node, "onConflict"), table, checked);
    checkInsert(step, node, table, checked);
  } else if ("get" in step) {
    checkLookup(step.by, valueAt(node, "by"), table, checked);
    checkCacheKey(step, node, checked);
  } else if ("count" in step) checkWhere(step.where ?? {}, valueAt(node, "where"), table, checked);
  else if ("list" in step) {
    checkWhere(step.where ?? {}, valueAt(node, "where"), table, checked);
    const order = (step.order ?? []).map((text) => text.trim().split(/\s+/)[0] ?? "");
    for (const column of order) checkColumn(column, valueAt(node, "order"), table, checked);
  } else if ("update" in step) {
    checkColumns(Object.keys(step.set), valueAt(node, "set"), table, checked);
    checkWhere(step.where, valueAt(node, "where"), table, checked);
  } else if ("take" in step) {
    checkColumns(Object.keys(step.set ?? {}), valueAt(node, "set"), table, checked);
    checkWhere(step.where ?? {}, valueAt(node, "where"), table, checked);
  } else if ("delete" in step) checkWhere(step.where, valueAt(node, "where"), table, checked);
}

const isTableVerb = (key: string): boolean =>
  ["insert", "get", "list", "count", "update", "delete", "take"].includes(key);

const tableNamed = (name: string, { tables }: Checked): Table | undefined =>
  tables.find((table) => table.name === name);

function existing(name: string, node: Node, checked: Checked): Table | undefined {
  const table = tableNamed(name, checked);
  if (table === undefined) {
    tellUnknown(
      node,
      name,
      checked.tables.map((t) => t.name),
      (hint) => `There is no table ${name}; ${hint}.`,
      "unknown-table",
      checked,
    );
  }
  return table;
}

function checkColumns(names: string[], node: Node | null, table: Table, checked: Checked): void {
  for (const name of names)
    checkColumn(name, entriesOf(node).find(({ key }) => key === name)?.keyNode ?? node, table, checked);
}

function checkColumn(name: string, node: Node | null, table: Table, checked: Checked): void {
  const names = table.columns.map((column) => column.name);
  if (names.includes(name)) return;
  tellUnknown(node, name, names, (hint) => `${table.name} has no column ${name}; ${hint}.`, "unknown-column", checked);
}

function tellUnknown(
  node: Node | null,
  name: string,
  names: string[],
  message: (hint: string) => string,
  rule: string,
  { tell }: Checked,
): void {
  const meant = nearest(name, names);
  const from = startOf(node);
  const to = Math.max(from, endOf(node));
  const isExact = to - from === name.length;
  const fixes =
    meant === undefined || !isExact
      ? []
      : [{ label: `Write ${meant}`, edits: [{ document: "api" as const, from, to, insert: meant }] }];
  const hint =
    meant === undefined
      ? names.length === 0
        ? "it has none yet"
        : `there is ${oneOf(names)}`
      : `${meant} was probably meant`;
  tell({ severity: "error", rule, message: message(hint), from, to, fixes });
}

function checkWhere(where: Where, node: Node | null, table: Table | undefined, checked: Checked): void {
  if (table === undefined) return;
  for (const [column, comparison] of Object.entries(where)) {
    const at = entriesOf(node).find(({ key }) => key === column);
    if (column === "any" && Array.isArray(comparison)) {
      for (const [n, inner] of comparison.entries())
        checkWhere(inner, at === undefined ? node : nodeAt(at.value ?? at.keyNode, [String(n)]), table, checked);
    } else checkColumn(column, at?.keyNode ?? node, table, checked);
  }
}

/** A key that is filled by more than the row is chosen by could not be told when the row is written. */
function checkCacheKey({ cache, by }: Extract<Step, { get: string }>, node: Node, { tell }: Checked): void {
  const strange = holesIn(cache?.key ?? "").find((name) => !Object.hasOwn(by, name));
  if (strange === undefined) return;
  const message = `The cache's key has a hole {${strange}}, and the row is not chosen by it; there is ${oneOf(Object.keys(by))}.`;
  tell({ severity: "error", rule: "cache-key", message, from: startOf(nodeAt(node, ["cache", "key"])) });
}

function checkLookup(by: Where, node: Node | null, table: Table, checked: Checked): void {
  checkWhere(by, node, table, checked);
  const columns = Object.keys(by).filter((column) => table.columns.some(({ name }) => name === column));
  const lists = [
    table.primaryKey,
    ...table.uniques,
    ...table.indexes.map(({ columns: own, anyCase }) => anyCase ?? own),
  ];
  if (columns.length === 0 || lists.some((list) => list[0] !== undefined && columns.includes(list[0]))) return;
  const message = `No index of ${table.name} begins with ${oneOf(columns)}: each call reads the whole table.`;
  checked.tell({ severity: "warning", rule: "lookup-without-index", message, from: startOf(node) });
}

function checkInsert(
  step: Extract<Step, { insert: string }>,
  node: Node,
  table: Table,
  { tell, endpoint, keyColumn }: Checked,
): void {
  const own = new Set(Object.keys(step.values));
  const isFilled = (name: string): boolean => own.has(name) || keyColumn === `${table.name}.${name}`;
  const empty = table.columns.find((column) => mustBeFilled(column) && !isFilled(column.name));
  if (empty !== undefined) {
    const message = `Nothing fills ${table.name}.${empty.name}, which may not be empty: ${endpoint.opId} will be refused by the database.`;
    tell({ severity: "warning", rule: "empty-column", message, from: startOf(node) });
  }
  for (const { key, keyNode } of entriesOf(valueAt(node, "onConflict"))) {
    if (isUnique(table, key) || !table.columns.some(({ name }) => name === key)) continue;
    const message = `${table.name}.${key} is not unique, so nothing ever conflicts there; make it unique in the schema.`;
    tell({ severity: "warning", rule: "conflict-never", message, from: startOf(keyNode) });
  }
}

function checkDotted(dotted: string, node: Node, checked: Checked): void {
  const [name = "", column = ""] = dotted.split(".");
  const table = existing(name, node, checked);
  if (table !== undefined) checkColumn(column, node, table, checked);
}

function checkIdempotency({ value, node }: NonNullable<SaidOperation["idempotency"]>, checked: Checked): void {
  const at = valueAt(node, "column") ?? node;
  const [name = "", column = ""] = value.column.split(".");
  const table = existing(name, at, checked);
  if (table === undefined) return;
  checkColumn(column, at, table, checked);
  if (!table.columns.some((c) => c.name === column) || isUnique(table, column)) return;
  const message = `${value.column} is not unique: of two sends at once both would write. Make it unique in the schema.`;
  checked.tell({ severity: "warning", rule: "key-not-unique", message, from: startOf(at) });
}
