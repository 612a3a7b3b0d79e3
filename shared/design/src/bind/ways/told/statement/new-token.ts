import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { isAnsweredAnew, newNameIn } from "../../cast/answered-name.ts";
import type { Stage } from "../../stage.ts";

/**
 * What a statement writes into a column by `token = ?`, `= :token` or `= UUID()`, where it is what tells a row from all others, is answered
 * to whoever asks, and is nothing that they sent: the service makes it, anew each time. Undefined of any other column.
 */
export function newToken(column: Column, written: string, table: Table, stage: Stage): Value | undefined {
  const { type } = column;
  const isMade = newId.test(written);
  if (type === "uuid" && isMade) return { uuid: true };
  if ((!isMade && !isBound.test(written)) || !isAnsweredAnew(column, table, stage)) return undefined;
  return newNameIn(column);
}

const newId = /^(?:gen_random_uuid|uuid_generate_v[14]|uuidv[47]|uuid|new_?uuid|new_?guid|newid)\s*\(/i;

/** A value that the code around a statement gives it: `?`, `:token`, `$1`, `@token`, `%s`, `%(token)s`, `${token}`, `#{token}`. */
export const isBound = /^(?:\?|[:@$]\w+|%s|%\(\w+\)s|[$#]\{[^{}]+\})\s*(?:::\s*\w+\s*)?["'`]*\s*$/;
