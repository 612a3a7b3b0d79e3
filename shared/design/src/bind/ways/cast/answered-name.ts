import type { Value } from "@proofroom/domain/design/step";
import type { Column, Table } from "@proofroom/domain/design/model";
import { isTextColumn } from "../../../schema/column-kind.ts";
import { successIn } from "../../../api/success.ts";
import { columnOf } from "../../column-of.ts";
import { fieldsOf } from "../../fields.ts";
import { isKeyName } from "../../key/idempotency.ts";
import { paymentPart } from "../../payment.ts";
import type { Stage } from "../stage.ts";
import { randomText } from "../../code/random-text.ts";
import type { Cast, Played } from "./played.ts";

type Asking = Pick<Stage, "endpoint" | "senses">;

/**
 * A cast in which the row that is there before has its name for what is begun on it, whatever that is called: `jeton uuid` of a seat
 * is the hold's, where the endpoint answers it, nobody sends it, and no table keeps holds.
 */
export function withAnsweredName(
  cast: Cast,
  { endpoint, senses, capability }: Asking & Pick<Stage, "capability">,
): Cast {
  const { roles = {} } = capability.ways ?? {};
  return new Map(
    [...cast].map(([role, player]) => {
      const wanted = roles[role];
      const isThereBefore = Object.keys(wanted?.idle ?? {}).length > 0;
      const [field, ...more] = Object.keys(capability.out).filter(
        (one) => isThereBefore && wanted?.columns[one] !== undefined && !player.columns.has(one) && !cast.has(one),
      );
      if (field === undefined || more.length > 0) return [role, player];
      const taken = new Set([...player.columns.values()].map(({ column }) => column.name));
      const [column, ...others] = player.table.columns.filter(
        (one) => isEmptyAtFirst(one) && !taken.has(one.name) && isAnsweredAnew(one, player.table, { endpoint, senses }),
      );
      if (column === undefined || others.length > 0) return [role, player];
      const newName = newNameIn(column);
      const named: Played = { column, newName, values: new Map(), spelled: new Set(), isGuess: false };
      return [role, { ...player, columns: new Map([...player.columns, [field, named]]) }];
    }),
  );
}

const isEmptyAtFirst = ({ nullable, default: standard }: Column): boolean => nullable && standard === undefined;

/** So many characters of a name whose column takes any number. */
const usual = 22;

export const newNameIn = (column: Column): Value =>
  column.type === "uuid" ? { uuid: true } : randomText(column, usual);

/** Whether a column tells a row from all others, is answered to whoever asks, and is nothing that they sent: the service makes it, anew each time. */
export function isAnsweredAnew(column: Column, table: Table, { endpoint, senses }: Asking): boolean {
  const { name, type } = column;
  if (type !== "uuid" && !isTextColumn(column)) return false;
  const isOthers = table.foreignKeys.some(({ columns }) => columns.includes(name)) || paymentPart(column) !== undefined;
  const isAlone = type === "uuid" || table.uniques.some((key) => key.length === 1 && key[0] === name);
  if (isOthers || !isAlone || isKeyName(name)) return false;
  const { body, parameters, responses } = endpoint;
  const isIt = (field: string): boolean => columnOf(field, table, senses)?.name === name;
  const isSent = [...fieldsOf(body), ...parameters].some((field) => isIt(field.name));
  return !isSent && fieldsOf(successIn(responses)?.schema).some((field) => isIt(field.name));
}
