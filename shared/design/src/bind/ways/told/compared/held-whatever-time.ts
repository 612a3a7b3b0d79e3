import { isMoment } from "@proofroom/domain/design/moment";
import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { blanked, codeApart } from "../../../../text/code-apart.ts";
import { singular } from "../../../names.ts";
import { literally } from "../statement/statement.ts";
import type { Added } from "../statement/stated-rows.ts";
import { isEndedByStatement, isNeverEnded } from "../time/never-ended.ts";
import type { Texts } from "../texts.ts";
import { momentsLetIn, writtenIn } from "./turned-times.ts";
import { timeComparisons } from "./time-comparisons.ts";

/**
 * Steps of a hold without their look at the time, where the code of the service refuses a row for its state or for being there, looks at no
 * time, and nothing in any document ends what such a row does: who held a seat once holds it for good.
 */
export function heldWhateverTime(
  steps: Step[],
  { handler, design, all }: Pick<Texts, "handler" | "design" | "all">,
  tables: readonly Table[],
): Added | null {
  const prose = codeApart(design, blanked);
  const told = { design: prose, all: all.slice(0, all.length - design.length) + prose };
  for (const table of tables) {
    for (const { name } of table.columns.filter(isMoment)) {
      const moments = momentsLetIn(steps, table.name, name);
      if (moments.length === 0 || moments.includes("lasting") || mayLookAt(handler, name)) continue;
      const left = withoutTime(steps, table.name, name);
      if (JSON.stringify(left) === JSON.stringify(steps)) continue;
      const said = refusingLine(handler, table, statesIn(steps, table.name, name));
      if (said === null || writtenIn(all, name).some(({ lets }) => lets === "ended")) continue;
      if (isNeverEnded(told, table) && !isEndedByStatement(all, table)) return { steps: left, unseen: [name], said };
    }
  }
  return null;
}

/** Whether code compares a time, or names it in a condition, or calls whatever may look at it. */
function mayLookAt(code: string, column: string): boolean {
  const spelled = literally(column);
  const name = new RegExp(`\\b${spelled}`, "i");
  const filled = new RegExp(`\\b${spelled}["'\`]?\\s?(?:=>|:|=(?!=))(?!\\s?\\{)[^,\\n]{1,80}`, "gi");
  const lines = code.replaceAll(filled, " ").split("\n");
  return (
    timeComparisons(code, column).length > 0 ||
    lines.some((line) => (name.test(line) ? asks.test(line) : ofTime.test(line)))
  );
}

const asks =
  /\b(?:if|elif|elsif|unless|when|case|where|filter|and|or|not|abort\w*|require|check|assert|exists)\b|&&|\|\||(?<![=-])[<>]=?(?!\w)/i;

/** Words by which what looks at a time is called, `seat.isLive()`, `Hold.active`, and what is left out. */
const ofTime =
  /(?<!\p{L})(?:is_?|not_?|has_?|still_?|find_?|un)?(?:expir|live(?!\p{Ll})|alive|valid|laps|stale|active(?=[\s?!(]*(?:\.|\(|->))|past|overdue|outdated|remaining|held(?=\?|\()|free(?=\?|\()|available(?=\?|\()|ttl)|(?<=\p{Ll})(?:Expired|Live|Valid|Lapsed|Active|Held|Free|Available)\(|\.\.\.|…/iu;

/** The line of code that asks for rows of a table, or for a state, where the code refuses at all; null where none does. */
function refusingLine(code: string, { name }: Table, states: readonly string[]): string | null {
  if (!refuses.test(code)) return null;
  const words =
    states.length > 0 ? states : [name, singular(name), name.replaceAll("_", ""), singular(name).replaceAll("_", "")];
  const named = new RegExp(`(?<![\\p{L}\\d_])(?:${words.map(literally).join("|")})(?![\\p{L}\\d_])`, "iu");
  const line = code.split("\n").find((one) => named.test(one) && asks.test(one) && !asksMore.test(one));
  return line?.trim().slice(0, 80) ?? null;
}

/** A call of the code's own, or a number, beside the state may be about its time: `!canBeTaken(seat)`, `secondsLeft > 0`. */
const asksMore =
  /(?:&&|\|\||\band\b|\bor\b)[^\n]{0,80}(?:(?<![\w.])(?!(?:if|and|or|not|throw|return|abort|HttpError|new)\b)[a-z]\w{2,40}\s?\(|[<>]=?\s?\d)|(?:[<>]=?\s?\d|(?<![\w.])(?!(?:if|elif|unless|when|while|and|or|not)\b)[a-z]\w{2,40}\s?\([^()\n]{0,40}\))[^\n]{0,80}(?:&&|\|\||\band\b|\bor\b)/;

const refuses = /(?<!\d)4(?:09|10|22|23)(?!\d)|conflict|unavailable|taken/i;

/** The states that an alternative with a time, or a look with one, asks for. */
function statesIn(steps: readonly Step[], table: string, column: string): string[] {
  const found: string[] = [];
  const add = (where: Where): void => {
    const texts = Object.values(where).filter(
      (part): part is string => typeof part === "string" && !part.startsWith("$"),
    );
    if (Object.hasOwn(where, column)) found.push(...texts);
    for (const part of Object.values(where)) if (Array.isArray(part)) for (const one of part) add(one);
  };
  const walk = (list: readonly Step[]): void => {
    for (const step of list) {
      if ("transaction" in step) walk(step.transaction);
      if ("update" in step && step.update === table) add(step.where);
      if ("get" in step && step.get === table) add(step.by);
    }
  };
  walk(steps);
  return [...new Set(found)];
}

/** Without the alternatives that let in what has ended, and with looks that refuse whatever they find. */
function withoutTime(steps: readonly Step[], table: string, column: string): Step[] {
  return steps.map((step, n): Step => {
    if ("transaction" in step) return { transaction: withoutTime(step.transaction, table, column) };
    if ("update" in step && step.update === table) return { ...step, where: withoutEnded(step.where, column) };
    const next = steps[n + 1];
    if (!("get" in step) || step.get !== table || next === undefined || !("if" in next)) return step;
    return { ...step, by: Object.fromEntries(Object.entries(step.by).filter(([key]) => key !== column)) };
  });
}

const withoutEnded = (where: Where, column: string): Where =>
  Object.fromEntries(
    Object.entries(where).map(([key, part]): [string, Where[string]] => {
      const left = Array.isArray(part) ? part.filter((one) => !Object.hasOwn(one, column)) : [];
      return [key, left.length === 0 ? part : left];
    }),
  );
