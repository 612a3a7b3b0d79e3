import type { Column, Table } from "@proofroom/domain/design/model";
import type { UpdateStep, Value, Where } from "@proofroom/domain/design/step";
import { isWholeNumber } from "../../../../schema/column-kind.ts";
import { fieldsOf, isText } from "../../../fields.ts";
import { stems } from "../../../names.ts";
import { nextNumberIn } from "../../../sql/next-number.ts";
import { isBound, newToken } from "../statement/new-token.ts";
import { literally, updatesIn } from "../statement/statement.ts";
import type { Stage } from "../../stage.ts";

/**
 * What a written statement sets beside what its way does: a new id, the time now, the next number, a state
 * that there is, a field of the body, or what another column is known to be by what is asked of it: `set sold_to = held_by … where held_by = $2`.
 */
export function setBeside(
  sets: string,
  table: Table,
  { set, where }: Pick<UpdateStep, "set" | "where">,
  stage: Stage,
): Record<string, Value> {
  return Object.fromEntries(
    table.columns
      .filter(({ name, generated }) => !generated && !Object.hasOwn(set, name))
      .flatMap((column): [string, Value][] => {
        const { name, type } = column;
        const written = setTo(sets, name);
        if (written === undefined) return [];
        const state = column.values?.find((one) => written.startsWith(`'${one}'`));
        if (state !== undefined) return [[name, state]];
        if (type.startsWith("timestamp")) return timeNow.test(written) ? [[name, "$now"]] : [];
        const value =
          nextNumberIn(written) ??
          askedFor(written, column, where) ??
          newToken(column, written, table, stage) ??
          boundTo(column, written, Object.values(set), stage);
        return value === undefined ? [] : [[name, value]];
      }),
  );
}

/** `held_by_customer = $1`: the field of the body by whose name the column ends, where nothing else is filled with it. */
function boundTo(column: Column, written: string, filled: readonly Value[], { endpoint }: Stage): Value | undefined {
  const isNumber = isWholeNumber(column);
  if (!isBound.test(written)) return undefined;
  const own = stems(column.name);
  const found = fieldsOf(endpoint.body).filter((field) => {
    const words = stems(field.name);
    const isEnd = words.length > 0 && words.every((word, n) => own[own.length - words.length + n] === word);
    return isEnd && isText(field) !== isNumber && !filled.includes(`$body.${field.name}`);
  });
  const [only, other] = found;
  return only === undefined || other !== undefined ? undefined : `$body.${only.name}`;
}

/** What a column is that is asked to be what is sent: of another one that is set to it that is known, too. */
function askedFor(written: string, { name }: Column, where: Where): Value | undefined {
  const [, other = ""] = /^"?([a-z_]\w{0,62})"?\s*$/i.exec(written) ?? [];
  const known = other === name ? undefined : where[other];
  return typeof known === "string" && known.startsWith("$") && known !== "$now" ? known : undefined;
}

const timeNow = /^(?:now\s*\(\s*\)|current_timestamp|clock_timestamp\s*\(\s*\))\s*$/i;

/**
 * Whether a condition asks that a column is nothing which the documents fill in the same statement as another one: `booking_id is
 * null` tells of `booked_at` as well.
 */
export function asksOfTwin(where: string, column: string, table: Table, text: string): boolean {
  const together = updatesIn(text, table).filter(({ sets }) => isFilled(sets, column));
  return (
    together.length > 0 &&
    table.columns.some(
      ({ name, nullable }) =>
        nullable &&
        name !== column &&
        new RegExp(`\\b${literally(name)}"?\\s+is\\s+null\\b`, "i").test(where) &&
        together.every(({ sets }) => isFilled(sets, name)),
    )
  );
}

const isFilled = (sets: string, column: string): boolean => !/^null\b/i.test(setTo(sets, column) ?? "null");

/** What a column is set to, as it is written. */
const setTo = (sets: string, column: string): string | undefined =>
  new RegExp(`(?:^|[\\s,"])${literally(column)}"?\\s*=\\s*([^,\\n]{1,80})`, "i").exec(sets)?.[1]?.trim();
