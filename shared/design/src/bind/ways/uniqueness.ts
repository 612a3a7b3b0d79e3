import type { Index } from "@proofroom/domain/design/model";
import type { PlayedTable } from "./cast/played.ts";

/** The columns by which rows of a table say which row of another role they are about. */
export interface About {
  all: string[];
  /** Of these those by which a row refers to the other role's; none where no table stands behind that. */
  referring: string[];
}

/** By what a table is unique, among the columns by which its rows say what they are about: always, while a state lasts, or over a time; null where it is not. */
export function uniqueness(
  { table, columns }: PlayedTable,
  { all, referring }: About,
  when: "always" | "state" | "time",
): string[] | null {
  const within = (list: string[]): boolean =>
    list.length > 0 &&
    list.every((column) => all.includes(column)) &&
    (referring.length === 0 || referring.some((column) => list.includes(column)));
  if (when === "always") {
    const list = [table.primaryKey, ...table.uniques].find(within);
    return list === undefined ? null : [`${table.name} is unique per ${list.join(", ")}`];
  }
  if (when === "time") {
    const found = (table.exclusions ?? []).find((one) => within(one.columns) && one.over.length > 0);
    return found === undefined ? null : [`${table.name} excludes rows of one ${found.columns.join(", ")} that overlap`];
  }
  const state = columns.get("state");
  const found = table.indexes.find(
    (index) => index.unique && index.partial && within(index.columns) && !isOfOthers(index, { table, columns }),
  );
  if (found === undefined) return null;
  const held = found.only?.find(({ column }) => column === state?.column.name);
  const rows = held === undefined ? "some of its rows" : held.values.join(" or ");
  return [`${table.name} is unique per ${found.columns.join(", ")} while ${rows}`];
}

/** Whether an index holds no row as it is at first: only those that are sold, `where booked_at is not null`, `where status = 'CONFIRMED'`, `where sold`. */
function isOfOthers({ filled = [], only = [] }: Index, { table, columns }: PlayedTable): boolean {
  const state = columns.get("state");
  const held = state?.values.get("held");
  const isLater = only.some(({ column, values }) => {
    const own = table.columns.find((one) => one.name === column);
    const first = column === state?.column.name ? held : own?.type.startsWith("bool") ? own.default : undefined;
    return first !== undefined && !values.includes(first);
  });
  const isEmpty = (name: string): boolean =>
    table.columns.some((one) => one.name === name && one.nullable && one.default === undefined) &&
    columns.get("until")?.column.name !== name;
  return isLater || filled.some(isEmpty);
}
