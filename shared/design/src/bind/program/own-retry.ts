import type { Table } from "@proofroom/domain/design/model";
import type { Stage } from "../ways/stage.ts";
import { isSale, speaksOfAnother } from "../ways/told/people/asks-whose.ts";
import { askedInCase } from "./case-condition.ts";
import type { Outcome } from "./outcomes.ts";

/** Whether an outcome is of a hold that is the sender's own, and lasts; one that is sold is another matter. */
export function isOwnRetry(one: Outcome, table: Table, stage: Stage): boolean {
  const asks = askedInCase(one, table, stage);
  if (asks === "whose") return true;
  const held = [...stage.cast.values()].flatMap((player) =>
    player.table === table ? [...player.columns.values()].flatMap(({ values }) => values.get("held") ?? []) : [],
  );
  const isHeld = typeof asks !== "string" && Object.values(asks).some((value) => held.some((one) => one === value));
  return isHeld || (speaksOfAnother(one.text) && !isSale(one.text));
}
