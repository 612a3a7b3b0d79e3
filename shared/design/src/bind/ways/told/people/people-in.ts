import type { Column, Table } from "@proofroom/domain/design/model";
import { callerFor } from "../../../owner/caller.ts";
import { isPerson, referenceTo, type Stage } from "../../stage.ts";

/** Columns of whoever holds a row, with who asks. */
export function peopleIn(table: Table, stage: Stage): [string, string][] {
  return [...stage.cast.values()].flatMap((player) =>
    player.table !== table
      ? []
      : [...player.columns].flatMap(([role, { column }]): [string, string][] => {
          const who = isPerson(role) ? (referenceTo(role, stage) ?? keptCaller(column, table, stage)) : undefined;
          return who === undefined ? [] : [[column.name, who]];
        }),
  );
}

/** Whoever asks, where no field names them and another endpoint keeps its caller in the column. */
function keptCaller(column: Column, { name }: Table, { endpoint, keepsWho }: Stage): string | undefined {
  const who = callerFor(column, endpoint);
  return keepsWho(name, column.name, endpoint) === who ? who : undefined;
}
