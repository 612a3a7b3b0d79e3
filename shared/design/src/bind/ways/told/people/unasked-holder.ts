import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { singular } from "../../../names.ts";
import type { Stage } from "../../stage.ts";
import { without } from "../asked/less-asked.ts";
import { isElided } from "../asked/looked-in-code.ts";
import { declared, lists } from "../asked/only-named.ts";
import type { Added } from "../statement/stated-rows.ts";
import { literally, withoutSets } from "../statement/statement.ts";
import { besideCode, type Texts } from "../texts.ts";
import { asksWhose } from "./asks-whose.ts";
import { peopleIn } from "./people-in.ts";

/**
 * Code that looks how a row is before it changes it, `if seat.status != "held"`, and names whoever holds it only to write, read or hand them
 * on, lets in whoever comes, unless words beside the code tell that another is refused.
 */
export function withoutUnaskedHolder(
  steps: Step[],
  { beside, told, handler, toldOfAll }: Texts,
  stage: Stage,
): Added | null {
  if (handler === "" || isElided.test(told)) return null;
  const words = [beside, besideCode({ told, handler }), toldOfAll].join("\n\n");
  let said: string | undefined;
  const unseen = new Set<string>();
  const withoutPeople = (where: Where, table: Table): Where => {
    const passed = peopleIn(table, stage).flatMap(([column]) =>
      Object.hasOwn(where, column) && !isAsked(handler, column, table, stage) && !asksWhose(words, column)
        ? [column]
        : [],
    );
    const looked = conditionsIn(where).find((column) => isLooked(handler, column));
    if (passed.length === 0 || looked === undefined) return where;
    for (const column of passed) unseen.add(column);
    said ??= `${looked} is looked at in code, and ${passed.join(" and ")} is not`;
    return without(where, passed);
  };
  const changed = mapPlain(steps, (step) => {
    const table = stage.tables.find(({ name }) => name === tableIn(step));
    if (table === undefined) return step;
    if ("get" in step && step.else !== undefined) return { ...step, by: withoutPeople(step.by, table) };
    return "update" in step ? { ...step, where: withoutPeople(step.where, table) } : step;
  });
  return said === undefined ? null : { steps: changed, unseen: [...unseen], said };
}

/** The columns that a condition compares with what is written in it, as it does a state. */
const conditionsIn = (where: Where): string[] =>
  Object.entries(where).flatMap(([column, part]) =>
    Array.isArray(part) ? part.flatMap(conditionsIn) : typeof part === "string" && part.startsWith("$") ? [] : [column],
  );

const spelled = (column: string): string => literally(column);

/** `seat.status != "held"`, `c.status == "held"`, `->where('status', 'held')`: the column, a sign or a comma behind it and what it is to be. */
const isLooked = (code: string, column: string): boolean =>
  new RegExp(
    `(?<![A-Za-z])${spelled(column)}["'\`]?(?:\\.equals\\(|\\s?(?:[!=<>]=?=?|,|:|\\bin\\b|\\bis\\b))`,
    "i",
  ).test(code);

/** Whether code names whoever holds a row other than to read, write or hand them on, or speaks of whose it is. */
function isAsked(code: string, column: string, table: Table, { tables }: Stage): boolean {
  const name = spelled(column);
  const others = tables.filter((one) => one !== table).flatMap((one) => [one.name, singular(one.name)]);
  const models = others.map(spelled).join("|") || "(?!)";
  const left = [
    declared,
    lists,
    /\bset:\s?\[[^[\]]{0,300}\]/g,
    // `Booking.objects.create(seat=seat, user_id=…)`, `%Ticket{holder_id: holder_id}`, `new Booking(…)`
    new RegExp(`(?<![A-Za-z])(?:${models})(?:\\.\\w{1,20}){0,2}(?:::\\w{1,20})?!?\\s?[({][^(){}]{0,300}[)}]`, "gi"),
    new RegExp(`(?<=[\\w"']\\s?(?::|=>|=)\\s?)\\w{1,40}(?:\\.|->)${name}(?!\\w|\\s?[=!<>]=|\\s?===|\\.\\w|\\()`, "gi"),
    new RegExp(`(?:\\.|->)${name}\\s?=(?![=>])`, "gi"),
  ].reduce((text, one) => text.replaceAll(one, " "), withoutSets(code));
  // `seat.holder` of `holder_id`: what refers to whoever it is may be compared itself.
  const person = column.replace(/_(?:id|by|uuid)$/i, "");
  const related = new RegExp(`(?:\\.|->)${spelled(person)}(?![\\w:])`, "i");
  return new RegExp(name, "i").test(left) || related.test(left) || ofOwner.test(left);
}

/** Whose a row is may be asked by a word of the code's own. */
const ofOwner =
  /owner|owned|belongs|mine\b|authori[sz]e|polic(?:y|ies)|permission|same_?(?:user|person|customer)|foreign_?user|forbidden|\b403\b|is_?holder|request\.user|current_?user\b(?!_?id)|principal|auth\.uid|session\.user/i;
