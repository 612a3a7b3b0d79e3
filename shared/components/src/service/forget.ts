import type { Kept } from "@proofroom/domain/design/through-cache";
import type { Cache } from "./cache.ts";
import { keyOfRow } from "./cached-row.ts";
import type { Row } from "./scope.ts";

/** Which rows one request has written so far; a row is as it is now, or as its condition said that it was. */
export type Written = { table: string; row: Row }[];

/** Deletes from the caches whatever they hold of these rows. What the database changes by itself, such as what a foreign key deletes along, stays until its time is up. */
export async function forget(
  written: Written,
  kept: readonly Kept[],
  caches: ReadonlyMap<string, Cache>,
): Promise<void> {
  const keys = new Map<string, Set<string>>();
  for (const { table, row } of written) {
    for (const one of kept.filter((k) => k.table === table)) {
      const key = keyOfRow(one.key, row);
      if (key !== null) keys.set(one.in, (keys.get(one.in) ?? new Set<string>()).add(key));
    }
  }
  await Promise.all([...keys].map(async ([id, own]) => caches.get(id)?.remove([...own])));
}
