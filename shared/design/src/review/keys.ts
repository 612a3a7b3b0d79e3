import { placeOf } from "./schema-text.ts";
import { fixOf, type Review } from "./seen.ts";

/** A table whose rows cannot be told apart. */
export const reviewKeys: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? []) {
    if (table.columns.length === 0 || table.primaryKey.length > 0) continue;
    const first = [...table.columnsAt.values()][0];
    const canFix = seen.schema?.isOwnText === true && first !== undefined && !table.columnsAt.has("id");
    const insert = "id bigint generated always as identity primary key,\n  ";
    tell("no-primary-key", {
      ...placeOf(seen, table),
      message: `${table.name} has no primary key: two rows can be alike, and no endpoint can name one of them.`,
      fixes: canFix ? [fixOf("Add an id", [{ document: "schema", from: first, to: first, insert }])] : [],
    });
  }
};
