import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { successIn } from "../../../../api/success.ts";
import { isTextColumn } from "../../../../schema/column-kind.ts";
import { randomText } from "../../../code/random-text.ts";
import { columnOf } from "../../../column-of.ts";
import { fieldsOf } from "../../../fields.ts";
import { isKeyName } from "../../../key/idempotency.ts";
import { paymentPart } from "../../../payment.ts";
import type { Stage } from "../../stage.ts";

/** So many characters of a token whose column takes any number. */
const usual = 22;

/**
 * What a statement writes into a column by `token = ?`, `= :token` or `= UUID()`, where it is what tells a row from all others, is answered
 * to whoever asks, and is nothing that they sent: the service makes it, anew each time. Undefined of any other column.
 */
export function newToken(column: Column, written: string, table: Table, stage: Stage): Value | undefined {
  const { name, type } = column;
  const isMade = newId.test(written);
  if (type === "uuid" && isMade) return { uuid: true };
  if ((!isMade && !isBound.test(written)) || (type !== "uuid" && !isTextColumn(column))) return undefined;
  const isOthers = table.foreignKeys.some(({ columns }) => columns.includes(name)) || paymentPart(column) !== undefined;
  const isAlone = type === "uuid" || table.uniques.some((key) => key.length === 1 && key[0] === name);
  if (isOthers || !isAlone || isKeyName(name)) return undefined;
  const { body, parameters, responses } = stage.endpoint;
  const isIt = (field: string): boolean => columnOf(field, table, stage.senses)?.name === name;
  const isSent = [...fieldsOf(body), ...parameters].some((field) => isIt(field.name));
  const isAnswered = fieldsOf(successIn(responses)?.schema).some((field) => isIt(field.name));
  if (isSent || !isAnswered) return undefined;
  return type === "uuid" ? { uuid: true } : randomText(column, usual);
}

const newId = /^(?:gen_random_uuid|uuid_generate_v[14]|uuidv[47]|uuid|new_?uuid|new_?guid|newid)\s*\(/i;

/** A value that the code around a statement gives it: `?`, `:token`, `$1`, `@token`, `%s`, `%(token)s`, `${token}`, `#{token}`. */
export const isBound = /^(?:\?|[:@$]\w+|%s|%\(\w+\)s|[$#]\{[^{}]+\})\s*(?:::\s*\w+\s*)?["'`]*\s*$/;
