import type { DesignModel, Operation } from "@proofroom/domain/design/model";
import type { ExampleNames } from "@proofroom/domain/design/step-docs";

/** The table that an example at this endpoint speaks of: the one it uses, else one that its path names, else the first. */
export function namesFor(endpoint: Operation | undefined, { tables }: Pick<DesignModel, "tables">): ExampleNames {
  const used = JSON.stringify(endpoint?.steps ?? []);
  const table =
    tables.find(({ name }) => used.includes(`"${name}"`)) ??
    tables.find(({ name }) => endpoint?.path.split("/").includes(name)) ??
    tables[0];
  if (table === undefined) return { table: "items", key: "id", column: "name" };
  const key = table.primaryKey[0] ?? table.columns[0]?.name ?? "id";
  const column = table.columns.find(({ name, generated }) => name !== key && !generated)?.name ?? key;
  return { table: table.name, key, column };
}
