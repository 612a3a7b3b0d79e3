import type { Table } from "@proofroom/domain/design/model";
import { mustBeFilled } from "../../column-of.ts";
import { fieldsOf } from "../../fields.ts";
import { isKeyName } from "../../key/idempotency.ts";
import { isSameName } from "../../names.ts";
import type { Stage } from "../stage.ts";

/**
 * Of a key of several columns, some of which are named, those that no field of the capability stands for and the request carries under
 * their own names: `/shows/{show_id}/seats/{row_no}/{seat_no}` names a row by all three.
 */
export function restOfKey(
  named: readonly string[],
  { columns, primaryKey, uniques, foreignKeys }: Table,
  { endpoint, inputs }: Pick<Stage, "endpoint" | "inputs">,
): Record<string, string> {
  const known = Object.values(inputs).map(({ name }) => name);
  const sent = [
    ...endpoint.parameters.flatMap(({ in: where, name }) => (where === "path" ? [{ name, is: `$path.${name}` }] : [])),
    ...fieldsOf(endpoint.body).map(({ name }) => ({ name, is: `$body.${name}` })),
  ].filter(({ name }) => !known.includes(name));
  const rest = [primaryKey, ...uniques, ...foreignKeys.map((key) => key.columns)]
    .filter((key) => key.some((column) => named.includes(column)))
    .flat();
  const missing = columns.filter(
    (column) =>
      rest.includes(column.name) && !named.includes(column.name) && !isKeyName(column.name) && mustBeFilled(column),
  );
  return Object.fromEntries(
    missing.flatMap(({ name }) => {
      const found = sent.find((one) => isSameName(one.name, name));
      return found === undefined ? [] : [[name, found.is]];
    }),
  );
}
