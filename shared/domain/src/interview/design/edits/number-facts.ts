import type { FactName } from "../../facts.ts";
import { meaningOf } from "../../language/claim-meaning.ts";
import type { Claim } from "../../language/claims.ts";
import { numbersIn } from "../../language/numbers.ts";

/** A number is about what it counts; one that counts nothing known, as the seconds of a timeout, is about no item. */
export function factsOfNumber(sentence: string, word: string): FactName[] {
  const from = sentence.indexOf(word);
  const number = numbersIn(sentence).find(({ at, end }) => at >= from && end <= from + word.length);
  const meaning = number === undefined ? null : meaningOf(sentence, number.at, number.end, number.value);
  const fact = meaning === null ? undefined : factOf[meaning.quantity];
  return fact === undefined ? [] : [fact];
}

const factOf: Partial<Record<Claim["quantity"], FactName>> = {
  reads: "read-rate-stated",
  writes: "write-rate-stated",
  latency: "latency-goal-stated",
  retention: "retention-stated",
  rows: "volume-stated",
  bytes: "volume-stated",
  users: "volume-stated",
  ratio: "read-rate-stated",
};
