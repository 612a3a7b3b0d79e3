import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { literally } from "../statement/statement.ts";
import { again } from "./repeat-words.ts";

/**
 * Where 201 is declared and 200 beside it, what is said of the 200 in whatever language, if that speaks of the 201, of what the request
 * names, of the same thing, or of a repeat: what is there already is answered. Null of a 200 that nothing is said of.
 */
export function secondSuccess(
  { responses }: Endpoint,
  inputs: Operation["inputs"],
  texts: readonly string[],
): string | null {
  const isBoth = [200, 201].every((status) => responses.some((one) => one.status === status));
  if (!isBoth) return null;
  const names = Object.values(inputs).flatMap(({ name }) => (name.length > shortest ? [literally(name)] : []));
  // A key of an object is a field, and says nothing.
  const speaks = new RegExp(
    String.raw`(?<![\w-])(?:201|${names.join("|") || "201"})(?![\w-]|["'\`]{0,2}\s{0,2}:)`,
    "i",
  );
  const found = texts
    .flatMap(sentencesIn)
    .flatMap((one) => one.split(nextStatus))
    .map((one) => one.slice(0, longest))
    .find(
      (one) =>
        of200.test(one) &&
        !refused.test(one) &&
        !either.test(one) &&
        (speaks.test(one) || same.test(one) || again.test(one.replaceAll(tryAgain, " "))),
    );
  return found === undefined ? null : asSaid(found);
}

/** `id` is anything's. */
const shortest = 3;
const longest = 400;

const same =
  /(?<!\p{L})(?:same|existing|(?:der|die|das)selbe\w?|gleichen?|mism[ao]|même|mesm[ao]|stess[ao]|zelfde|sam[ao]|samma|aynı)(?!\p{L})/iu;

/** What whoever asks may do later is no answer to it. */
const tryAgain = /\b(?:try|poll|ask|check|come|call|look)\s(?:\w{1,8}\s)?again\b/gi;

const of200 = /(?<![\d.])200(?!\d)/;
const refused = /(?<![\d.])[45]\d\d(?!\d)/;

/** `200/201`, `200 or 201`: neither is told apart. */
const either = /\b20[01]\b[^\p{L}\d]{0,4}(?:\p{L}{1,4}[^\p{L}\d]{1,3})?20[01]\b/u;

/** Where the next status is declared: `"402": …`, `410 → …`. */
const nextStatus = /(?=["'`*]{0,3}(?<![\d.])[1-5]\d\d["'`*]{0,3}\s{0,3}(?::|→|->|=>|\{))/;
