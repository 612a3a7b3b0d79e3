import { type Body, bodiesIn, type Element } from "./elements.ts";
import { inlineIndex, type Part } from "./inline-index.ts";

/** What an element becomes inside its table, or null where it leaves it, and the statement that stands behind the tables instead. */
interface Moved {
  inside: string | null;
  behind: string | null;
}

/**
 * The keys and indexes that MySQL writes among a table's columns, as PostgreSQL takes them: what is unique stays there without a name
 * of its own, and plain ones move behind the tables. Everything else of MySQL is left as it is.
 */
export function indexesBehind(sql: string): string {
  const behind: string[] = [];
  const changes: Change[] = [];
  for (const body of bodiesIn(sql)) {
    const moved = body.elements.map(({ at, to }) => movedFrom(sql, body, sql.slice(at, to)));
    behind.push(...moved.flatMap((one) => one?.behind ?? []));
    const lastKept = moved.findLastIndex((one) => one === null || one.inside !== null);
    for (const [n, { at, to, comma }] of body.elements.entries()) {
      const insert = moved[n] === null || moved[n] === undefined ? sql.slice(at, to) : moved[n].inside;
      if (insert === null) changes.push(...leftOut(sql, { at, to, comma }));
      else {
        if (insert !== sql.slice(at, to)) changes.push({ from: at, to, insert });
        if (n === lastKept && comma !== null) changes.push({ from: comma, to: comma + 1, insert: "" });
      }
    }
  }
  const text = changed(sql, changes);
  return behind.length === 0 ? text : `${text.trimEnd()}\n\n${behind.join("\n")}\n`;
}

interface Change {
  from: number;
  to: number;
  insert: string;
}

function changed(sql: string, changes: readonly Change[]): string {
  let text = "";
  let from = 0;
  for (const change of changes) {
    text += sql.slice(from, change.from) + change.insert;
    from = change.to;
  }
  return text + sql.slice(from);
}

/** Without the line on which it stands alone. */
function leftOut(sql: string, { at, to, comma }: Element): Change[] {
  if (comma !== null && sql.slice(to, comma).trim() !== "")
    return [
      { from: at, to, insert: "" },
      { from: comma, to: comma + 1, insert: "" },
    ];
  const end = comma === null ? to : comma + 1;
  const lineAt = sql.lastIndexOf("\n", at) + 1;
  const next = sql.indexOf("\n", end);
  const isAlone = next !== -1 && sql.slice(lineAt, at).trim() === "" && sql.slice(end, next).trim() === "";
  return [isAlone ? { from: lineAt, to: next + 1, insert: "" } : { from: at, to: end, insert: "" }];
}

function movedFrom(sql: string, { table, elements }: Body, element: string): Moved | null {
  const index = inlineIndex(element);
  if (index === null) return null;
  const { kind, words, rest, comment } = index;
  const declared = elements.map(({ at, to }) => sql.slice(at, to));
  const parts = index.parts.map((part) => (isWhole(part, declared) ? { ...part, length: null } : part));
  const names = parts.map(({ code }) => code).join(", ");
  const said = comment === null ? "" : ` comment '${comment}'`;
  const create = (what: string, on: string): Moved => ({
    inside: null,
    behind: `create ${what} on ${table} ${on};${comment === null ? "" : ` -- ${comment}`}`,
  });
  switch (kind) {
    case "primary key":
      return { inside: `${words} (${names})${said}`, behind: null };
    case "foreign key":
      return { inside: `${words} (${names})${rest}`, behind: null };
    case "unique":
      return parts.every(({ code, length }) => length === null && !code.startsWith("("))
        ? { inside: `${words} (${names})${said}`, behind: null }
        : create("unique index", `(${parts.map(cut).join(", ")})`);
    case "fulltext":
      return create("index", `using gin (to_tsvector('simple', ${parts.map(orEmpty).join(" || ' ' || ")}))`);
    case "spatial":
      return create("index", `using gist (${names})`);
    case "index":
      return create("index", `(${parts.map(ordered).join(", ")})`);
    default:
      return kind satisfies never;
  }
}

/** A length that the column cannot be longer than cuts nothing. */
function isWhole({ code, length }: Part, declared: readonly string[]): boolean {
  const column = declared.find((one) => one.startsWith(code) && /^\s/.test(one.slice(code.length)));
  const most = /^\s{1,40}(?:var)?char(?:acter)?\s{0,40}\(\s{0,9}(\d{1,5})/i.exec(column?.slice(code.length) ?? "")?.[1];
  return length !== null && most !== undefined && Number(most) <= length;
}

/** What is unique by its first characters is unique by these alone. */
const cut = ({ code, length }: Part): string => (length === null ? code : `left(${code}, ${length})`);
const orEmpty = ({ code }: Part): string => `coalesce(${code}, '')`;
/** An index only finds rows: by whole columns it finds the same. */
const ordered = ({ code, isDown }: Part): string => (isDown ? `${code} desc` : code);
