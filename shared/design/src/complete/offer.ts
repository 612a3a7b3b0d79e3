import type { Suggestion } from "@proofroom/domain/design/assist";
import type { DesignModel } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Place } from "./place.ts";

/** An API document with a place in it, and what was read of the design last. */
export interface Asking {
  text: string;
  offset: number;
  model: Pick<DesignModel, "operations" | "tables"> & Partial<Pick<DesignModel, "components" | "edges">>;
  capabilities: Record<string, Capability>;
}

/** A suggestion that replaces what is typed of a word, with its quotes, and its end behind the place. */
export type Offer = Omit<Suggestion, "from" | "to">;

/** A word as this form of the document writes it: in the quotes that it began with, or that JSON needs. */
export function written(word: string, { form, quote, lead }: Place): string {
  const mark = quote === "" && form === "json" ? '"' : quote;
  return `${lead.endsWith(":") ? " " : ""}${mark}${word}${mark}`;
}

/** A key, with its colon unless one stands there. */
export const writtenKey = (word: string, place: Place): string =>
  `${written(word, place)}${/^[\w.-]*["']?\s*:/.test(place.rest) ? "" : ": "}`;

/** As much of a sentence as has room beside a label. */
export const firstClause = (says: string): string => /^[^;,:.]*/.exec(says)?.[0] ?? "";

/** A name that is written as it is. */
export const offerOf = (name: string, detail: string): Offer => ({
  label: name,
  insert: name,
  detail,
  says: "",
  example: null,
  leadsOn: false,
});
