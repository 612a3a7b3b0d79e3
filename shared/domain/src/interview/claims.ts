import type { Source } from "./place.ts";

/** A number with a meaning, said in the chat or written in a document. Rates are per second, times in milliseconds. */
export interface Claim {
  quantity: "reads" | "writes" | "latency" | "rows" | "bytes" | "retention" | "users" | "ratio";
  value: number;
  unit: string;
  /** Verbatim. */
  quote: string;
  source: Source;
  at: number;
}

/** The claims of a text; `source` tells where a line (from 1) of it stands. */
export function claimsIn(_text: string, _source: (line: number) => Source, _at: number): Claim[] {
  return [];
}
