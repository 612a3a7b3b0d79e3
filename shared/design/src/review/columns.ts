import type { Edit } from "@proofroom/domain/design/finding";
import type { Column } from "@proofroom/domain/design/model";
import { wordsIn } from "../bind/names.ts";
import { oneOf } from "../text/nearest.ts";
import type { TableRead } from "../schema/catalog.ts";
import { placeOf, typeEdit } from "./schema-text.ts";
import { fixOf, type Review } from "./seen.ts";

const money = new Set(
  "price amount balance cost total fee fees money salary credit debit payment charge subtotal tax refund".split(" "),
);
const passwords = new Set(["password", "passwd", "pwd"]);

/** Types that cannot hold what a column's name promises. */
export const reviewColumns: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? []) {
    const of = (is: (column: Column) => boolean): Column[] => table.columns.filter(is);
    const rewritten = (columns: Column[], type: string) => {
      const edits = columns.flatMap((column): Edit[] => typeEdit(seen, table, column, type) ?? []);
      return edits.length === columns.length
        ? [fixOf(`Make ${columns.length > 1 ? "them" : "it"} ${type}`, edits)]
        : [];
    };

    const floats = of(
      ({ name, type }) => /^(?:real|double precision)$/.test(type) && wordsIn(name).some((w) => money.has(w)),
    );
    const [float] = floats;
    if (float !== undefined)
      tell("money-as-float", {
        ...placeOf(seen, table, float),
        message: `${names(table, floats)} ${floats.length > 1 ? "are" : "is"} money in ${float.type}, which cannot hold 0.1: sums drift by cents. Make ${floats.length > 1 ? "them" : "it"} numeric, or count whole cents.`,
        fixes: rewritten(floats, "numeric(12,2)"),
      });

    const times = of(({ type }) => /^timestamp(?:\(\d\))?$/.test(type));
    const [time] = times;
    if (time !== undefined)
      tell("time-without-zone", {
        ...placeOf(seen, table, time),
        message: `${names(table, times)} ${times.length > 1 ? "have no time zone, so they mean other moments" : "has no time zone, so it means another moment"} where the clock is set otherwise; make ${times.length > 1 ? "them" : "it"} timestamptz.`,
        fixes: rewritten(times, "timestamptz"),
      });

    for (const column of of(({ name }) => passwords.has(wordsIn(name).join(""))))
      tell("password-in-clear", {
        ...placeOf(seen, table, column),
        message: `${table.name}.${column.name} keeps a password as it is typed; keep its hash (argon2id or bcrypt) and name it so, such as password_hash.`,
      });
  }
};

const names = (table: TableRead, columns: Column[]): string =>
  columns.length > 3
    ? `${table.name}.${columns[0]?.name ?? ""}, like ${columns.length - 1} more,`
    : oneOf(columns.map(({ name }) => `${table.name}.${name}`)).replace(" or ", " and ");
