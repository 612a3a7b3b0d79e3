import type { Column, Table } from "@proofroom/domain/design/model";
import { isOwner } from "../owner/caller.ts";
import { type Call, type Chain, chainsIn, isChainOf, isTable } from "../ways/told/statement/call-chain.ts";
import { conditionOf, spelled } from "./called-condition.ts";
import { optionIn, orderIn } from "./called-order.ts";
import { namedQueries } from "./named-queries.ts";
import type { Select } from "./selects.ts";

/**
 * `prisma.link.findMany({ where: { ownerId }, orderBy: { createdAt: "asc" } })`, `Link.objects.filter(owner=me).order_by("-created_at")`,
 * `db.Links.Where(l => …).OrderByDescending(l => l.CreatedAt)`, `findByOwnerIdOrderByCreatedAtDesc(…)`: what calls read of one table
 * alone, as the selects that they are sent as. What is read through another thing, `user.links`, is that one's own, and of what else is
 * asked of rows it is said that something is.
 */
export function calledSelects(text: string, table: Table): Select[] {
  if (!lists.test(text)) return [];
  const found = [...namedQueries(text, table), ...chainsIn(text).flatMap((chain) => selectIn(chain, table) ?? [])];
  // Who asks may be looked at elsewhere: in a condition that is added later, by a scope, or by the database itself.
  const isAsked =
    askedElsewhere.test(text) || table.columns.some((one) => isOwner(one, table) && named(one).test(text));
  return isAsked ? found.filter(({ where }) => where !== null) : found;
}

const askedElsewhere =
  /\.\s?(?:and_?)?where\b|\.filter|(?<!\w)where\s?[:=]|scope|polic|tenant|current_?user|principal|row[- ]level/i;

const named = ({ name }: Column): RegExp => new RegExp(`(?<![\\w])${spelled(name)}(?![\\w])`, "i");

const lists =
  /findMany|findAll|order_?by|\.order\(|\.sort\(|\.all\b|\.find\(|::all\b|latest\(|oldest\(|scalars|ToList|\.Find\(|paginate|OrderBy/i;

const isRead =
  /^(?:find_?(?:many|all|by)?|all|select|scalars|query|where|filter(?:_by)?|order(?:_?by\w{0,16})?|sort|latest|oldest|reorder|get|paginate|simplePaginate|cursorPaginate|to_?list(?:async)?|getMany|objects|fetch|list|Find)$/i;
const isWrite =
  /^(?:create|insert|update|delete|destroy|upsert|save|remove|set|values|find_?unique|find_?first|find_?one\w{0,10}|first\w{0,16}|single\w{0,16}|one|scalar_one\w{0,10}|count\w{0,6}|exists|increment|merge|group_?by|annotate|aggregate|join\w{0,6}|include|on|with)/i;

function selectIn(chain: Chain, table: Table): Select | null {
  const { calls, path } = chain;
  const isOfChain = ({ name, passed }: Call): boolean =>
    isRead.test(name) || isRest.test(name) || isTable(passed.replaceAll(/["'`]/g, ""), table);
  if (!isChainOf(chain, table) || !calls.every(isOfChain)) return null;
  if (calls.some(({ name }) => isWrite.test(name)) || !calls.some(({ name }) => isList.test(name))) return null;
  const asked = calls.flatMap((call) => askedIn(call));
  const order = calls.flatMap((call) => orderIn(call, table)).join(", ");
  if (asked.length === 0 && (isThrough(path, table) || calls.some(passesOn))) return null;
  return {
    columns: "*",
    where: asked.length === 0 ? null : conditionOf(asked.join(", "), table),
    order: order === "" ? null : order,
  };
}

/** What else stands in such a chain. */
const isRest =
  /^(?:limit|take|skip|offset|top|from|with_?entities|options|exec|execute|lean|as_?no_?tracking|Limit|Model|WithContext|Debug|Offset|await|using|objects|unscoped|toArray|asc|desc|_\w{1,20})$/i;

const isList =
  /^(?:find_?(?:many|all)?|all|scalars|order\w{0,20}|sort|latest|oldest|paginate|simplePaginate|cursorPaginate|to_?list(?:async)?|getMany|get|select|query|Find)$/i;

/** A condition that is made elsewhere, `findMany(args)`, `findMany({ where, take })`. */
const passesOn = ({ name, passed }: Call): boolean =>
  isList.test(name) &&
  (/(?:^|[{,]\s{0,3})(?:where|filter|args|options|query)\s{0,3}(?:[,}]|$)|\.\.\./.test(passed.trim()) ||
    (/^\w{1,30}$/.test(passed.trim()) && /^find/i.test(name)));

/** `user.links`, `request.user.links`, `$user->links()`: rows of somebody. */
const isThrough = (path: readonly string[], table: Table): boolean => {
  const at = path.findIndex((word) => isChainOf({ path: [word], calls: [], from: 0, to: 0 }, table));
  return path.slice(0, Math.max(0, at)).some((word) => !roots.test(word));
};
const roots =
  /^\$?(?:this|self|db|prisma|tx|trx|ctx|context|_?(?:db)?context|client|session|em|orm|repos?(?:itory)?|models?|app|dao|store|knex|sql|conn(?:ection)?|manager|entities|database|data|s|r|h|svc|service)$/i;

function askedIn({ name, passed }: Call): string[] {
  if (/^(?:and)?where$|^filter(?:_by)?$/i.test(name)) return [passed];
  const where = optionIn(passed, "where|filter");
  if (where !== null) return [where];
  return name === "find" && /^\s*\{\s*(?!order|take|limit|where|select|relations|skip)\w/.test(passed) ? [passed] : [];
}
