import type { Operation, Table } from "@proofroom/domain/design/model";
import type { ExampleNames } from "@proofroom/domain/design/step-docs";
import { queuesOf } from "@proofroom/domain/design/through-queue";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { parametersIn } from "../api/path.ts";
import { fieldsOf } from "../bind/fields.ts";
import { isUnique } from "../bind/column-of.ts";
import { firstOf, isUndoing } from "../bind/convention/state-changes.ts";
import { isSameName } from "../bind/names.ts";
import { counterOf } from "../snippets/columns.ts";
import type { Asking } from "./offer.ts";

/** What an example at this endpoint speaks of: its own table, and what it is sent. */
export function namesFor(
  endpoint: Operation | undefined,
  { model, capabilities }: Pick<Asking, "model" | "capabilities">,
): ExampleNames {
  const parameter = parametersIn(endpoint?.path ?? "").at(-1);
  const table = tableOf(endpoint, parameter, model.tables);
  const named = table === undefined || parameter === undefined ? undefined : keyNamed(parameter, table);
  const key = named ?? table?.primaryKey[0] ?? table?.columns[0]?.name ?? "id";
  const fields = fieldsOf(endpoint?.body).map(({ name }) => name);
  const own = (table?.columns ?? []).filter(({ generated }) => !generated).map(({ name }) => name);
  const column = own.find((name) => name !== key && fields.some((field) => isSameName(field, name)));
  const [other = key] = own.filter((name) => name !== key);
  const changed = column ?? (table === undefined ? "name" : other);
  const sent = (name: string): string => `$body.${fields.find((field) => isSameName(field, name)) ?? name}`;
  const limit = endpoint?.parameters.find((one) => one.in === "query" && isSameName(one.name, "limit"))?.name;
  return {
    capability: endpoint?.capability ?? Object.keys(capabilities)[0] ?? "create",
    table: table?.name ?? "items",
    key,
    column: changed,
    keyFrom: parameter === undefined ? sent(key) : `$path.${parameter}`,
    columnFrom: sent(changed),
    limitFrom: limit === undefined ? null : `$query.${limit}`,
    change: column === undefined && table !== undefined ? changeOf(table, endpoint) : undefined,
    counter: [table, ...model.tables].flatMap((one) => (one === undefined ? [] : counterIn(one)))[0],
    queue: queuesOf({ components: model.components ?? [], edges: model.edges ?? [] })[0]?.id,
  };
}

/** What no two rows share and a parameter of the path is called after. */
const keyNamed = (parameter: string, table: Table): string | undefined =>
  table.columns.find(({ name }) => isSameName(name, parameter) && isUnique(table, name))?.name;

/** How a row goes from its first state to the next one, and where an endpoint takes something back, the other way. */
function changeOf({ columns }: Table, endpoint: Operation | undefined): ExampleNames["change"] {
  const state = columns.find(({ values, generated }) => !generated && (values?.length ?? 0) > 1);
  const first = state === undefined ? undefined : firstOf(state);
  const next = state?.values?.find((value) => value !== first);
  if (state === undefined || first === undefined || next === undefined) return undefined;
  const last = endpoint?.path.split("/").at(-1) ?? "";
  const isBack = endpoint?.method === "DELETE" || isUndoing(last);
  return { column: state.name, from: isBack ? next : first, to: isBack ? first : next };
}

function counterIn(table: Table): string[] {
  const found = counterOf(table);
  return found === null ? [] : [`${table.name}.${found.column}`];
}

/** The table that it uses, else one that its path names, else one whose rows its parameter names, else the first. */
function tableOf(
  endpoint: Operation | undefined,
  parameter: string | undefined,
  tables: readonly Table[],
): Table | undefined {
  const used = plainSteps(endpoint?.steps ?? []).map(tableIn);
  const parts = endpoint?.path.split("/") ?? [];
  return (
    tables.find(({ name }) => used.includes(name)) ??
    tables.find(({ name }) => parts.some((part) => isSameName(part, name))) ??
    tables.find((table) => parameter !== undefined && !isSameName(parameter, "id") && keyNamed(parameter, table)) ??
    tables[0]
  );
}
