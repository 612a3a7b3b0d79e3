import type { Column, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { isTextColumn } from "../../schema/column-kind.ts";
import { mustBeFilled } from "../column-of.ts";
import { isKeyWord } from "../key/idempotency.ts";
import { inAscii, isSameName, stems } from "../names.ts";
import { meanAlike, type Sense } from "../sense.ts";
import { stockIn } from "./stock-statement.ts";

interface Pool {
  table: Table;
  column: string;
  take: Extract<Step, { take: string }>;
  /** Where what was taken is noted down. */
  moves: Step[];
}

const spare =
  /^(?:pool|unused|available|free|spare|pregenerated|preallocated|prebuilt|premade|generated|reserve|reserved|reservoir|stock|unassigned|kgs|vorrat|libre|disponible)$/;
const spent =
  /^(?:used|taken|assigned|allocated|claimed|consumed|issued|spent|reserved|usad[oa]|ocupad[oa]|asignad[oa]|atribuid[oa]|utilise|pris|attribue|usat[oa]|occupat[oa]|assegnat[oa]|benutzt|vergeben|belegt|verwendet|gebruikt|bezet|uitgegeven|uzyt[yae]|zajet[yae]|wydan[yae])$/;
const open =
  /^(?:free|available|unused|open|new|spare|unassigned|unclaimed|libre|disponible|livre|disponivel|liber[oa]|disponibile|frei|vrij|beschikbaar|woln[yae]|dostepn[yae])$/;

/** The table of codes that a column's values come from: one that it refers to, or one that is called so. */
export function poolFor(
  column: Column,
  target: Table,
  { tables, senses, written }: { tables: Table[]; senses: Sense[]; written: readonly string[] },
): Pool | undefined {
  for (const table of tables.filter((one) => one !== target)) {
    const refers = target.foreignKeys.find((key) => key.table === table.name && key.columns[0] === column.name);
    const isCalledSo = stems(table.name).some((stem) => spare.test(stem));
    const own = refers?.references[0] ?? codeIn(table, column, senses, isCalledSo)?.name;
    if (own === undefined || (stems(table.name).some(isKeyWord) && !isCalledSo)) continue;
    const mark = markIn(table, own) ?? (refers === undefined ? undefined : markWritten(table, written));
    // What is referred to stays; what neither is marked nor may go is no pool.
    if (mark === undefined && (refers !== undefined || !isCalledSo)) continue;
    const moves = tables.flatMap((one) => (one === table || one === target ? [] : noted(one, table.name, own)));
    return { table, column: own, take: { take: table.name, ...mark }, moves };
  }
  return undefined;
}

function codeIn(table: Table, column: Column, senses: Sense[], isCalledSo: boolean): Column | undefined {
  const texts = table.columns.filter(
    (one) => isTextColumn(one) && one.default === undefined && one.values === undefined,
  );
  const alike =
    texts.find(({ name }) => isSameName(name, column.name)) ??
    texts.find(({ name }) => meanAlike(name, column.name, senses));
  return alike ?? (isCalledSo && texts.length === 1 ? texts[0] : undefined);
}

type Mark = Pick<Extract<Step, { take: string }>, "where" | "set">;

/** What tells a code that was given out from one that was not. */
function markIn({ columns }: Table, own: string): Mark | undefined {
  for (const { name, type, values, nullable } of columns.filter((one) => one.name !== own)) {
    const words = stems(name).map(inAscii);
    const [isSpent, isOpen] = [words.some((word) => spent.test(word)), words.some((word) => open.test(word))];
    if (type.startsWith("bool") && isSpent) return { where: { [name]: false }, set: { [name]: true } };
    if (type.startsWith("bool") && isOpen) return { where: { [name]: true }, set: { [name]: false } };
    if (type.startsWith("timestamp") && nullable && isSpent)
      return { where: { [name]: null }, set: { [name]: "$now" } };
    const free = values?.find((one) => open.test(one.toLowerCase()));
    const gone = values?.find((one) => spent.test(one.toLowerCase()));
    if (free !== undefined && gone !== undefined) return { where: { [name]: free }, set: { [name]: gone } };
  }
  return undefined;
}

/** As `markIn`, in whatever language, where a statement looks for a row that is free and another, or the same, says that it no longer is. */
function markWritten(table: Table, written: readonly string[]): Mark | undefined {
  const stock = stockIn(table, written);
  const set = Object.entries(stock?.set ?? {}).flatMap(([name, value]): [string, Value][] =>
    value === undefined ? [] : [[name, value]],
  );
  return stock === null || set.length === 0 ? undefined : { where: stock.where, set: Object.fromEntries(set) };
}

/** `used_keys`: what was taken is written down there. */
function noted(table: Table, pool: string, own: string): Step[] {
  const [code, ...others] = table.columns.filter(mustBeFilled);
  const isNote = stems(table.name).some((word) => spent.test(word)) && code !== undefined && isTextColumn(code);
  return isNote && others.length === 0 ? [{ insert: table.name, values: { [code.name]: `$${pool}.${own}` } }] : [];
}
