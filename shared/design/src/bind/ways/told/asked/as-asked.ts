import type { Table } from "@proofroom/domain/design/model";
import { whenTaken } from "@proofroom/domain/design/refusal-status";
import type { PlainStep, Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { allWords } from "../../../score.ts";
import { asksAsWritten } from "../../condition/written-where.ts";
import { aloneIn, alwaysAloneIn } from "../locks/alone.ts";
import { askedEmpty } from "./asked-empty.ts";
import { asksWhose } from "../people/asks-whose.ts";
import { bareWhereIn } from "./bare-where.ts";
import { calledStatements } from "../statement/called-statement.ts";
import { isComparedIn } from "./compared-in.ts";
import { replaced, withVersion } from "./kept-version.ts";
import { isTimeLookedAtInCode } from "./looked-in-code.ts";
import { columnsIn, onlyNamed, without, withoutApart } from "./less-asked.ts";
import { lockedIn } from "../locks/locked.ts";
import { withoutMentions } from "../time/mentioned-time.ts";
import { onlyUpdate } from "./only-update.ts";
import { withoutOthersRows } from "../people/others-rows.ts";
import { passesBy, withoutEndedStates } from "../time/passed-by.ts";
import { peopleIn } from "../people/people-in.ts";
import { placeOf } from "../place.ts";
import { asksOfTwin, setBeside } from "./set-beside.ts";
import { deleteIn, isNamedIn, isTime, isVersioned, lookIn, type Update, updateIn } from "../statement/statement.ts";
import { isLookedAt } from "../time/looked-at.ts";
import type { Stated, Texts } from "../texts.ts";
import { statesOf } from "./states-of.ts";
import type { Stage } from "../../stage.ts";

/** The steps as far as the statements that look for rows, or change them, ask for less or for more; null where all ask for the same. */
export function asAsked(
  steps: Step[],
  { beside, code, told, handler, toldOfAll, design, all }: Texts,
  stage: Stage,
): Stated | null {
  const unseen = new Set<string>();
  const found: Condition[] = [];
  const several = new Map<Step, Step[]>();
  const deeds = allWords(stage.capability);
  const changed = mapPlain(steps, (step) => {
    if (!("update" in step) && !("get" in step && step.else !== undefined)) return step;
    const table = stage.tables.find(({ name }) => name === tableIn(step));
    if (table === undefined) return step;
    const statementIn = (text: string): Update | null => {
      if ("update" in step)
        return updateIn(text, table, step.set) ?? updateIn(calledStatements(text, table), table, step.set);
      const where = lookIn(text, table) ?? deleteIn(text, table);
      return where === null ? null : { sets: "", where };
    };
    const inCode = code === "" ? null : (statementIn(code) ?? unasked(step));
    const besideIt = inCode ?? statementIn(beside);
    const inTold = besideIt === null ? statementIn(told) : null;
    const written = besideIt ?? (inTold === null ? bareIn(step, beside, table) : null);
    const { sets = "", where = null } =
      written ?? inTold ?? bareIn(step, told, table) ?? readBefore(step, told, table, stage) ?? {};
    if (where === null) {
      const only = "update" in step && told.trim() === "" ? onlyUpdate(step, design, table, stage) : null;
      if (only !== null) found.push({ said: only.said, place: "about it in the design document" });
      return only?.step ?? step;
    }
    const isSeen = (column: string): boolean => isNamedIn(where, column);
    const around = inCode !== null ? code : written === null ? told : beside;
    // What is kept as it was read has been looked at before, in words or in code.
    const isAlone = (aloneIn(around, table) ?? alwaysAloneIn(toldOfAll, table)) !== null;
    const isKept = isAlone || isVersioned(where) || lockedIn(around, table, stage.tables) !== null;
    const people = peopleIn(table, stage).map(([column]) => column);
    const isInHandler = inTold !== null && statementIn(handler) !== null;
    // Code says all that it looks at.
    const isTold = (column: string): boolean =>
      inCode !== null
        ? isKept && isComparedIn(code, column)
        : (!isInHandler || isTimeLookedAtInCode(handler, column, table)) && isToldInWords(column);
    const isToldInWords = (column: string): boolean =>
      (people.includes(column) &&
        asksWhose(withoutOthersRows([beside, told].join("\n\n"), table, stage.tables), column)) ||
      (isKept && people.includes(column)) ||
      (isKept
        ? !passesBy({ told: around, apart: toldOfAll, deeds }, column, table, statesOf(table, stage))
        : written === null && isLookedAt(lookedIn(told, column, table, stage), column, table));
    const own = "update" in step ? step.where : step.by;
    // That a row refers to none yet says how it is, as a state does.
    const isHow = (column: string): boolean =>
      isState(column, table) || own[column] === null || (people.includes(column) && !keysOf(table).includes(column));
    const isTwin = (column: string): boolean => own[column] === null && asksOfTwin(where, column, table, all);
    const passed = columnsIn(own).filter(
      (column) => !isSeen(column) && !isTold(column) && isHow(column) && !isTwin(column),
    );
    const asked = peopleIn(table, stage).filter(([column]) => isSeen(column));
    const apart = isKept
      ? { where: own, passed: [] }
      : withoutApart(onlyNamed(own, where), where, (column) => isTime(column, table), all);
    const more =
      "update" in step
        ? setBeside(sets, table, { ...step, where: { ...own, ...Object.fromEntries(asked) } }, stage)
        : {};
    const empty = "update" in step ? askedEmpty(where, table, columnsIn(own)) : {};
    const isMore = Object.keys({ ...empty, ...more }).length > 0;
    const left = { ...without(apart.where, passed), ...Object.fromEntries(asked), ...empty };
    const isWhole = !isKept && ("update" in step || namesTheRow(where, own));
    const asWritten = isWhole ? asksAsWritten(left, where, table, stage) : null;
    if (passed.length + asked.length + apart.passed.length === 0 && !isMore && asWritten === null) return step;
    // Whom it does not ask for, it lets in.
    for (const column of [...apart.passed, ...passed].filter((one) => !people.includes(one))) unseen.add(column);
    const sentence = where === "" ? `${table.name} is locked, and its state alone is looked at` : `where ${where}`;
    found.push({
      said: sentence,
      place: inCode === null ? placeOf(written !== null) : "in the function that it calls",
    });
    if (!("update" in step)) return { ...step, by: asWritten ?? left };
    const update = { ...step, set: { ...step.set, ...more }, where: asWritten ?? left };
    const versioned = withVersion(update, { sets, where }, table, whenTaken(stage.endpoint));
    if (versioned !== null) several.set(update, versioned);
    return update;
  });
  const [first] = found;
  return first === undefined ? null : { steps: replaced(changed, several), unseen: [...unseen], ...first };
}

/** Of what is told that which may look at a column: of a time neither a state that is called so nor a sentence that only speaks of it. */
const lookedIn = (told: string, column: string, table: Table, stage: Stage): string => {
  const left = withoutEndedStates(withoutReturned(told), statesOf(table, stage));
  return isTime(column, table) ? withoutMentions(left, column) : left;
};

/** What a statement only answers is not looked at: neither in its `returning`, nor where no more is told of it than what comes of no row. */
const withoutReturned = (told: string): string =>
  told.replace(/\breturning\s[^;`\n<>]{1,200}/gi, " ").replace(onlyRead, "select from");

const onlyRead = /\bselect\s[\w\s,.*"]{1,200}?\sfrom\b(?=[^;]{0,200};[ \t]*(?:--|#|\/\/)\s{0,3}(?:none|nothing)\b)/gi;

/** Whether a look asks for the row by what the way asks for it by: another one is about something else. */
const namesTheRow = (where: string, own: Where): boolean =>
  Object.entries(own).some(
    ([column, value]) =>
      typeof value === "string" && value.startsWith("$") && value !== "$now" && isNamedIn(where, column),
  );

const bareIn = (step: PlainStep, text: string, table: Table): Update | null =>
  "update" in step ? bareWhereIn(text, table, step.set) : null;

/** A row that code never looks for is asked for nothing. */
const unasked = (step: PlainStep): Update | null => ("get" in step ? { sets: "", where: "" } : null);

/** A row that is locked and looked at before it is changed is asked for by what was asked of it then: its `UPDATE` needs no more. */
function readBefore(step: PlainStep, told: string, table: Table, { tables }: Stage): Update | null {
  const isSo = "update" in step && !Object.values(step.where).some((part) => Array.isArray(part));
  return isSo && lockedIn(told, table, tables) !== null ? { sets: "", where: lookIn(told, table) ?? "" } : null;
}

type Condition = Pick<Stated, "said" | "place">;

/** Whether a column says how a row is rather than which one it is. */
function isState(column: string, table: Table): boolean {
  const keys = [...keysOf(table), ...table.foreignKeys.flatMap(({ columns }) => columns)];
  return table.columns.some(({ name }) => name === column) && !keys.includes(column);
}

const keysOf = ({ primaryKey, uniques }: Table): string[] => [primaryKey, ...uniques].flat();
