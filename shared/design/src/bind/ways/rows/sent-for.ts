import type { Value } from "@proofroom/domain/design/step";
import { isMoment } from "@proofroom/domain/design/moment";
import { fieldsOf, isArray } from "../../fields.ts";
import { isKeyName } from "../../key/idempotency.ts";
import { isSameName } from "../../names.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";

/**
 * What a request carries beside that which it is about, and a row that it changes has a column for: of
 * `POST /holds/{id}/confirm {payment_intent}` the hold's `payment_intent`.
 */
export function sentFor({ table, columns }: PlayedTable, { endpoint, inputs }: Stage): Record<string, Value> {
  // A payment's reference may be one of a kind, and tells no row apart from others all the same.
  const kinds = table.uniques.filter((columns) => columns.length > 1);
  const named = [table.primaryKey, ...kinds, ...table.foreignKeys.map((key) => key.columns)].flat();
  const played = [...columns.values()].map(({ column }) => column.name);
  const own = table.columns.filter(
    (column) =>
      column.nullable &&
      !column.generated &&
      !isMoment(column) &&
      !isKeyName(column.name) &&
      !named.includes(column.name) &&
      !played.includes(column.name),
  );
  const sent = fieldsOf(endpoint.body).filter(
    ({ name, schema }) =>
      !isArray(schema) && !Object.values(inputs).some((input) => input.in === "body" && input.name === name),
  );
  return Object.fromEntries(
    own.flatMap((column) => {
      const field = sent.find(({ name }) => isSameName(name, column.name));
      return field === undefined ? [] : [[column.name, `$body.${field.name}`]];
    }),
  );
}
