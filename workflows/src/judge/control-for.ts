import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import { controlOf } from "../targets/local/control.ts";
import type { Control } from "./served.ts";

/** What tests ask of a deployment beside its endpoint; a table that is not there has no rows. */
export function controlFor({ socketPath }: Pick<Deployment, "socketPath">): Control {
  const control = controlOf(socketPath);
  return {
    advanceClock: async (millis) => void (await control.advanceClock(millis)),
    repeatDraw: (text, isNew) => control.repeatDraw(text, isNew),
    linger: (millis) => control.linger(millis),
    rowCount: async (table) => (await control.rowCount(table)) ?? 0,
    settle: () => control.settle(),
    insertRow: (row) => control.insertRow(row),
  };
}
