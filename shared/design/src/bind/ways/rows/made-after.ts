import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { keyReference } from "@proofroom/domain/design/key-words";
import type { TableRole } from "@proofroom/domain/problem/way";
import { successIn } from "../../../api/success.ts";
import { mustBeFilled } from "../../column-of.ts";
import { fieldsOf } from "../../fields.ts";
import { keyColumn, keySource } from "../../key/idempotency.ts";
import type { Assumed } from "../../convention/made-up.ts";
import { plain, singular } from "../../names.ts";
import { fillRow } from "./fill-row.ts";
import { comesOf, linkOf } from "../cast/links.ts";
import { nameScore } from "../cast/name-score.ts";
import type { Shown } from "../needs.ts";
import { played, type PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";
import { tableWords } from "../told/statement/table-words.ts";
import { valuesOf } from "./template.ts";

interface MadeAfter {
  steps: Step[];
  assumed: Assumed[];
  /** What is made, each under a name that no role has. */
  players: [name: string, player: PlayedTable][];
}

/**
 * Rows that come of a new one and refer to it. A booking's payment is one where it keeps the key of the request and the booking itself does
 * not, or where it is told that it is written; the lines of an order are, where they alone say of which seats it is. `values` is what the way
 * says of the new row, and `beside` what is made before it.
 */
export function madeAfter(
  role: string,
  { values, beside, touched }: { values: unknown; beside: [name: string, player: PlayedTable][]; touched: string[] },
  stage: Stage,
  shown: Shown,
): MadeAfter {
  const made: MadeAfter = { steps: [], assumed: [], players: [] };
  const wanted = stage.capability.ways?.roles[role];
  const table = stage.cast.get(role)?.table;
  if (wanted === undefined || table === undefined) return made;
  const players = [...stage.cast.values()].map((player) => player.table);
  const near = [table, ...beside.map(([, player]) => player.table)];
  const known = [...touched, ...beside.map(([name]) => name)];
  for (const target of stage.tables) {
    const of = near.find((one) => comesOf(target, one));
    if (of === undefined || near.includes(target) || players.includes(target)) continue;
    const isPaid = nameScore(wanted.after, tableWords(stage.tables)(target)) > 0;
    const isWritten =
      isPaid && (isTold(target, shown) || isAnswered(target, stage) || (keepsKey(target, stage) && !near.some(hasKey)));
    if (!isWritten && !(of === table && saysWhat(target, table, wanted, stage))) continue;
    const player = played(wanted, target);
    const behind = `behind${made.players.length}`;
    const inIt: Stage = { ...stage, cast: new Map([...stage.cast, ...beside, [behind, player]]) };
    const filled = fillRow(behind, { ...valuesOf(values, player, inIt), ...keyFor(target, stage) }, known, inIt);
    if (filled.gaps.length > 0 || filled.toRead.length > 0) continue;
    made.steps.push(...filled.reads, { insert: target.name, values: filled.values });
    made.assumed.push(...filled.assumed);
    made.players.push([behind, player]);
  }
  return made;
}

/** Whether the answer names a row of a table: `ticket_id`. */
const isAnswered = ({ name }: Table, { endpoint }: Stage): boolean =>
  fieldsOf(successIn(endpoint.responses)?.schema).some((field) => plain(field.name) === `${singular(plain(name))}id`);

const hasKey = (table: Table): boolean => keyColumn(table) !== undefined;

/** Whether rows of one table refer to something that a role is about and that those of the other, which they hang on, do not. */
function saysWhat(target: Table, table: Table, { shape }: TableRole, { cast }: Stage): boolean {
  const about = (shape?.refers ?? []).flatMap((role) => cast.get(role)?.table ?? []);
  return about.some((one) => comesOf(target, one) && linkOf(table, one) === null);
}

const keepsKey = (table: Table, { endpoint, capability }: Stage): boolean =>
  hasKey(table) && keySource(endpoint, capability.idempotentBy) !== undefined;

/** The request's key, where a row has to have it. */
function keyFor(table: Table, { endpoint, capability }: Stage): Record<string, string> {
  const source = keySource(endpoint, capability.idempotentBy);
  const column = table.columns.find(({ name }) => name === keyColumn(table));
  return source === undefined || column === undefined || !mustBeFilled(column)
    ? {}
    : { [column.name]: keyReference(source) };
}

function isTold({ name }: Table, { tellsOf }: Shown): boolean {
  const one = singular(name);
  return [`into ${name}`, `into \`${name}`, `${one} row`, `row in ${name}`, `row of ${name}`, `${one} record`].some(
    tellsOf,
  );
}
