import { isMoment } from "@proofroom/domain/design/moment";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isEnd } from "../bind/ending.ts";
import { placeOf } from "./schema-text.ts";
import type { Review } from "./seen.ts";

/**
 * A time after which a row no longer holds, where the endpoint that sends whoever asks to the row's address does not look at it; or
 * does, and the schema gives each row such a time, whoever made it.
 */
export const reviewEnds: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? []) {
    const ends = table.columns.filter((column) => isMoment(column) && isEnd(column.name));
    for (const { operation, read } of seen.served ?? []) {
      const steps = plainSteps(operation.steps);
      const isSentOn =
        steps.some((step) => "get" in step && step.get === table.name) && steps.some((s) => "redirect" in s);
      if (read.operation !== null || !isSentOn) continue;
      const isLookedAt = (name: string): boolean => JSON.stringify(operation.steps).includes(JSON.stringify(name));
      const unseen = ends.find(({ name }) => !isLookedAt(name));
      if (unseen !== undefined) {
        const byDefault = unseen.default === undefined ? "" : `, ${unseen.default} unless it is written,`;
        return tell("end-not-run", {
          ...placeOf(seen, table, unseen),
          message: `${table.name}.${unseen.name}${byDefault} says until when a row holds, and ${operation.opId} is run without looking at it; declare 410 there, and what is over is answered so.`,
        });
      }
      const everyones = ends.find(({ nullable, default: set }) => !nullable && set !== undefined);
      if (everyones !== undefined)
        return tell("every-row-ends", {
          ...placeOf(seen, table, everyones),
          message: `Each row of ${table.name} ends by ${everyones.name}, ${everyones.default}, and then ${operation.opId} does not find it, which no test waits for. Where a row has to be there for good, leave ${everyones.name} out, or empty unless its maker wants an end.`,
        });
    }
  }
};
