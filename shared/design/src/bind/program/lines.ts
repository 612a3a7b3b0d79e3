import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import type { Stage } from "../ways/stage.ts";
import { introduces, isSuccess, type Outcome, outcomesIn, refusesMore } from "./outcomes.ts";
import { passingFor } from "./passing.ts";
import type { Pieces } from "./pieces.ts";
import { type Statement, statementOf } from "./statement.ts";

/** One statement, with what comes of it, and what is asked where it finds nothing. */
export interface Line {
  statement: Statement;
  sql: string;
  outcomes: Outcome[];
  otherwise: Line[];
  /** Whether it ends rows that would be in the way of one that is added behind it: there need be none. */
  makesRoom: boolean;
}

/** The statements of a text with what comes of them: what follows where nothing was found belongs to what found nothing. Null where one cannot be said. */
export function linesOf({ pieces, behind }: Pieces, own: readonly Step[], stage: Stage): Line[] | null {
  const lines: Line[] = [];
  const read: Table[] = [];
  for (const [n, { before, sql }] of pieces.entries()) {
    const statement = statementOf(withTable(sql, read), stage.tables, passingFor(own, read, stage));
    if (statement === null) return null;
    const next = pieces[n + 1]?.before;
    // What is refused on the way to what is written is looked at in words.
    const isWritten = pieces.slice(n + 1).some((one) => !/^select/i.test(one.sql));
    if (isWritten && next !== undefined && refusesMore(next)) return null;
    read.push(statement.table);
    const after = next ?? behind;
    if (isOfNoRequest(statement)) continue;
    const line = {
      statement,
      sql,
      outcomes: outcomesIn(after, statement.verb === "select"),
      otherwise: [],
      makesRoom: false,
    };
    if (undoes(statement, lines)) break;
    const isMissed = n > 0 && introduces(before) === "none";
    const last = isMissed ? lines.findLast(mayMiss) : undefined;
    // What is noted of a request that is refused is no part of what it does.
    if (last !== undefined && last.otherwise.some(isAnsweredAgain) && statement.verb === "insert") continue;
    if (last !== undefined) last.otherwise.push(line);
    else lines.push(line);
  }
  return lines.map((line, n) => ({ ...line, makesRoom: isBeforeNew(line, lines.slice(n + 1)) }));
}

const isBeforeNew = ({ statement }: Line, next: readonly Line[]): boolean =>
  statement.verb === "update" &&
  next.some((line) => line.statement.verb === "insert" && line.statement.table === statement.table);

/** What is read, and of which nothing is told. */
export const isSilentLook = (line: Line | undefined): boolean =>
  line?.statement.verb === "select" && line.outcomes.length === 0 && !line.statement.isLocked;

/** Whether a statement takes back what those before it have done: it is another endpoint's. */
const undoes = (statement: Statement, lines: readonly Line[]): boolean =>
  statement.verb === "update" &&
  Object.values(statement.set).includes(null) &&
  lines.some(
    (line) =>
      line.statement.verb === "update" &&
      line.statement.table === statement.table &&
      Object.entries(line.statement.set).some(([column, value]) => value !== null && statement.set[column] === null),
  );

/** Whether a statement may find nothing, so that something else is done. */
const mayMiss = ({ statement }: Line): boolean =>
  statement.verb === "update" ||
  statement.verb === "select" ||
  (statement.verb === "insert" && statement.conflict !== null);

/** What is asked for by nothing that is passed is done by a job, and not for one request. */
function isOfNoRequest(statement: Statement): boolean {
  if (statement.verb !== "update" && statement.verb !== "delete") return false;
  const passed = JSON.stringify(statement.where).matchAll(/"\$(\w+)/g);
  return ![...passed].some(([, name]) => name !== "now");
}

/** `SELECT … WHERE …` is about the table of the statement before it. */
const withTable = (sql: string, read: readonly Table[]): string =>
  sql.replace(/^(select\s{1,9}(?:\*|\.{2,3}|…))(?=\s{1,9}where\s)/i, `$1 from ${read.at(-1)?.name ?? "nothing"}`);

/** Whether it answers what has been done already. */
export function isAnsweredAgain({ statement, outcomes, otherwise }: Line): boolean {
  const answering = outcomes.filter(({ status }) => isSuccess(status));
  const isFound = statement.verb === "select" && answering.some(({ of }) => of === "found");
  const isThere =
    statement.verb === "insert" && statement.conflict !== null && answering.some(({ of }) => of === "none");
  return isFound || isThere || otherwise.some(isAnsweredAgain);
}
