import type { Edit } from "@proofroom/domain/design/finding";
import type { Column } from "@proofroom/domain/design/model";
import type { PlainStep } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isByKey } from "@proofroom/domain/design/through-cache";
import { uniqueLists } from "../bind/column-of.ts";
import { isDrawnUnlessSent } from "../bind/code/drawn.ts";
import { madeCode } from "../bind/code/made-code.ts";
import type { TableRead } from "../schema/catalog.ts";
import { quoted } from "../schema/sql-text.ts";
import { plainIndex } from "./indexes.ts";
import { appendedTo, placeOf } from "./schema-text.ts";
import { fixOf, type Review, type Seen, type Served, type TellRule } from "./seen.ts";

/** Codes that are drawn at random and looked up again, with nothing that keeps two rows from having the same, whosever they are. */
export const reviewUniqueCodes: Review = (seen, tell) => {
  const doing = (seen.served ?? []).map((one) => ({ ...one, steps: plainSteps(one.operation.steps) }));
  for (const table of seen.schema?.tables ?? []) {
    for (const column of table.columns) {
      const drawing = doing.find((one) => draws(one, table.name, column.name));
      if (drawing === undefined) continue;
      tellCounted(seen, table, column, drawing, tell);
      const drawn = drawing.operation;
      const reader = doing.find((one) => readsAny(one, table, column.name))?.operation;
      if (reader === undefined) continue;
      const edit = uniqueEdit(seen, table, column.name);
      tell("code-not-unique", {
        ...placeOf(seen, table, column),
        message: `${drawn.opId} draws ${table.name}.${column.name} at random and ${reader.opId} looks rows up by it, and ${unguarded(table, column.name)}: make it unique, and a taken one is drawn again.`,
        fixes: edit === null ? [] : [fixOf(`Make ${column.name} unique`, [edit])],
      });
    }
  }
};

/** An endpoint with all of its steps, however deep they stand. */
interface Doing extends Served {
  steps: PlainStep[];
}

/** What is drawn at random though the design counts: as good for a test, but not the same. */
function tellCounted(seen: Seen, table: TableRead, column: Column, { read }: Doing, tell: TellRule): void {
  if (read.operation !== null) return;
  if (madeCode(column, [seen.texts.api, seen.texts.design])?.by !== "counter") return;
  tell("code-counted", {
    ...placeOf(seen, table, column),
    message: `${table.name}.${column.name} is said to come from a counter; a run draws it at random instead, and draws a taken one again.`,
  });
}

/** An index that is there becomes unique, else one is added. */
function uniqueEdit(seen: Seen, table: TableRead, column: string): Edit | null {
  const own = table.indexes.find(({ columns, partial }) => !partial && columns.length === 1 && columns[0] === column);
  const span = own === undefined ? null : plainIndex(seen, own.line, false);
  if (span === null) return appendedTo(seen, `create unique index on ${quoted(table.name)} (${quoted(column)});`);
  const statement = seen.texts.schema.slice(span.from, span.to);
  const at = span.from + statement.search(/create/i) + "create".length;
  return { document: "schema", from: at, to: at, insert: " unique" };
}

/** One row by this column, where another may have the same in all that is asked. */
const readsAny = ({ steps }: Doing, table: TableRead, column: string): boolean =>
  steps.some(
    (step) =>
      "get" in step &&
      step.get === table.name &&
      Object.hasOwn(step.by, column) &&
      isByKey(step.by) &&
      !isGuarded(table, column, Object.keys(step.by)),
  );

const draws = ({ steps }: Doing, table: string, column: string): boolean =>
  steps.some((step) => {
    const value = "insert" in step && step.insert === table ? step.values[column] : undefined;
    return isDrawnUnlessSent(value);
  });

/** Some key has the column in it, and else only what is asked too; of a unique index over an expression it cannot be told that it has not. */
const isGuarded = (table: TableRead, column: string, asked: readonly string[]): boolean =>
  table.indexes.some((index) => index.unique && index.columns.length === 0) ||
  keysWith(table, column).some((key) => key.every((name) => asked.includes(name)));

const keysWith = (table: TableRead, column: string): string[][] =>
  uniqueLists(table).filter((key) => key.includes(column));

/** `unique (account_id, code)` keeps apart what one account has, and not what two have. */
function unguarded(table: TableRead, column: string): string {
  const beside = keysWith(table, column)[0]?.filter((name) => name !== column) ?? [];
  return beside.length === 0
    ? "nothing keeps two of them from having the same"
    : `it is unique only together with ${beside.join(" and ")}, so that two of them can have the same`;
}
