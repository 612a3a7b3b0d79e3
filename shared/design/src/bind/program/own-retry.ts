import type { Table } from "@proofroom/domain/design/model";
import type { Stage } from "../ways/stage.ts";
import { isSale, speaksOfAnother } from "../ways/told/people/asks-whose.ts";
import { askedInCase, asksHeld } from "./case-condition.ts";
import type { Outcome } from "./outcomes.ts";

/** Whether an outcome is of a hold that is the sender's own, and lasts; one that is sold is another matter. */
export function isOwnRetry(one: Outcome, table: Table, stage: Stage): boolean {
  const asks = askedInCase(one, table, stage);
  if (asks === "whose") return true;
  const isHeld = typeof asks !== "string" && asksHeld(asks, table, stage);
  return isHeld || (speaksOfAnother(one.text) && !isSale(one.text));
}
