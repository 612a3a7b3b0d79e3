import { whenTaken } from "@proofroom/domain/design/refusal-status";
import type { Table } from "@proofroom/domain/design/model";
import type { Step, UpdateStep } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { isSameName, stems } from "../../../names.ts";
import { linkOf } from "../../cast/links.ts";
import type { Stage } from "../../stage.ts";
import { literally } from "../statement/statement.ts";
import { replaced, withVersion } from "./kept-version.ts";

/**
 * Updates whose version is compared and raised in the code of a library, `.set(SEAT.VERSION, seat.version + 1).where(SEAT.VERSION.eq(seat.version))`:
 * by what was read of the row itself, or by what another row says of it, `hold.seatVersion`. Null where none does.
 */
export function versionsInCode(
  steps: Step[],
  text: string,
  { tables, endpoint }: Stage,
): { steps: Step[]; said: string } | null {
  const several = new Map<Step, Step[]>();
  let said = "";
  const all = plainSteps(steps);
  for (const [n, step] of all.entries()) {
    const table = "update" in step ? tables.find(({ name }) => name === step.update) : undefined;
    if (!("update" in step) || table === undefined) continue;
    const raised = raisedIn(text, table, step);
    if (raised === undefined || Object.hasOwn(step.set, raised.column)) continue;
    const { column, by } = raised;
    const [row = "", name = ""] = by.split(".").slice(-2);
    const isOwn = isSameName(name, column) && isOf(row, table);
    const before = new Set(all.slice(0, n).map(tableIn));
    const other = tables.find((one) => one !== table && before.has(one.name) && isOf(row, one));
    const kept = other?.columns.find((one) => isSameName(one.name, name));
    const own = { sets: `${column} = ${column} + 1`, where: `${column} = $1` };
    const versioned = isOwn
      ? withVersion(step, own, table, whenTaken(endpoint))
      : other === undefined || kept === undefined || linkOf(table, other) !== null
        ? null
        : [comparing(step, column, `$${other.name}.${kept.name}`)];
    if (versioned === null) continue;
    several.set(step, versioned);
    said = `${column} is ${by} and becomes ${by} + 1`;
  }
  return several.size === 0 ? null : { steps: replaced(steps, several), said };
}

const comparing = (step: UpdateStep, column: string, by: string): UpdateStep => ({
  ...step,
  set: { ...step.set, [column]: { add: [by, 1] } },
  where: { ...step.where, [column]: by },
});

const isOf = (variable: string, { name }: Table): boolean => stems(variable).join("") === stems(name).join("");

interface Raised {
  column: string;
  /** What it is compared with and what it is one more than, `seat.version`. */
  by: string;
}

/** A version of a table that code raises by one beside what a step writes, where the same code asks that it is still what it was. */
function raisedIn(text: string, table: Table, { set }: UpdateStep): Raised | undefined {
  const column = table.columns.find(({ name, type }) => isVersion.test(name) && /int|serial|numeric/.test(type))?.name;
  if (column === undefined) return undefined;
  const called = literally(column);
  const raise = new RegExp(
    String.raw`\b${called}["']?\W{1,6}((?:\w{1,40}\.){1,3}\w{1,40})\s{0,3}\+\s{0,3}1(?!\d)`,
    "gi",
  );
  for (const { index, 1: by = "" } of text.matchAll(raise)) {
    const before = text.slice(Math.max(0, index - near), index);
    const behind = text.slice(index, index + near);
    const compare = new RegExp(String.raw`\b${called}["']?\W{1,5}(?:eq\b\W{0,3})?${literally(by)}\b(?!\s{0,3}\+)`, "i");
    const begins = before.toLowerCase().lastIndexOf("update");
    const written = `${before.slice(begins)}${behind.split(/update/i)[0] ?? ""}`;
    const isWritten = Object.values(set).every(
      (value) =>
        typeof value !== "string" || value.startsWith("$") || new RegExp(`\\b${literally(value)}\\b`).test(written),
    );
    if (begins !== -1 && isWritten && compare.test(before + behind)) return { column, by };
  }
  return undefined;
}

const isVersion = /(?:^|_)(?:version|revision|rev|versao|versione|wersja|versie)$/i;

/** How far a call's parts are from each other. */
const near = 300;
