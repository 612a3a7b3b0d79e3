import type { Where } from "@proofroom/domain/design/step";
import type { Asked } from "../asking/asked.ts";
import { callerFor, isOwner } from "./caller.ts";

/** Of a table whose rows are kept as their caller's by another endpoint, those of whoever asks here; what is asked for comes first. */
export function ownRows({ endpoint, table, keepsWho }: Asked, where: Where): Where {
  const own = table.columns.flatMap((column): [string, string][] => {
    const caller = callerFor(column, endpoint);
    const isKept = isOwner(column, table) && keepsWho?.(column.name) === caller;
    return isKept && !Object.hasOwn(where, column.name) ? [[column.name, caller]] : [];
  });
  return { ...where, ...Object.fromEntries(own) };
}
