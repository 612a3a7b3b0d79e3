import type { Column } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { textForm } from "@proofroom/domain/design/text-form";

/** A text that nobody else writes, in as many characters as its column is there for, or its check wants: 36 are a UUID, and a `char` is filled. */
export function randomText({ type, matches = "" }: Column, usual: number): Value {
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? usual);
  if (length === uuidLength) return { uuid: true };
  const form = textForm(matches);
  if (form !== null) return { base62: Math.min(most, form.most, Math.max(1, form.least, Math.min(usual, length))) };
  return { base62: Math.max(1, Math.min(/^char\b/.test(type) ? most : usual, length)) };
}

const uuidLength = 36;
/** Of what a step draws. */
const most = 32;
