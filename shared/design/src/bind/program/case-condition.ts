import { isMoment } from "@proofroom/domain/design/moment";
import type { Column, Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import { callerFor, isOwner } from "../owner/caller.ts";
import type { Stage } from "../ways/stage.ts";
import { peopleIn } from "../ways/told/people/people-in.ts";
import { conditionOf } from "../sql/condition.ts";
import { isSuccess, type Outcome } from "./outcomes.ts";
import { isNamedIn, literally } from "../ways/told/statement/statement.ts";
import { speaksOfAnother } from "../ways/told/people/asks-whose.ts";
import { namesEnd } from "../ways/told/time/looked-at.ts";

/** What a case asks of the row that was found: a condition, nothing more, or whose it is. */
export type CaseAsks = Where | "nothing" | "whose";

/** `` `gebucht` → 200 ``, `expired → 410`, `sold_at set → 200`, `mine → 200`, `someone else's → 403`. */
export function askedInCase({ text, status }: Pick<Outcome, "text" | "status">, table: Table, stage: Stage): CaseAsks {
  const states =
    writtenIn(text, table) ??
    inTime(text, status, table, stage) ??
    statesIn(text, table, stage) ??
    filledIn(text, table, stage);
  if (states !== null) return states;
  const ended = endedOf(table, stage);
  if (ended !== null && !isSuccess(status) && namesEnd(text)) return ended;
  return speaksOfAnother(text) ? "whose" : "nothing";
}

/** What is refused though it is held has ended: "held and not live → 410". */
function inTime(text: string, status: number, table: Table, stage: Stage): Where | null {
  const states = isSuccess(status) ? null : statesIn(text, table, stage);
  const ended = endedOf(table, stage);
  return states !== null && asksHeld(states, table, stage) && ended !== null ? { ...states, ...ended } : null;
}

/** Whether a condition asks for a row that is held. */
export function asksHeld(asks: Where, table: Table, { cast }: Stage): boolean {
  const held = [...cast.values()].flatMap((player) =>
    player.table === table ? [...player.columns.values()].flatMap(({ values }) => values.get("held") ?? []) : [],
  );
  return Object.values(asks).some((value) => held.some((one) => one === value));
}

/** `ConfirmedAt IS NULL AND ExpiresAt <= now() → 410` */
function writtenIn(text: string, table: Table): Where | null {
  const [before = ""] = text.replace(/^[\s>*-]{1,9}/, "").split(/→|->|=>/);
  return /[<>=]|\bis\s{1,3}(?:not\s{1,3})?null\b/i.test(before) ? conditionOf(before, table, () => undefined) : null;
}

/** The states of its rows that a text names, by the words that the table has for them. */
function statesIn(text: string, table: Table, { cast }: Stage): Where | null {
  for (const player of cast.values()) {
    if (player.table !== table) continue;
    for (const { column, values } of player.columns.values()) {
      const words = [...new Set([...values.values(), ...(values.size === 0 ? [] : (column.values ?? []))])];
      const named = words.filter((word) =>
        new RegExp(`(?<![\\p{L}_])${literally(word)}(?![\\p{L}_])`, "iu").test(text),
      );
      const [only, ...more] = named;
      if (only !== undefined) return { [column.name]: more.length === 0 ? only : { in: named } };
    }
  }
  return null;
}

/** A time that is there: when it was sold, and not until when it lasts. */
function filledIn(text: string, table: Table, stage: Stage): Where | null {
  const until = untilOf(table, stage);
  const found = table.columns.find(
    (column) => isMoment(column) && column.nullable && column.name !== until?.name && isNamedIn(text, column.name),
  );
  return found === undefined || /(?<!not )\bnull\b/i.test(text) ? null : { [found.name]: { gte: "-infinity" } };
}

/** Whose a row of a table is, as a step compares it: the column, with who asks. */
export function ownerIn(table: Table, stage: Stage): Where | null {
  const [kept] = peopleIn(table, stage);
  if (kept !== undefined) return Object.fromEntries([kept]);
  const column = table.columns.find((one) => isOwner(one, table));
  return column === undefined ? null : { [column.name]: callerFor(column, stage.endpoint) };
}

/** What is asked of a row that has ended; one that tells since when it lasts has ended after the time that it may. */
function endedOf(table: Table, stage: Stage): Where | null {
  const until = untilOf(table, stage);
  if (until?.isBeginning !== true) return until === undefined ? null : { [until.name]: { lt: "$now" } };
  return stage.lasts === null ? null : { [until.name]: { lt: { sub: ["$now", stage.lasts] } } };
}

const untilOf = (table: Table, { cast }: Stage): Column | undefined =>
  [...cast.values()].flatMap((player) => {
    const until = player.table === table ? player.columns.get("until")?.column : undefined;
    return until !== undefined && isMoment(until) ? [until] : [];
  })[0];
