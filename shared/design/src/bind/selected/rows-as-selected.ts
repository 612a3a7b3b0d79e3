import type { Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import type { Asked } from "../asking/asked.ts";
import { isNamedIn } from "../ways/told/statement/statement.ts";
import { calledSelects } from "./called-selects.ts";
import { conditionsIn } from "./conditions.ts";
import { isOwner } from "../owner/caller.ts";
import { selectsIn } from "./selects.ts";
import { isToldOfAll, toldOrder } from "./told-order.ts";

interface Rows {
  where: Where;
  order: string[];
}

/**
 * A list as its own statement has it, `select … from links where user_id = $1 order by created_at`: what it does not ask is not asked,
 * save the filters of the query, and what it asks beside that is; `unasked` is what its path names and it does not ask for. As `usual` where no statement is told of the endpoint.
 */
export function rowsAsSelected(
  { table, written: [beside = ""] = [], told = "", doing = "" }: Asked,
  usual: Rows,
): Rows & { unread: string[]; unasked: string[] } {
  const named = Object.keys(usual.where).filter((name) => !isFilter(usual.where[name]));
  const text = [beside, told].join("\n\n");
  const selects = [...selectsIn(text, table), ...[beside, told].flatMap((one) => calledSelects(one, table))];
  const asking = selects.find(({ where }) => where !== null && named.every((name) => isNamedIn(where, name)));
  const own = asking ?? (selects.length === 1 && selects[0]?.where === null ? selects[0] : undefined);
  const isOfAll = own === undefined ? isToldOfAll(text, doing) : own.where === null;
  const written = own?.order ?? (own === undefined ? toldOrder(text, doing, table) : null);
  const order = written === null ? [] : orderIn(written, table);
  // Whose rows are asked for is said by a filter as well, and what asks nothing of the rows does not look at that.
  const owned = table.columns.filter((column) => isOwner(column, table)).map(({ name }) => name);
  const unasked = isOfAll
    ? Object.keys(usual.where).filter((name) => named.includes(name) || owned.includes(name))
    : [];
  const asked = own?.where ?? null;
  const { is, unread } = asked === null ? { is: [], unread: [] } : conditionsIn(asked, table);
  const kept = Object.entries(usual.where).filter(([name]) => !unasked.includes(name));
  const where: Where = Object.fromEntries(kept);
  for (const one of is) if (!Object.keys(one).some((name) => Object.hasOwn(where, name))) Object.assign(where, one);
  return {
    where,
    order: order.length > 0 ? order : usual.order,
    unasked,
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
