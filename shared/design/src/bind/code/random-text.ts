import type { Column } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { textForm } from "@proofroom/domain/design/text-form";
import { codeAlphabet } from "./code-alphabet.ts";
import { codeLength } from "./code-length.ts";

/**
 * A text that nobody else writes, in as many characters as its column is there for, or its check wants: 36 are a UUID, and a `char` is
 * filled. `written` may say out of which characters, and of how many.
 */
export function randomText(column: Column, usual: number, written: readonly string[] = []): Value {
  const { type, matches = "", length: held = { least: 1 } } = column;
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? usual);
  if (length === uuidLength || held.least === uuidLength) return { uuid: true };
  const form = textForm(matches);
  const alphabet = codeAlphabet(column, written);
  const of = alphabet === undefined ? {} : { of: alphabet };
  // What is shorter than its `char` would be read with blanks behind it.
  const isFilled = /^char\b/.test(type) && form === null;
  const own = Math.min(isFilled ? most : (codeLength(column, written) ?? usual), length);
  const [least, longest] = [
    Math.max(1, held.least, form?.least ?? 1),
    Math.min(most, held.most ?? most, form?.most ?? most),
  ];
  return { base62: Math.min(longest, Math.max(least, own)), ...of };
}

const uuidLength = 36;
/** Of what a step draws. */
const most = 32;
