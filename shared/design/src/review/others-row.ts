import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isOwner } from "../bind/owner/caller.ts";
import { hashedLists, uniqueLists } from "../bind/column-of.ts";
import { placeOf } from "./schema-text.ts";
import type { Review } from "./seen.ts";

/** One row for what everybody sends, while each row is one person's: who sends it second finds it in no list of their own. */
export const reviewOthersRow: Review = (seen, tell) => {
  const operations = (seen.served ?? []).map(({ operation }) => operation);
  for (const { opId, steps, idempotency } of operations) {
    const told = new Set<string>();
    for (const step of plainSteps(steps)) {
      if (!("insert" in step)) continue;
      const table = seen.schema?.tables.find(({ name }) => name === step.insert);
      const taken = Object.entries(step.onConflict ?? {}).find(([, does]) => does === "return-existing")?.[0];
      if (table === undefined || taken === undefined) continue;
      // A key is its client's own, and nobody else sends it.
      if (idempotency?.column === `${table.name}.${taken}`) continue;
      const owner = table.columns.find((one) => isOwner(one, table) && isSent(step.values[one.name]));
      const lists = [...uniqueLists(table), ...hashedLists(table)].filter((list) => list.includes(taken));
      if (owner === undefined || lists.some((list) => list.includes(owner.name))) continue;
      // What is made of whose it is too is of nobody else.
      if (isMadeOf(step.values[taken], step.values[owner.name])) continue;
      const reader = operations.find((one) => listsBy(one, table, owner.name));
      // Each try of a code is an insert of its own.
      if (reader === undefined || told.has(step.insert)) continue;
      told.add(step.insert);
      tell("others-row", {
        ...placeOf(
          seen,
          table,
          table.columns.find(({ name }) => name === taken),
        ),
        message: `${table.name} has one row for each ${taken}, whoever sends it, and a row has one ${owner.name}: who sends the same second is answered by ${opId} with the first one's row, and ${reader.opId} never lists it for them. Make ${taken} unique together with ${owner.name}, or keep whose a row is beside it.`,
      });
    }
  }
};

const isSent = (value: unknown): boolean =>
  typeof value === "string" && /^\$(?:user$|header\.|body\.|query\.)/.test(value);

const isMadeOf = (made: unknown, owner: unknown): boolean =>
  typeof made === "object" && JSON.stringify(made).includes(JSON.stringify(owner));

const listsBy = ({ steps }: Operation, table: Table, owner: string): boolean =>
  plainSteps(steps).some(
    (step) => "list" in step && step.list === table.name && Object.hasOwn(step.where ?? {}, owner),
  );
