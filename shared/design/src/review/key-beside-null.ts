import { isNeeded } from "@proofroom/domain/design/column-needed";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import { ownersBeside } from "../bind/key/idempotency.ts";
import { placeOf } from "./schema-text.ts";
import type { Review } from "./seen.ts";

/** Nulls are never alike: `unique (user_id, idempotency_key)` holds apart nothing of whoever has no account. */
export const reviewKeyBesideNull: Review = (seen, tell) => {
  if (/\bnulls\s+not\s+distinct\b/i.test(seen.texts.schema)) return;
  for (const { operation } of seen.served ?? []) {
    const [name = "", key = ""] = operation.idempotency?.column.split(".") ?? [];
    const table = seen.schema?.tables.find((one) => one.name === name);
    const owners = table === undefined ? [] : (ownersBeside(table, key) ?? []);
    const empty = table?.columns.find((column) => column.nullable && owners.includes(column.name));
    if (table === undefined || empty === undefined) continue;
    const filling = plainSteps(operation.steps).find((step) => tableFilled(step) === name);
    // Of a free row that is filled a check may want it.
    if (filling !== undefined && isNeeded(empty, filling, table)) continue;
    tell("key-beside-null", {
      ...placeOf(seen, table, empty),
      message: `${name}.${key} is unique only with ${empty.name}, which may be empty, and two empty ones are never alike: a repeat of ${operation.opId} without it makes a second row. Let it be not null, or write unique nulls not distinct (…).`,
    });
  }
};
