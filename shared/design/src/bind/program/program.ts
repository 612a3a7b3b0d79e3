import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import type { Stage } from "../ways/stage.ts";
import { added } from "./add.ts";
import { changed, removed } from "./change.ts";
import { isAnsweredAgain, isSilentLook, type Line, linesOf } from "./lines.ts";
import { looked } from "./look.ts";
import { isSuccess } from "./outcomes.ts";
import type { Answer, Made } from "./parts.ts";
import { piecesIn } from "./pieces.ts";
import { takesUnread } from "./unread-rows.ts";

/** What an endpoint's own statements do, one after the other. */
export interface Program {
  steps: Step[];
  /** Whether they answer again what has been done already. */
  repeats: boolean;
  /** How each of them begins. */
  said: string[];
  /** The statements as they are written, by their tables, and what stands around them. */
  statements: { table: string; sql: string }[];
  prose: string;
  /** What stands behind all of them, as far as it explains what has been said. */
  behind: string;
}

/**
 * The statements that are written of an endpoint, as its steps. `own` are those of the way that the schema shows: what their rows are filled
 * with and who asks is taken from there where a statement passes it by a name that says nothing. Null where anything of it cannot be said.
 */
export function programOf(text: string, own: readonly Step[], answer: Answer, stage: Stage): Program | null {
  const found = piecesIn(text, stage.tables);
  const lines = found === null ? null : linesOf(found, own, stage);
  if (found === null || lines === null) return null;
  const made: Made = { own, answer, stage, read: [] };
  // What is read behind all that is written is another matter.
  while (isSilentLook(lines.at(-1)) && lines.some(({ statement }) => statement.verb !== "select")) lines.pop();
  const steps: Step[] = [];
  for (const line of lines) {
    const some = stepsOf(line, made);
    if (some === null) return null;
    steps.push(...some);
    made.read.push(...plainSteps(some).flatMap((step) => tableIn(step) ?? []));
  }
  if (takesUnread(steps, stage.tables)) return null;
  return {
    steps,
    repeats: lines.some((line) => isAnsweredAgain(line)),
    said: lines.map(({ sql }) => sql.replaceAll(/\s+/g, " ").slice(0, 80)),
    statements: lines.flatMap(({ statement, sql }) => [{ table: statement.table.name, sql }]),
    prose: withoutAnswers(found.pieces.map(({ before }) => before).join("\n"), lines),
    behind: withoutAnswers(found.behind, lines),
  };
}

/** What is told of a success is no look at anything: `and no booking yet: 200, the same hold`. */
const withoutAnswers = (prose: string, lines: readonly Line[]): string =>
  lines
    .flatMap(({ outcomes, otherwise }) => [outcomes, ...otherwise.map((line) => line.outcomes)].flat())
    .reduce((left, { status, text }) => (isSuccess(status) ? left.replace(text, " ") : left), prose);

function stepsOf(line: Line, made: Made): Step[] | null {
  switch (line.statement.verb) {
    case "select":
      return looked(line, line.statement, made, false);
    case "update":
      return changed(line, line.statement, made);
    case "delete":
      return removed(line, line.statement);
    case "insert":
      return added(line, line.statement, made);
  }
}
