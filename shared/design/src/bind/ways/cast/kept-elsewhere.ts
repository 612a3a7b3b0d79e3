import type { TableRole } from "@proofroom/domain/problem/way";
import { type Cast, isPlayed, type PlayedTable } from "./played.ts";

/**
 * Whether a role's rows are kept in those of one that they would refer to: a reservation without an end that says by the same column as the
 * seat of which hold it is comes of the hold that the seat's row is.
 */
export const isKeptElsewhere = (name: string, player: PlayedTable, { shape }: TableRole, cast: Cast): boolean =>
  shape !== undefined &&
  shape.has.length > 0 &&
  !shape.has.some((column) => isPlayed(player, column)) &&
  shape.refers.some((other) => {
    const kept = cast.get(other);
    const key = kept?.columns.get(name)?.column.name;
    return (
      kept !== undefined &&
      key !== undefined &&
      shape.has.every((column) => isPlayed(kept, column)) &&
      !player.table.primaryKey.includes(key) &&
      player.table.columns.some((column) => column.name === key)
    );
  });
