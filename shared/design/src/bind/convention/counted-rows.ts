import type { Step, Where } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import type { Asked } from "../asking/asked.ts";
import { columnOf, uniqueLists } from "../column-of.ts";
import { fieldsOf } from "../fields.ts";
import { isSameName, stems } from "../names.ts";

/** How many there are, in the languages in which designs are written here. */
const howMany =
  /^(?:n|num|number|no|nr|count|counts|counter|total|totals|sum|amount|hits|views|visits|clicks|anzahl|gesamt|summe|zahl|numero|número|cantidad|recuento|nombre|compte|contagem|quantidade|conteggio|totale|aantal|totaal|liczba|antal|toplam|sayi|количество|число)$/iu;

/**
 * A read that answers how many rows there are: `GET /links/{code}/clicks -> {count}` of a table that has many rows for a code and no column
 * of that name. Null of any other read.
 */
export function countSteps({ endpoint, table, senses }: Asked, where: Where): Step[] | null {
  const keys = Object.keys(where);
  const isOne = uniqueLists(table).some((list) => list.every((name) => keys.includes(name)));
  const success = successIn(endpoint.responses);
  const fields = fieldsOf(success?.schema).filter(({ name }) => !name.includes("."));
  if (isOne || keys.length === 0 || fields.length === 0) return null;
  const body: Record<string, unknown> = {};
  for (const { name, schema } of fields) {
    const key = keys.find((one) => isSameName(one, name));
    const isColumn = columnOf(name, table, senses) !== undefined;
    if (key !== undefined) body[name] = where[key];
    else if (!isColumn && schema["type"] === "integer" && isCount(name, table.name)) body[name] = "$count";
    else return null;
  }
  if (!Object.values(body).includes("$count")) return null;
  return [{ count: table.name, where }, { return: { status: success?.status ?? 200, body } }];
}

/** `count`, `totalClicks`, or what the rows themselves are called. */
const isCount = (name: string, table: string): boolean =>
  stems(name).some((stem) => howMany.test(stem)) || stems(name).join("") === stems(table).at(-1);
