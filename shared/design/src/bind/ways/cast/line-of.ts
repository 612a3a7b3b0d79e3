import type { Table } from "@proofroom/domain/design/model";
import type { TableRole } from "@proofroom/domain/problem/way";
import { hangsOn, linkOf } from "./links.ts";
import { type Cast, played, type PlayedTable } from "./played.ts";

/**
 * The table that plays a role for one which refers to nothing that the role is about: of an order that names no seat the lines do, which
 * hang on it. Rows of which one is about several others, as a hold of several seats, have as many lines, so they stay as they are.
 */
export function lineOf(one: PlayedTable, role: TableRole, free: Table[], cast: Cast): PlayedTable {
  const about = (role.shape?.refers ?? []).flatMap((other) => cast.get(other)?.table ?? []);
  const [first, ...others] = about;
  const isOne = first !== undefined && others.every((other) => linkOf(other, first) !== null);
  if (role.shape?.once !== true || !isOne || about.some((other) => linkOf(one.table, other) !== null)) return one;
  const lines = free.filter((table) => hangsOn(table, one.table) && about.some((other) => hangsOn(table, other)));
  const [line, ...more] = lines;
  return line === undefined || more.length > 0 ? one : played(role, line);
}
