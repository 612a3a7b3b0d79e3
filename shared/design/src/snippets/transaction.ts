import type { Offer } from "@proofroom/domain/design/offer";
import type { Step, Value } from "@proofroom/domain/design/step";
import { columnOf, fillsItself } from "../bind/column-of.ts";
import { generated } from "../bind/convention/convention-insert.ts";
import { fieldsOf } from "../bind/fields.ts";
import { keyColumn } from "../bind/key/idempotency.ts";
import type { TableRead } from "../schema/catalog.ts";
import { askedOf, offerOf, type Site, type Snippet } from "./site.ts";
import { parted, pinned } from "./steps.ts";

/** A row together with one of a table that refers to it, both or none. */
export const transaction: Snippet = (site) => {
  const { work, answer } = parted(site.operation.steps);
  const [insert, ...others] = work;
  if (insert === undefined || !("insert" in insert) || others.length > 0) return [];
  const parent = site.tables.find(({ name }) => name === insert.insert);
  if (parent === undefined) return [];
  return site.tables.flatMap((child): Offer[] => {
    const values = child === parent ? null : valuesOf(child, parent, site);
    if (values === null) return [];
    const steps: Step[] = [{ transaction: [insert, { insert: child.name, values }] }, pinned(answer, parent, site)];
    const says = `Adds a row to ${parent.name}, and one to ${child.name} that refers to it: both, or none if one is refused.`;
    const { idempotency } = site.operation;
    return [offerOf(site, `Transaction with ${child.name}`, says, { steps, idempotency })];
  });
};

/** The referring row; null where it does not refer, keeps keys only, or something has to be filled that nothing fills. */
function valuesOf(child: TableRead, parent: TableRead, site: Site): Record<string, Value> | null {
  const key = child.foreignKeys.find(({ table }) => table === parent.name);
  if (key === undefined || keyColumn(child) !== undefined) return null;
  const values: Record<string, Value> = {};
  for (const [n, column] of key.columns.entries()) {
    const referred = key.references[n] ?? parent.primaryKey[n];
    if (referred === undefined) return null;
    values[column] = `$${parent.name}.${referred}`;
  }
  for (const { name } of fieldsOf(site.read.endpoint.body)) {
    const column = columnOf(name, child, site.senses);
    if (column !== undefined && !column.generated) values[column.name] ??= `$body.${name}`;
  }
  for (const column of child.columns) {
    if (Object.hasOwn(values, column.name) || fillsItself(column)) continue;
    const made = generated(column, askedOf(site, child));
    if (made !== undefined) values[column.name] = made;
    else if (!column.nullable) return null;
  }
  return values;
}
