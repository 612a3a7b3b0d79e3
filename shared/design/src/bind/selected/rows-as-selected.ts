import type { Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import type { Asked } from "../asking/asked.ts";
import { isNamedIn } from "../ways/told/statement/statement.ts";
import { conditionsIn } from "./conditions.ts";
import { selectsIn } from "./selects.ts";

interface Rows {
  where: Where;
  order: string[];
}

/**
 * A list as its own statement has it, `select … from links where user_id = $1 order by created_at`: what it does not ask is not asked,
 * save the filters of the query, and what it asks beside that is; `unasked` is what its path names and it does not ask for. As `usual` where no statement is told of the endpoint.
 */
export function rowsAsSelected(
  { table, written: [beside = ""] = [], told = "" }: Asked,
  usual: Rows,
): Rows & { unread: string[]; unasked: string[] } {
  const named = Object.keys(usual.where).filter((name) => !isFilter(usual.where[name]));
  const selects = selectsIn([beside, told].join("\n\n"), table);
  const asking = selects.find(({ where }) => where !== null && named.every((name) => isNamedIn(where, name)));
  const own = asking ?? (selects.length === 1 && selects[0]?.where === null ? selects[0] : undefined);
  if (own === undefined) return { ...usual, unread: [], unasked: [] };
  const { is, unread } = own.where === null ? { is: [], unread: [] } : conditionsIn(own.where, table);
  const kept = Object.entries(usual.where).filter(([name]) => own.where !== null || !named.includes(name));
  const where: Where = Object.fromEntries(kept);
  for (const one of is) if (!Object.keys(one).some((name) => Object.hasOwn(where, name))) Object.assign(where, one);
  const order = own.order === null ? [] : orderIn(own.order, table);
  return {
    where,
    order: order.length > 0 ? order : usual.order,
    unasked: own.where === null ? named : [],
    unread: unread.filter((part) => !isOfPage(part) && !Object.keys(usual.where).some((name) => isNamedIn(part, name))),
  };
}

/** `(created_at, id) < ($2, $3)`: what is compared with something that is sent is where a page begins, or a filter. */
const isOfPage = (part: string): boolean => /[$:@?%]/.test(part);

const isFilter = (value: unknown): boolean => typeof value === "string" && value.startsWith("$query.");

/** `created_at DESC, id DESC` as far as it names columns. */
function orderIn(written: string, { columns }: Table): string[] {
  const found: string[] = [];
  for (const part of written.split(",")) {
    const [, name = "", way = "", rest = ""] =
      /^\s*(?:\w{1,60}\.)?["`]?(\w{1,63})["`]?(?:\s(asc|desc))?(?:\snulls\s(?:first|last))?(\W.*)?$/i.exec(part) ?? [];
    const own = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    if (own === undefined) break;
    found.push(way.toLowerCase() === "desc" ? `${own.name} desc` : own.name);
    if (rest.trim() !== "") break;
  }
  return found;
}
