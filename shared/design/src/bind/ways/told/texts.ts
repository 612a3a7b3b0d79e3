import type { Step } from "@proofroom/domain/design/step";
import type { Place } from "./place.ts";

/** Where a statement may be written: beside the endpoint, or where the design document tells what it does. */
export interface Texts {
  /** With the functions of the database that the endpoint calls. */
  beside: string;
  /** These alone. */
  code: string;
  told: string;
  /** What of that is code of the service itself. */
  handler: string;
  /** What the design document tells of no endpoint in particular. */
  toldOfAll: string;
  /** All of the design document. */
  design: string;
  /** Both documents. */
  all: string;
}

/** What is told of an endpoint in words, without the code of the service. */
export function besideCode({ told, handler }: Pick<Texts, "told" | "handler">): string {
  const code = new Set(handler.split("\n").filter((line) => line.trim() !== ""));
  return told
    .split("\n")
    .filter((line) => !code.has(line))
    .join("\n");
}

/** What a way does as the candidate's own statement has it. */
export interface Stated {
  steps: Step[];
  /** Columns that the way looks at and the statement does not, or other tables. */
  unseen: string[];
  /** What is written, as far as it decides, and where that is. */
  said: string;
  place: Place;
}
