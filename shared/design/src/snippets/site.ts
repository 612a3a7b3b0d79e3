import type { Edit } from "@proofroom/domain/design/finding";
import type { Component, Operation } from "@proofroom/domain/design/model";
import type { Offer } from "@proofroom/domain/design/offer";
import type { Where } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import type { Asked } from "../bind/asking/asked.ts";
import { isTableName } from "../bind/steps/check-references.ts";
import { keptIn } from "../bind/column-of.ts";
import { fieldsOf } from "../bind/fields.ts";
import { keyOf } from "../bind/convention/key-of.ts";
import type { Sense } from "../bind/sense.ts";
import { type Operation as Said, writeOperation } from "../bind/steps/write-operation.ts";
import type { Seen } from "../review/seen.ts";
import type { TableRead } from "../schema/catalog.ts";

/** An endpoint as it is bound, with all that a snippet for it may use. */
export interface Site {
  seen: Seen;
  read: EndpointRead;
  operation: Operation;
  capability: Capability | undefined;
  /** Those whose rows a step can speak of. */
  tables: TableRead[];
  senses: Sense[];
  /** Queues to which a service could publish. */
  queues: Component[];
}

export type Snippet = (site: Site) => Offer[];

/** Steps as an offer; where the document spells some out already, it says that they are replaced. */
export function offerOf({ seen, read }: Site, label: string, says: string, said: Said, more: Edit[] = []): Offer {
  const edits = [writeOperation(seen.texts.api, read, said), ...more];
  return { label: read.operation === null ? label : `${label}, in place of its x-operation`, says, edits };
}

/** Tables that a step can speak of: `$orders.id` is a row's, `$item.id` is not. */
export const speakable = (tables: TableRead[]): TableRead[] => tables.filter(({ name }) => isTableName(name));

export const askedOf = ({ read, capability, senses }: Site, table: TableRead): Asked => ({
  endpoint: read.endpoint,
  table,
  capability,
  senses,
});

/** The condition that names one row of a table by what the request carries; null where it names none. */
export function rowNamed(site: Site, table: TableRead): Where | null {
  const { where, unknown } = keyOf(askedOf(site, table));
  if (unknown.length > 0) return null;
  const named: Where = { ...where };
  for (const { name } of fieldsOf(site.read.endpoint.body)) {
    const kept = keptIn(name, table, site.senses);
    if (kept !== undefined && kept.by !== "alias" && !Object.hasOwn(named, kept.column.name) && isKey(table, kept))
      named[kept.column.name] = `$body.${name}`;
  }
  const keys = [table.primaryKey, ...table.uniques];
  const isOne = keys.some((key) => key.length > 0 && key.every((column) => Object.hasOwn(named, column)));
  return isOne ? named : null;
}

const isKey = ({ primaryKey }: TableRead, { column }: { column: { name: string } }): boolean =>
  primaryKey.includes(column.name);
