import type { Operation, Table } from "@proofroom/domain/design/model";
import type { ExampleNames } from "@proofroom/domain/design/step-docs";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { parametersIn } from "../api/path.ts";
import { fieldsOf } from "../bind/fields.ts";
import { isSameName } from "../bind/names.ts";
import type { Asking } from "./offer.ts";

/** What an example at this endpoint speaks of: its own table, and what it is sent. */
export function namesFor(
  endpoint: Operation | undefined,
  { model, capabilities }: Pick<Asking, "model" | "capabilities">,
): ExampleNames {
  const table = tableOf(endpoint, model.tables);
  const key = table?.primaryKey[0] ?? table?.columns[0]?.name ?? "id";
  const fields = fieldsOf(endpoint?.body).map(({ name }) => name);
  const own = (table?.columns ?? []).filter(({ generated }) => !generated).map(({ name }) => name);
  const column = own.find((name) => name !== key && fields.some((field) => isSameName(field, name)));
  const [other = key] = own.filter((name) => name !== key);
  const named = column ?? (table === undefined ? "name" : other);
  const sent = (name: string): string => `$body.${fields.find((field) => isSameName(field, name)) ?? name}`;
  const parameter = parametersIn(endpoint?.path ?? "").at(-1);
  const limit = endpoint?.parameters.find((one) => one.in === "query" && isSameName(one.name, "limit"))?.name;
  return {
    capability: endpoint?.capability ?? Object.keys(capabilities)[0] ?? "create",
    table: table?.name ?? "items",
    key,
    column: named,
    keyFrom: parameter === undefined ? sent(key) : `$path.${parameter}`,
    columnFrom: sent(named),
    limitFrom: limit === undefined ? null : `$query.${limit}`,
  };
}

/** The table that it uses, else one that its path names, else the first. */
function tableOf(endpoint: Operation | undefined, tables: readonly Table[]): Table | undefined {
  const used = plainSteps(endpoint?.steps ?? []).map(tableIn);
  const parts = endpoint?.path.split("/") ?? [];
  return (
    tables.find(({ name }) => used.includes(name)) ??
    tables.find(({ name }) => parts.some((part) => isSameName(part, name))) ??
    tables[0]
  );
}
