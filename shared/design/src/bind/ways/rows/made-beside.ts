import type { ForeignKey, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { mustBeFilled } from "../../column-of.ts";
import type { Assumed } from "../../convention/made-up.ts";
import { type Filled, fillRow } from "./fill-row.ts";
import { nameScore } from "../cast/name-score.ts";
import { played, type PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";
import type { Shown } from "../needs.ts";
import { asInserted } from "./as-inserted.ts";
import { comesWith } from "./comes-with.ts";
import { tableWords } from "../told/statement/table-words.ts";
import { valuesOf } from "./template.ts";
import { wentThrough } from "./went-through.ts";

interface MadeBeside {
  steps: Step[];
  /** The columns that refer to what is made. */
  values: Record<string, Value>;
  assumed: Assumed[];
  /** What is made, each under a name that no role has. */
  players: [name: string, player: PlayedTable][];
}

/**
 * Rows that a new one cannot be without and that nobody can have put there: a booking's payment is of a hold, so it comes with the
 * request that confirms that, and so does the order of a ticket. `said` is what the way says of the new row.
 */
export function madeBeside(
  role: string,
  said: unknown,
  { values }: Filled,
  touched: string[],
  stage: Stage,
  shown: Pick<Shown, "insertsInto" | "setsIn">,
): MadeBeside {
  const made: MadeBeside = { steps: [], values: {}, assumed: [], players: [] };
  const table = stage.cast.get(role)?.table;
  for (const key of table?.foreignKeys ?? []) {
    const target = stage.tables.find(({ name }) => name === key.table);
    if (table === undefined || target === undefined || target === table || !isOpen(key, table, values)) continue;
    if ([...stage.cast.values()].some((player) => player.table === target)) continue;
    if (!isWhole(role, target, stage) && !comesWith(target, role, touched, stage, shown)) continue;
    const written = asInserted(shown.insertsInto(target) ?? new Map(), target, stage);
    const player = playing(role, target, written, stage);
    const beside = `beside${made.players.length}`;
    const inIt: Stage = { ...stage, cast: new Map([...stage.cast, [beside, player]]) };
    const through = wentThrough(target, shown.setsIn(target));
    const filled = fillRow(beside, { ...written, ...valuesOf(said, player, inIt), ...through }, touched, inIt);
    if (filled.gaps.length > 0 || filled.toRead.length > 0) continue;
    made.steps.push(...filled.reads, { insert: target.name, values: filled.values });
    made.assumed.push(...filled.assumed);
    made.players.push([beside, player]);
    for (const [n, column] of key.columns.entries()) {
      made.values[column] = `$${target.name}.${key.references[n] ?? column}`;
    }
  }
  return made;
}

const isOpen = ({ columns }: ForeignKey, table: Table, values: Record<string, Value>): boolean =>
  columns.every((name) => !Object.hasOwn(values, name)) &&
  table.columns.some((column) => columns.includes(column.name) && mustBeFilled(column));

/** A table is called as a role, so its columns mean the same; of any other a state does that has the words for it, unless it is written. */
function playing(
  role: string,
  table: Table,
  written: Record<string, Value>,
  { tables, capability }: Stage,
): PlayedTable {
  const wanted = capability.ways?.roles[role];
  if (wanted === undefined) return { table, columns: new Map() };
  const player = played(wanted, table);
  if (nameScore(wanted.names, tableWords(tables)(table)) > anyWord) return player;
  const columns = [...player.columns].filter(
    ([, { column, spelled }]) => spelled.size > 0 && !Object.hasOwn(written, column.name),
  );
  return { table, columns: new Map(columns) };
}

/** Whether rows of a table are what those of a role are parts of, by its name, and come with them: the order of a ticket. */
function isWhole(role: string, table: Table, { tables, capability }: Stage): boolean {
  const wanted = capability.ways?.roles[role];
  if (wanted === undefined || Object.keys(wanted.idle).length > 0) return false;
  const words = tableWords(tables)(table);
  return nameScore(wanted.names, words) > anyWord && nameScore(wanted.after, words) === 0;
}

/** `ticket_types` are no tickets. */
const anyWord = 1;
