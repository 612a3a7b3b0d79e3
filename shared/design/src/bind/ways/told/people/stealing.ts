import type { Column, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { isPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { sentencesIn } from "../../../../text/sentences.ts";
import type { Stage } from "../../stage.ts";
import { uniqueLists } from "../../../column-of.ts";
import { isSale } from "./asks-whose.ts";
import { keptApart } from "../locks/kept-apart.ts";
import { isAbout, isTime, literally } from "../statement/statement.ts";
import { isNothingFound, namesEnd } from "../time/looked-at.ts";
import type { Added } from "../statement/stated-rows.ts";

/** Where a statement may stand, beside the endpoint or in what the design document tells of it, and what is told of no endpoint. */
interface Told {
  beside: string;
  told: string;
  toldOfAll: string;
}

/**
 * `INSERT INTO holds … ON CONFLICT (seat_id) DO UPDATE SET user_id = excluded.user_id`, without a where: whoever comes last has the row, so
 * nothing makes room first and nobody is refused. Null where no statement is written so, or where the row that is there is looked at before;
 * `unseen` are its times where something else that is told speaks of a refusal.
 */
export function stealing(steps: Step[], { beside, told, toldOfAll }: Told, stage: Stage): Added | null {
  for (const text of [beside, told]) {
    for (const table of stage.tables) {
      const upsert = upsertIn(text, table);
      const around = upsert === null ? "" : text.replace(upsert.said, " ");
      if (upsert === null || isAbout(around, table)) continue;
      if (text === told && refusesHeld(around) && isLookedAtBefore(around, stage, { beside, told, toldOfAll }))
        continue;
      const made = taking(steps, table, upsert);
      if (made === null) continue;
      const isDoubtful = [around, beside, toldOfAll].some(refusesHeld);
      const times = table.columns.map(({ name }) => name).filter((name) => isTime(name, table));
      return { steps: made, unseen: isDoubtful ? times : [], said: upsert.said.replace(/\s+/g, " ").slice(0, 80) };
    }
  }
  return null;
}

/** Whether what refuses, beside a statement that does not, may be done: the row is kept as it was read, or the statement is known to find none. */
const isLookedAtBefore = (around: string, stage: Stage, told: Told): boolean =>
  isNothingFound(around) || stage.tables.some((one) => keptApart(told, one, stage));

type InsertStep = Extract<Step, { insert: string }>;

interface Upsert {
  said: string;
  target: string[];
  sets: string;
}

function upsertIn(text: string, { name }: Table): Upsert | null {
  const pattern = new RegExp(
    `\\binsert\\s+into\\s+(?:"?\\w+"?\\.)?["]?${literally(name)}"?(?![\\w.])(?:(?!\\binsert\\b)[^;\`]){1,600}?\\bon\\s+(?:conflict\\s*(?:\\(([^()]{1,120})\\)\\s*)?do\\s+update\\s+set|duplicate\\s+key\\s+update)\\s([^;\`]{1,400})`,
    "i",
  );
  const found = pattern.exec(text);
  if (found === null) return null;
  const [whole, target = "", rest = ""] = found;
  const [sets = ""] = rest.split(behind);
  const said = whole.slice(0, whole.length - rest.length + sets.length);
  // What leaves something out may leave out the where.
  return /\b(?:where|case|if|greatest|least)\b/i.test(sets) || /\.\.|…/.test(said)
    ? null
    : { said, target: target.split(",").flatMap((one) => /\w+/.exec(one)?.[0] ?? []), sets };
}

/** Where an upsert is over that no sign ends. */
const behind = /\s+returning\b|\n\s*\n|\s(?:[#/*-]{1,3}\s+)?(?:get|post|put|patch|delete)\s+\/|\.\s|\.$/i;

const refusal =
  /(?<!\d)4(?:09|23|10|22)(?!\d)|(?<!\p{L})(?:refus\p{L}*|reject\p{L}*|throw\p{L}*|raise\p{L}*|abort\p{L}*|fail\p{L}*|abgelehnt|abgewiesen|rechaz\p{L}*|rejet\p{L}*|rifiut\p{L}*|recus\p{L}*|geweiger\p{L}*|odrzuc\p{L}*|отказ\p{L}*)(?!\p{L})/iu;
const line = /(?<!\w)(?:get|post|put|patch|delete)\s{1,9}\/[^\n]{0,300}/gi;
const label = /^[\s#*>\-\d.)_]{0,12}\p{L}{1,20}(?:\s\p{L}{1,20}){0,3}[*_]{0,2}:/u;
const held = /(?<!\p{L})(?:held|holds?|reserv\p{L}*|taken|live|active|valid|someone|somebody)(?!\p{L})/iu;

/** Whether a text has a sentence that refuses, of anything but what is sold. */
const refusesHeld = (text: string): boolean =>
  sentencesIn(text.replace(line, " ")).some((sentence) => {
    const one = sentence.replace(label, " ");
    return refusal.test(one) && (!isSale(one) || namesEnd(one) || held.test(one));
  });

/** Steps whose row takes the place of the one that is there; null where none of them adds one to the table. */
function taking(steps: readonly Step[], table: Table, upsert: Upsert): Step[] | null {
  const at = steps.findIndex((step) => "insert" in step && step.insert === table.name);
  const insert = steps[at];
  if (insert === undefined || !("insert" in insert)) {
    const inside = steps.map((step) => ("transaction" in step ? taking(step.transaction, table, upsert) : null));
    return inside.every((one) => one === null)
      ? null
      : steps.map((step, n) => (inside[n] === null || inside[n] === undefined ? step : { transaction: inside[n] }));
  }
  const overwriting = withOverwrite(insert, table, upsert);
  if (overwriting === null) return null;
  let isAsked = false;
  const before = steps.slice(0, at).filter((step) => {
    if (isPlain(step)) isAsked = tableIn(step) === table.name;
    return !isAsked;
  });
  return [...before, overwriting, ...steps.slice(at + 1)];
}

function withOverwrite(insert: InsertStep, table: Table, { target, sets }: Upsert): InsertStep | null {
  const lists = uniqueLists(table).filter((list) => list.length > 0);
  const list = lists.find((one) =>
    target.length === 0
      ? one.every((column) => Object.hasOwn(insert.values, column))
      : one.length === target.length && one.every((column) => target.includes(column)),
  );
  const conflict = list?.at(-1);
  const set = table.columns.filter(({ name }) => list?.includes(name) === false && isAssigned(sets, name));
  const values: Record<string, Value> = { ...insert.values, ...Object.fromEntries(set.flatMap(anew(insert))) };
  const overwrite = set.map(({ name }) => name).filter((name) => Object.hasOwn(values, name));
  if (conflict === undefined || overwrite.length === 0) return null;
  return { ...insert, values, onConflict: { ...insert.onConflict, [conflict]: { overwrite } } };
}

/** What the database makes by itself is made here, or the row that is there could not take it over. */
const anew =
  ({ values }: InsertStep) =>
  ({ name, type }: Column): [string, Value][] =>
    type === "uuid" && !Object.hasOwn(values, name) ? [[name, { uuid: true }]] : [];

/** `user_id = excluded.user_id`, and not its own value again. */
function isAssigned(sets: string, column: string): boolean {
  const name = literally(column);
  const [, value] = new RegExp(`(?:^|[\\s,"])${name}"?\\s*=\\s*([^,]{1,80})`, "i").exec(sets) ?? [];
  const [, of] = new RegExp(`^"?(\\w{1,63})"?\\."?${name}"?\\s*$`, "i").exec(value ?? "") ?? [];
  return value !== undefined && (of === undefined || /^(?:excluded|new)$/i.test(of));
}
