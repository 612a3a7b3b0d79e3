import type { Column } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { textForm } from "@proofroom/domain/design/text-form";
import { codeAlphabet } from "./code-alphabet.ts";

/**
 * A text that nobody else writes, in as many characters as its column is there for, or its check wants: 36 are a UUID, and a `char` is
 * filled. `written` may say out of which characters.
 */
export function randomText(column: Column, usual: number, written: readonly string[] = []): Value {
  const { type, matches = "" } = column;
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? usual);
  if (length === uuidLength) return { uuid: true };
  const form = textForm(matches);
  const alphabet = codeAlphabet(column, written);
  const of = alphabet === undefined ? {} : { of: alphabet };
  if (form !== null)
    return { base62: Math.min(most, form.most, Math.max(1, form.least, Math.min(usual, length))), ...of };
  return { base62: Math.max(1, Math.min(/^char\b/.test(type) ? most : usual, length)), ...of };
}

const uuidLength = 36;
/** Of what a step draws. */
const most = 32;
