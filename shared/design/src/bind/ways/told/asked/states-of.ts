import type { Table } from "@proofroom/domain/design/model";
import type { Stage } from "../../stage.ts";

/** The words for the states of a table's rows, also those of which nobody knows what they mean. */
export const statesOf = (table: Table, { cast }: Pick<Stage, "cast">): string[] =>
  [...cast.values()].flatMap((player) =>
    player.table === table
      ? [...player.columns.values()].flatMap(({ column, values }) =>
          values.size === 0 ? [] : [...new Set([...values.values(), ...(column.values ?? [])])],
        )
      : [],
  );
