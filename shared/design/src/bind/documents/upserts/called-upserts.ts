import type { Table } from "@proofroom/domain/design/model";
import { uniqueLists } from "../../column-of.ts";
import { plain, wordsIn } from "../../names.ts";
import { type Chain, chainsIn, isChainOf } from "../../ways/told/statement/call-chain.ts";
import type { Upsert } from "./passed.ts";
import { upsertOf } from "./upsert-of.ts";

/** What a call of the code does about a row of a table that is there. */
export interface CalledUpsert {
  /** The column by whose value it is there; null where it is any that the database keeps unique. */
  by: string | null;
  /** All the columns by whose values it is there, where several are unique together; `by` is empty then. */
  together?: string[];
  /** The columns that it takes over; none where the row is answered as it is. */
  sets: string[];
}

/**
 * What `link.upsert({ where: { code }, update: { url } })`, `Link::updateOrCreate(['code' => $code], ['url' => $url])`,
 * `get_or_create(code=code, defaults={"url": url})` and other such calls of a text do about a row of a table that is there. `all` are the documents, which name the framework.
 */
export function calledUpserts(text: string, table: Table, all: string): CalledUpsert[] {
  if (!someUpsert.test(text)) return [];
  const isMerging = merging.test(all) && !looking.test(text);
  return chainsIn(text).flatMap((chain) => {
    if (!isChainOf(chain, table)) return [];
    const upsert = upsertIn(chain, text, isMerging);
    const called = upsert === null ? null : ofTable(upsert, table);
    return called === null ? [] : [called];
  });
}

const someUpsert = /upsert|or_?(?:create|insert|new)|find_or_initialize|on_?(?:conflict|duplicate)|\.(?:merge|save)/i;

/** Whose `save` of a row with a key of its own writes the one over that is there. */
const merging = /\bjpa|crudrepository|hibernate|spring[ -]?(?:data|boot)|typeorm|\bgorm\b/i;

/** Where the code looks first, says that the row is new or tells a taken key apart, `save` is not all that there is. */
const looking =
  /exists_?by|find_?by|findone|isnew\b|persistable|@version|dataintegrity|duplicatekey|queryfailed|constraintviolation|unique violation/i;

function upsertIn({ path, calls, to }: Chain, text: string, isMerging: boolean): Upsert | null {
  const behind = text.slice(to, to + 300);
  for (const [at, call] of calls.entries()) {
    const found = upsertOf(call, { next: calls.slice(at + 1), head: path.join("."), behind, isMerging });
    if (found !== null) return found;
  }
  return null;
}

/** In the table's own columns; null where it asks for several of them that are not unique together, or takes over what is none. */
function ofTable({ by, sets }: Upsert, table: Table): CalledUpsert | null {
  const keys = by === "key" ? table.primaryKey : by;
  const [key = null, other] = keys === "any" ? [] : keys;
  const together = keys === "any" ? undefined : togetherIn(keys, table);
  if (other !== undefined && together === undefined) return null;
  const isKey = (name: string): boolean => together?.includes(name) ?? isSame(name, key ?? "");
  const taken = table.columns
    .map(({ name }) => name)
    .filter((name) => !isKey(name) && (sets === "all" || sets.some((one) => isSame(one, name))));
  if (taken.length === 0 && (sets === "all" || sets.length > 0)) return null;
  return together === undefined ? { by: key, sets: taken } : { by: "", together, sets: taken };
}

/** Several columns that no two rows share, by their names, `[links.userId, links.requestId]`, or by these in one, `userId_requestId`. */
function togetherIn(keys: readonly string[], table: Table): string[] | undefined {
  const lists = uniqueLists(table).filter((list) => list.length > 1);
  const words = (names: readonly string[]): string => names.map((name) => wordsIn(name).join(" ")).join(" ");
  const inOrder = (names: readonly string[]): string => words(names.toSorted((a, b) => (plain(a) < plain(b) ? -1 : 1)));
  return lists.find((list) => words(list) === words(keys) || inOrder(list) === inOrder(keys));
}

export const isSame = (a: string, b: string): boolean => wordsIn(a).join(" ") === wordsIn(b).join(" ");
