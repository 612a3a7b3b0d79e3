import { isMoment } from "@proofroom/domain/design/moment";
import type { Step } from "@proofroom/domain/design/step";
import type { Assumed } from "../../convention/made-up.ts";
import { isTimeRange } from "../told/time/endless.ts";
import { asInserted } from "./as-inserted.ts";
import { fillRow } from "./fill-row.ts";
import { readOf } from "./key-of.ts";
import { markingLive } from "../cast/live-mark.ts";
import { madeAfter } from "./made-after.ts";
import { madeBeside } from "./made-beside.ts";
import type { Shown } from "../needs.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";
import { valuesOf } from "./template.ts";

interface Making {
  stage: Stage;
  shown: Shown;
  gaps: string[];
  assumed: Assumed[];
  made: [name: string, player: PlayedTable][];
}

/** The new row, before it those that it refers to by what the request does not carry, and behind it those that come of it. */
export function newRow(
  role: string,
  template: Record<string, unknown>,
  touched: string[],
  { stage, shown, gaps, assumed, made: others }: Making,
): Step[] | null {
  const player = stage.cast.get(role);
  if (player === undefined) return [];
  const written = asInserted(shown.insertsInto(player.table) ?? new Map(), player.table, stage);
  const said = { ...written, ...valuesOf(template["values"], player, stage) };
  // How long a hold lasts is the design's to say, if it does.
  const ownTimes = player.table.columns.filter(
    (column) => column.default !== undefined && (isMoment(column) || isTimeRange(column)),
  );
  for (const { name } of ownTimes) delete said[name];
  const filled = fillRow(role, said, touched, stage);
  const steps: Step[] = [];
  for (const other of filled.toRead) {
    const read = readOf(other, touched, stage);
    if (read === null) return null;
    steps.push(read);
    touched.push(other);
  }
  const made = madeBeside(role, template["values"], filled, touched, stage, shown);
  const left = filled.gaps.filter((column) => !Object.hasOwn(made.values, column));
  gaps.push(...left.map((column) => `${player.table.name}.${column}`));
  touched.push(role);
  const after = madeAfter(role, { values: template["values"], beside: made.players, touched }, stage, shown);
  assumed.push(...filled.assumed, ...made.assumed, ...after.assumed);
  others.push(...made.players, ...after.players);
  const values = { ...filled.values, ...made.values };
  return [
    ...steps,
    ...filled.reads,
    ...made.steps,
    { insert: player.table.name, values: { ...values, ...markingLive(player.table, values, stage) } },
    ...after.steps,
  ];
}
