import type { Step, Where } from "@proofroom/domain/design/step";
import { isRecord } from "../../fields.ts";
import { unmarkingLive } from "../cast/live-mark.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";
import { valuesOf } from "./template.ts";

/**
 * Rows that make room for another: gone, or in the state that the schema spells for that, where no row of that state is in the way.
 * It is looked for first, since an update that finds nothing is a refusal.
 */
export function makingRoom(player: PlayedTable, ended: Where, state: unknown, stage: Stage): Step[] {
  const { table, columns } = player;
  const live = unmarkingLive(table, ended, stage);
  const where = live?.where ?? ended;
  const said = valuesOf(state, player, stage);
  const isSpelled = ([name, meaning]: [string, unknown]): boolean =>
    typeof meaning === "string" && columns.get(name)?.spelled.has(meaning) === true;
  const isInTheWay = table.indexes.some(
    ({ unique, only }) => unique && only?.some(({ column, values }) => values.some((one) => one === said[column])),
  );
  const isKept = isRecord(state) && !isInTheWay && Object.entries(state).every(isSpelled);
  const set = { ...(isKept ? said : {}), ...live?.set };
  if (!isKept && Object.keys(set).length === 0) return [{ delete: table.name, where }];
  const own = Object.fromEntries(table.primaryKey.map((column) => [column, `$${table.name}.${column}`]));
  const still = Object.fromEntries(Object.entries(where).filter(([column]) => Object.hasOwn(set, column)));
  const row = table.primaryKey.length === 0 ? where : { ...own, ...still };
  return [
    { get: table.name, by: where },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    { if: { found: true }, then: [{ update: table.name, set, where: row }] },
  ];
}
