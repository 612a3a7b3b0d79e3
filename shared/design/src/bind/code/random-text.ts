import type { Column } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { textForm } from "@proofroom/domain/design/text-form";
import { codeAlphabet } from "./code-alphabet.ts";
import { codeLength } from "./code-length.ts";
import { textLengths, widthOf } from "./text-lengths.ts";

/**
 * A text that nobody else writes, in as many characters as its column is there for, or its check wants: 36 are a UUID, and a `char` is
 * filled. `written` may say out of which characters, and of how many.
 */
export function randomText(column: Column, usual: number, written: readonly string[] = []): Value {
  const { type, matches = "" } = column;
  const width = widthOf(type);
  if (width === uuidLength || column.length?.least === uuidLength) return { uuid: true };
  const alphabet = codeAlphabet(column, written);
  const of = alphabet === undefined ? {} : { of: alphabet };
  // What is shorter than its `char` would be read with blanks behind it.
  const isFilled = /^char\b/.test(type) && textForm(matches) === null;
  const own = isFilled ? most : (codeLength(column, written) ?? usual);
  const lengths = textLengths(column);
  return { base62: Math.min(most, lengths.most, Math.max(1, lengths.least, own)), ...of };
}

const uuidLength = 36;
/** Of what a step draws. */
const most = 32;
