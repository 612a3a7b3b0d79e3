import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Need } from "@proofroom/domain/problem/way";
import { linkOf, refersTo } from "./cast/links.ts";
import type { Cast, PlayedTable } from "./cast/played.ts";
import { isNamedIn } from "./told/statement/statement.ts";
import { type About, uniqueness } from "./uniqueness.ts";

export interface Shown {
  cast: Cast;
  endpoint: Endpoint;
  /** Whether the API or the design document speaks of a word. */
  speaksOf: (word: string) => boolean;
  /** Whether they do so beside the endpoint, or where the design document tells what it does. */
  tellsOf: (word: string) => boolean;
  /** Whether the request carries a key in a header of its own. */
  isKeyed: boolean;
  /** The sentence in which it is told that the endpoint, asked again, answers what is there; of one with a key by how that is. */
  repeatedBy: string | null;
  /** The key of the cache that names the rows of one role by themselves rather than by another's. */
  cachedBy: (role: string, per: string) => string | null;
  /** The words in which a field of the request, or of its answer, is put into the cache as a key's value. */
  cachedFor: (field: string) => string | null;
  /** The same words, where the endpoint is sent the field and does not look only whether the key is there. */
  comparesCached: (field: string) => string | null;
  /** Those in which the endpoint is told not to look at what is called so. */
  ignores: (names: readonly string[]) => string | null;
  /** The clause in which it is told that the endpoint locks rows of the table that plays a role. */
  lockedBy: (table: Table, role: string) => string | null;
  /** As `lockedBy`, of a lock of which nothing says what it is on. */
  lockedSomehow: (table: Table, role: string) => string | null;
  /** What shows that rows stay in a table when they are over. */
  stayingIn: (player: PlayedTable) => string | null;
  /** The words in which it is told that the endpoint looks whether a table has a row. */
  lookedIn: (table: Table) => string | null;
  /** Whether statements that add rows are written of the endpoint, and none of them speaks of a table. */
  leavesOut: (table: Table) => boolean;
  /** What a statement that is written of the endpoint writes into each column of a row that it adds to a table. */
  insertsInto: (table: Table) => ReadonlyMap<string, string> | null;
  /** What each update that is written of the endpoint sets in a table's rows. */
  setsIn: (table: Table) => string[];
  /** The words in which it is told that it deletes one. */
  deletedFrom: (table: Table) => string | null;
  /** What the selects that are written of an endpoint ask of a table's rows. */
  looksAt: (table: Table) => string[];
  /** Whether the documents write that what a column says never ends. */
  isEndless: (column: Column) => boolean;
  /** What shows that a job ends what is over, and the endpoint itself looks at none of that. */
  sweptIn: (role: string) => string | null;
  /** The columns by which rows of a table are unique for as long as they last, though no index says so. */
  liveBy: (table: Table, per: string) => string[] | undefined;
  /** Columns of a table that say what a row is about, by what the request names: of tables that no other role stands behind. */
  aboutBy: (table: Table, role: string) => string[];
}

/** What in a design shows a need, a clause each; null where it is not shown. */
export function shows(need: Need, shown: Shown): string[] | null {
  const { cast, endpoint } = shown;
  if (typeof need === "string") return showsRole(need, cast);
  if ("oneOf" in need) {
    const found = need.oneOf.map((one) => showsRole(one, cast)).filter((one) => one !== null);
    return found[0] ?? null;
  }
  if ("answers" in need) {
    const isDeclared = endpoint.responses.some(({ status }) => status === need.answers);
    return isDeclared ? [`${endpoint.opId} declares ${need.answers}`] : null;
  }
  if ("speaks" in need) {
    const word = need.speaks.find(shown.speaksOf);
    return word === undefined ? null : [`the documents speak of ${word}`];
  }
  if ("told" in need) {
    const word = need.told.find(shown.tellsOf);
    return word === undefined ? null : [`of ${endpoint.opId} is told ${word.trim()}`];
  }
  if ("cached" in need) {
    const key = shown.cachedBy(need.cached, need.per);
    return key === null ? null : [`the documents keep ${key} in the cache`];
  }
  if ("cachedFor" in need || "compares" in need) {
    const said = "cachedFor" in need ? shown.cachedFor(need.cachedFor) : shown.comparesCached(need.compares);
    return said === null ? null : [`the documents write ${said}`];
  }
  if ("ignores" in need) {
    const said = shown.ignores(need.ignores);
    return said === null ? null : [`of ${endpoint.opId} is told: ${said}`];
  }
  if ("locks" in need) {
    const table = cast.get(need.locks)?.table;
    const said = table === undefined ? null : shown.lockedBy(table, need.locks);
    return said === null ? null : [said];
  }
  if ("mayLock" in need) {
    const table = cast.get(need.mayLock)?.table;
    const said = table === undefined ? null : shown.lockedSomehow(table, need.mayLock);
    return said === null ? null : [`of ${endpoint.opId} is told ${said}`];
  }
  if ("stays" in need) {
    const player = cast.get(need.stays);
    const said = player === undefined ? null : shown.stayingIn(player);
    return said === null ? null : [`${player?.table.name} keeps what is over: ${said}`];
  }
  if ("sees" in need) return sees(need.sees, shown);
  if ("looksIn" in need || "deletes" in need) {
    const table = cast.get("looksIn" in need ? need.looksIn : need.deletes)?.table;
    const told = "looksIn" in need ? shown.lookedIn : shown.deletedFrom;
    const said = table === undefined ? null : told(table);
    return said === null ? null : [`of ${endpoint.opId} is told: ${said}`];
  }
  if ("fills" in need) {
    const table = cast.get(need.fills)?.table;
    return table === undefined || shown.leavesOut(table) ? null : [];
  }
  if ("endless" in need) {
    const player = cast.get(need.endless);
    const columns = ["until", "span"].flatMap((role) => player?.columns.get(role)?.column ?? []);
    const found = columns.find(shown.isEndless);
    return found === undefined
      ? null
      : [`the documents give ${player?.table.name}.${found.name} no end when it is for good`];
  }
  if ("swept" in need) {
    const said = cast.has(need.swept) ? shown.sweptIn(need.swept) : null;
    return said === null ? null : [`only a job ends what is over: ${said}`];
  }
  if ("refers" in need) {
    const [from, to] = [cast.get(need.refers)?.table, cast.get(need.to)?.table];
    const link = from === undefined || to === undefined ? null : refersTo(from, to);
    return link === null || from === undefined
      ? null
      : [`${from.name} carries ${link.pairs.map(([own]) => own).join(", ")}`];
  }
  const player = cast.get(need.unique);
  if (player === undefined) return null;
  const about = aboutOf(player.table, need.per, shown);
  if (about.all.length === 0) return null;
  const live = need.while === "state" ? shown.liveBy(player.table, need.per) : undefined;
  return live === undefined
    ? uniqueness(player, about, need.while)
    : [`${player.table.name} is unique per ${live.join(", ")}, which is empty once a row is over`];
}

/** A value, or a mark, that rows can have, where no select that is written asks for how they are and leaves those out. */
function sees(need: string, { cast, looksAt }: Pick<Shown, "cast" | "looksAt">): string[] | null {
  const [role = "", column = "", meaning] = need.split(".");
  const player = cast.get(role);
  if (column === "") return seesRows(player, { cast, looksAt });
  const played = player?.columns.get(column);
  const value = meaning === undefined ? played?.column.name : played?.values.get(meaning);
  if (player === undefined || value === undefined) return null;
  const isIn = (asked: string, roles: string[]): boolean =>
    roles.some((one) => isNamedIn(asked, player.columns.get(one)?.column.name ?? ""));
  const asking = looksAt(player.table).filter((asked) => isIn(asked, [column, "until"]));
  const isSeen = (asked: string): boolean =>
    isNamedIn(asked, value) || /<>|!=|\bnot\b/i.test(asked) || isIn(asked, ["sold", "soldAt"]);
  return asking.length === 0 || asking.some(isSeen) ? [] : null;
}

/** Rows of a role, unless selects are written of the endpoint that look among what comes and goes, and none of them among those. */
function seesRows(
  player: PlayedTable | undefined,
  { cast, looksAt }: Pick<Shown, "cast" | "looksAt">,
): string[] | null {
  if (player === undefined) return null;
  const players = [...cast.values()];
  const isAny = players.some(
    ({ table }) => looksAt(table).length > 0 && players.some((other) => refersTo(table, other.table) !== null),
  );
  return isAny && looksAt(player.table).length === 0 ? null : [];
}

/** The columns by which a table's rows say which row of another role they are about: a seat of the venue, and for which event. */
function aboutOf(table: Table, role: string, { cast, aboutBy }: Shown): About {
  const other = cast.get(role);
  const link = other === undefined ? null : linkOf(table, other.table);
  const referring = link?.pairs.map(([own]) => own) ?? [];
  return { all: [...new Set([...referring, ...aboutBy(table, role)])], referring };
}

function showsRole(need: string, cast: Cast): string[] | null {
  const [role = "", column, meaning] = need.split(".");
  const player = cast.get(role);
  if (player === undefined) return null;
  const { name } = player.table;
  if (column === undefined) return [`there is ${name}`];
  const found = player.columns.get(column);
  if (found === undefined || (meaning !== undefined && !found.values.has(meaning))) return null;
  const meanings = [...found.values].map(([what, value]) => `${value} is ${what}`);
  return [`${name} carries ${found.column.name}${found.isGuess ? `, of which ${meanings.join(", ")}` : ""}`];
}
