import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { singular } from "../../../names.ts";
import { literally } from "./statement.ts";

type Insert = Extract<Step, { insert: unknown }>;
type Update = Extract<Step, { update: unknown }>;

/**
 * Of a row that is added and another one that refers to it by a new id that no foreign key guards: the other one is changed first where the
 * documents write its `UPDATE` before the `INSERT`. Each order takes its own locks, so two at once wait for each other in one of them only.
 */
export function inWrittenOrder(steps: Step[], texts: readonly string[], tables: Table[]): Step[] {
  return steps.map((step) => {
    if (!("transaction" in step)) return step;
    const at = step.transaction.findIndex((one) => "insert" in one && isMadeHere(one));
    const [made, change] = step.transaction.slice(at, at + 2);
    if (at === -1 || made === undefined || change === undefined || !("insert" in made) || !("update" in change))
      return step;
    const turned = turnedRound(made, change, tables);
    if (turned === null || !texts.some((text) => isUpdatedFirst(text, change.update, made.insert))) return step;
    return { transaction: step.transaction.toSpliced(at, 2, ...turned) };
  });
}

const isMadeHere = ({ values }: Insert): boolean =>
  Object.values(values).some((value) => typeof value === "object" && value !== null && "uuid" in value);

function turnedRound(made: Insert, change: Update, tables: Table[]): [Update, Insert] | null {
  const [link, ...more] = Object.entries(change.set).flatMap(([column, value]) => {
    const own = typeof value === "string" && value.startsWith(`$${made.insert}.`) ? value.split(".")[1] : undefined;
    return own === undefined ? [] : [{ column, own, id: made.values[own] }];
  });
  const isGuarded = tables
    .find(({ name }) => name === change.update)
    ?.foreignKeys.some(({ columns }) => link !== undefined && columns.includes(link.column));
  const isNew = typeof link?.id === "object" && link.id !== null && "uuid" in link.id;
  if (link === undefined || more.length > 0 || isGuarded !== false || !isNew || link.id === undefined) return null;
  if (JSON.stringify(change.where).includes(`$${made.insert}.`)) return null;
  return [
    { ...change, set: { ...change.set, [link.column]: link.id } },
    { ...made, values: { ...made.values, [link.own]: `$${change.update}.${link.column}` } },
  ];
}

/** Whether a text has the statements, or a framework's calls, in this order. */
function isUpdatedFirst(text: string, changed: string, made: string): boolean {
  const update = text.search(writing("\\bupdate\\s+", changed, "update|save|where"));
  const insert = text.search(writing("\\binsert\\s+into\\s+", made, "create|insert|add|save"));
  return update !== -1 && update < insert;
}

/** `UPDATE seats`, `tx.seat.updateMany(`, `Seat::where(`. */
const writing = (statement: string, table: string, calls: string): RegExp =>
  new RegExp(
    `${statement}["\`]?${literally(table)}\\b|\\b${literally(singular(table))}s?(?:\\.objects|Repo(?:sitory)?)?(?:\\.|::|->)(?:${calls})\\w*\\(`,
    "i",
  );
