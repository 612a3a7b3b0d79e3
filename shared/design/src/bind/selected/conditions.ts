import type { Table } from "@proofroom/domain/design/model";
import type { Comparison, Value, Where } from "@proofroom/domain/design/step";
import { intervalIn } from "./interval.ts";

/** What a written condition asks of a row, as steps can ask it. */
export interface Asks {
  /** What has to be so, each of them. */
  is: Where[];
  /** What must not be so, any of them. */
  isNot: Where[];
  /** The columns that have to be what is sent. */
  sent: string[];
  /** What is asked of the table's columns and no step can ask. */
  unread: string[];
}

/** A condition of a statement about one table: `code = $1 and active and created_at > now() - interval '1 day'`. */
export function conditionsIn(where: string, table: Table): Asks {
  const asks: Asks = { is: [], isNot: [], sent: [], unread: [] };
  for (const written of apart(inBrackets(where), "and")) {
    const part = inBrackets(written);
    const either = apart(part, "or");
    const one = either.length > 1 ? anyOf(either, table) : atomIn(part, table);
    if (one === null) {
      if (namesColumn(part, table)) asks.unread.push(part.trim());
    } else if ("sent" in one) asks.sent.push(one.sent);
    else if ("is" in one) asks.is.push(one.is);
    else asks.isNot.push(one.isNot);
  }
  return asks;
}

type Atom = { is: Where } | { isNot: Where } | { sent: string } | null;

function anyOf(parts: string[], table: Table): Atom {
  const atoms = parts.map((part) => atomIn(inBrackets(part), table));
  const all = atoms.flatMap((atom) => (atom !== null && "is" in atom ? [atom.is] : []));
  return all.length === parts.length ? { is: { any: all } } : null;
}

const column = String.raw`(?:\w{1,60}\.)?["\`]?(\w{1,63})["\`]?`;
const now = String.raw`(?:(?:now|clock_timestamp|current_timestamp|sysdate|getdate|utc_timestamp)\(\)|current_timestamp|localtimestamp|[:@$]now)`;
const comparing = String.raw`\s?(<=|>=|<>|!=|<|>|=)\s?`;
const literal = String.raw`('[^']{0,60}'(?:::\w{1,30})?|-?\d{1,12}|true|false)`;
const time = `(${now}(?:\\s?[-+]\\s?(?:[^<>=]|=>){3,40})?)`;
const forms = {
  none: new RegExp(`^${column} is (not )?null$`, "i"),
  truth: new RegExp(`^(not )?${column}(?: is (not )?(true|false))?$`, "i"),
  literal: new RegExp(`^${column}${comparing}${literal}$`, "i"),
  list: new RegExp(`^${column} (not )?in \\((${literal}(?:\\s?,\\s?${literal}){0,9})\\)$`, "i"),
  sent: new RegExp(
    `^${column}\\s?=\\s?(?:[$:@?%][\\w.]{0,40}|lower\\([$:@?][\\w.]{0,40}\\)|'?[{<][\\w. ]{1,40}[}>]'?)$`,
    "i",
  ),
  time: new RegExp(`^${column}(\\s?[-+]\\s?(?:[^<>=]|=>){3,40})?${comparing}${time}$`, "i"),
  timeFirst: new RegExp(`^${time}${comparing}${column}(\\s?[-+]\\s?(?:[^<>=]|=>){3,40})?$`, "i"),
};

function atomIn(written: string, { columns }: Table): Atom {
  const part = written.trim().replace(/\s+/g, " ");
  const own = (name = ""): string | undefined =>
    columns.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name;
  const [, empty, isFilled] = forms.none.exec(part) ?? [];
  if (own(empty) !== undefined) return asked(own(empty), null, isFilled !== undefined);
  const [, denied, flag, isNot, truth = "true"] = forms.truth.exec(part) ?? [];
  if (own(flag) !== undefined && columns.find((one) => one.name === own(flag))?.type.startsWith("bool") === true) {
    const isTrue = [denied !== undefined, isNot !== undefined, truth.toLowerCase() === "false"];
    return asked(own(flag), isTrue.filter(Boolean).length % 2 === 0, false);
  }
  const [, compared, sign = "", value = ""] = forms.literal.exec(part) ?? [];
  if (own(compared) !== undefined) {
    if (sign === "=" || sign === "<>" || sign === "!=") return asked(own(compared), valueOf(value), sign !== "=");
    return asked(own(compared), ordered(sign, valueOf(value)), false);
  }
  const [, listed, outside, list = ""] = forms.list.exec(part) ?? [];
  if (own(listed) !== undefined)
    return asked(own(listed), { in: list.split(/\s?,\s?/).map(valueOf) }, outside !== undefined);
  const [, sent] = forms.sent.exec(part) ?? [];
  const sentIn = own(sent);
  if (sentIn !== undefined) return { sent: sentIn };
  const [, timed, later, timeSign = "", at = ""] = forms.time.exec(part) ?? [];
  if (own(timed) !== undefined) return ofTime(own(timed), later, timeSign, at);
  const [, first = "", firstSign = "", behind, after] = forms.timeFirst.exec(part) ?? [];
  return own(behind) === undefined ? null : ofTime(own(behind), after, turned[firstSign] ?? "", first);
}

const asked = (name: string | undefined, value: Comparison, isNot: boolean): Atom =>
  name === undefined ? null : isNot ? { isNot: { [name]: value } } : { is: { [name]: value } };

const turned: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

const ordered = (sign: string, value: Value): Comparison =>
  sign === "<" ? { lt: value } : sign === "<=" ? { lte: value } : sign === ">" ? { gt: value } : { gte: value };

/** What is added to the column is taken from now: `created_at + interval '1 day' > now()`. */
function ofTime(name: string | undefined, added: string | undefined, sign: string, at: string): Atom {
  const shift = intervalIn(at.replace(new RegExp(`^${now}`, "i"), ""));
  const own = intervalIn(added ?? "");
  if (!["<", "<=", ">", ">="].includes(sign) || shift === null || own === null) return null;
  const seconds = Math.round((shift - own) / 1_000);
  const value: Value =
    seconds === 0 ? "$now" : seconds < 0 ? { sub: ["$now", `${-seconds}s`] } : { add: ["$now", `${seconds}s`] };
  return asked(name, ordered(sign, value), false);
}

function valueOf(written: string): string | number | boolean {
  const text = /^'([^']*)'/.exec(written)?.[1];
  if (text !== undefined) return text;
  return /^(?:true|false)$/i.test(written) ? written.toLowerCase() === "true" : Number(written);
}

const namesColumn = (part: string, { columns }: Table): boolean =>
  columns.some(({ name }) => new RegExp(`(?<![\\w'])${name.replaceAll(/\W/g, ".")}(?![\\w'])`, "i").test(part));

/** A condition without the brackets that are around all of it. */
function inBrackets(text: string): string {
  const part = text.trim();
  if (!part.startsWith("(")) return part;
  let depth = 0;
  for (let at = 0; at < part.length; at++) {
    depth += part[at] === "(" ? 1 : part[at] === ")" ? -1 : 0;
    if (depth === 0) return at === part.length - 1 ? inBrackets(part.slice(1, -1)) : part;
  }
  return part;
}

/** The parts of a condition between `and` or `or` that stand in no bracket. */
function apart(text: string, word: "and" | "or"): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(/[()]|(?<!\w)(?:and|or)(?!\w)/gi)) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0 && sign.toLowerCase() === word) {
      found.push(text.slice(from, index));
      from = index + sign.length;
    }
  }
  return [...found, text.slice(from)];
}
