import { alphabet } from "@proofroom/domain/design/base62";
import type { Value } from "@proofroom/domain/design/step";

/** Whether a value is drawn by chance. */
export const isDrawn = (value: Value | undefined): boolean =>
  typeof value === "object" && value !== null && "base62" in value;

/** Whether a value is drawn by chance, or is so where nothing is sent in its place. */
export const isDrawnUnlessSent = (value: Value | undefined): boolean =>
  isDrawn(value) ||
  (typeof value === "object" && value !== null && "coalesce" in value && value.coalesce.some(isDrawnUnlessSent));

/** The digits out of which a code is made, by chance or as a number is written; null where it is neither. */
export function codeDigits(value: Value | undefined): string | null {
  if (typeof value !== "object" || value === null) return null;
  if ("base62" in value) return value.of ?? alphabet;
  if ("encode62" in value) return alphabet;
  return "coalesce" in value ? (codeDigits(value.coalesce[0]) ?? codeDigits(value.coalesce[1])) : null;
}
