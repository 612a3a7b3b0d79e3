import { isMoment } from "@proofroom/domain/design/moment";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isEnd } from "../bind/ending.ts";
import { placeOf } from "./schema-text.ts";
import type { Review } from "./seen.ts";

/** A time after which a row no longer holds, where the endpoint that sends whoever asks to the row's address does not look at it. */
export const reviewEnds: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? []) {
    const ends = table.columns.filter((column) => isMoment(column) && isEnd(column.name));
    for (const { operation, read } of seen.served ?? []) {
      const steps = plainSteps(operation.steps);
      const isSentOn =
        steps.some((step) => "get" in step && step.get === table.name) && steps.some((s) => "redirect" in s);
      const [end] = ends.filter(({ name }) => !JSON.stringify(operation.steps).includes(JSON.stringify(name)));
      if (read.operation !== null || !isSentOn || end === undefined) continue;
      const byDefault = end.default === undefined ? "" : `, ${end.default} unless it is written,`;
      return tell("end-not-run", {
        ...placeOf(seen, table, end),
        message: `${table.name}.${end.name}${byDefault} says until when a row holds, and ${operation.opId} is run without looking at it; declare 410 there, and what is over is answered so.`,
      });
    }
  }
};
