import type { Changed, Reading } from "./reading.ts";
import type { Topic } from "./topic.ts";

/** What to ask about the table, column, index, endpoint, node, edge or paragraph just written, most telling first. */
export function topicsOfEdit(_now: Reading, _changed: readonly Changed[]): Topic[] {
  return [];
}
