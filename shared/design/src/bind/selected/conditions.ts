import type { Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import { asWhere } from "../sql/as-where.ts";
import type { Operand } from "../sql/operand.ts";
import { type Asked, opposite, parseCondition } from "../sql/parse-condition.ts";
import { literally } from "../ways/told/statement/statement.ts";

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
  for (const written of apart(inBrackets(where))) {
    const part = inBrackets(written);
    const one = atomIn(part, table);
    if (one === null) {
      if (namesColumn(part, table)) asks.unread.push(part.trim());
    } else if ("sent" in one) asks.sent.push(one.sent);
    else if ("is" in one) asks.is.push(one.is);
    else asks.isNot.push(one.isNot);
  }
  return asks;
}

type Atom = { is: Where } | { isNot: Where } | { sent: string } | null;

/** A part of a condition that is joined to the others by `and`. */
function atomIn(part: string, table: Table): Atom {
  const asked = parseCondition(part, new Set(table.columns.map(({ name }) => name)));
  if (asked === null) return null;
  if ("value" in asked && "passed" in asked.value) return asked.is === "=" ? { sent: asked.column } : null;
  const denied = isDenied(asked) ? asWhere(opposite(asked), table, unknown) : null;
  if (denied !== null) return { isNot: denied };
  const is = asWhere(asked, table, unknown);
  return is === null ? null : { is };
}

/** Nothing tells here what is passed. */
const unknown = (): undefined => undefined;

/** What says of a row what it must not be. */
const isDenied = (asked: Asked): boolean =>
  "isNull" in asked ? !asked.isNull : "value" in asked && asked.is === "<>" && !isFlag(asked.value);

const isFlag = (value: Operand): boolean => "constant" in value && typeof value.constant === "boolean";

const namesColumn = (part: string, { columns }: Table): boolean =>
  columns.some(({ name }) => new RegExp(`(?<![\\w'])${literally(name)}(?![\\w'])`, "i").test(part));

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

/** The parts of a condition between `and` that stand in no bracket. */
function apart(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(/[()]|(?<!\w)and(?!\w)/gi)) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0) {
      found.push(text.slice(from, index));
      from = index + sign.length;
    }
  }
  return [...found, text.slice(from)];
}
