import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { isTextColumn } from "../../../schema/column-kind.ts";
import { mustBeFilled } from "../../column-of.ts";
import { fieldsOf } from "../../fields.ts";
import { isKeyName } from "../../key/idempotency.ts";
import { isSameName } from "../../names.ts";
import { nextNumberIn } from "../../sql/next-number.ts";
import type { Stage } from "../stage.ts";

/**
 * What a row that is written says in columns that nothing else could fill: a state as it is spelled, the next number of a sequence, and a key
 * that is made of what is sent, `'<holdId>:<paymentToken>'`. `written` is what its statement writes into each column.
 */
export function asInserted(written: ReadonlyMap<string, string>, table: Table, stage: Stage): Record<string, Value> {
  return Object.fromEntries(
    table.columns.flatMap((column): [string, Value][] => {
      const said = column.generated ? undefined : written.get(column.name.toLowerCase());
      const number = nextNumberIn(said ?? "");
      const value = number ?? (said === undefined || !mustBeFilled(column) ? undefined : valueAs(said, column, stage));
      return value === undefined ? [] : [[column.name, value]];
    }),
  );
}

function valueAs(said: string, column: Column, stage: Stage): Value | undefined {
  const literal = /^'([^']{1,100})'$/.exec(said)?.[1];
  if (literal !== undefined && column.values?.includes(literal) === true) return literal;
  if (!isKeyName(column.name) || !isTextColumn(column)) return undefined;
  return madeOf(partsOf(said) ?? partsIn(column.comment ?? ""), stage);
}

/** The names of which a text is put together: `'<holdId>:<token>'`, `'${holdId}:${token}'`, `:holdId || ':' || :token`; null of any other. */
function partsOf(said: string): string[] | null {
  const inHoles = [...said.matchAll(/[<{]\s?([A-Za-z][\w.]{0,60})\s?[>}]/g)].map(([, name = ""]) => name);
  if (/^['"`f]/.test(said) && inHoles.length > 0) return inHoles;
  const bare = said.replaceAll(/'[^']{0,20}'/g, " ");
  if (!/\|\||\+|^concat(?:_ws)?\s?\(/i.test(bare)) return null;
  return [...bare.matchAll(/(?<![\w.])(?!concat)[A-Za-z][\w.]{0,60}/gi)].map(([name]) => name);
}

/** As a comment says it: `holdId:paymentToken`. */
const partsIn = (comment: string): string[] =>
  /^[A-Za-z]\w{0,60}(?:[:|/+.-][A-Za-z]\w{0,60}){1,4}$/.test(comment.trim()) ? comment.trim().split(/[:|/+.-]/) : [];

/** One value for all that is sent under these names; undefined where one of them is not sent. */
function madeOf(names: readonly string[], { endpoint }: Stage): Value | undefined {
  const sent = [
    ...endpoint.parameters.filter((one) => one.in === "path").map(({ name }) => ({ name, is: `$path.${name}` })),
    ...fieldsOf(endpoint.body).map(({ name }) => ({ name, is: `$body.${name}` })),
  ];
  const parts = names.map((one) => sent.find(({ name }) => isSameName(name, one))?.is);
  const known = parts.flatMap((part) => part ?? []);
  const [only, ...more] = known;
  if (only === undefined || known.length < parts.length) return undefined;
  return more.length === 0 ? only : { hash: { json: known } };
}
