import { alphabet } from "@proofroom/domain/design/base62";
import type { Value } from "@proofroom/domain/design/step";

/** Whether a value is drawn by chance. */
export const isDrawn = (value: Value | undefined): boolean =>
  typeof value === "object" && value !== null && "base62" in value;

/** The digits out of which a value is drawn, or is so where nothing is sent in its place; null where it is not drawn. */
export function drawnDigits(value: Value | undefined): string | null {
  if (typeof value !== "object" || value === null) return null;
  if ("base62" in value) return value.of ?? alphabet;
  return "coalesce" in value ? (drawnDigits(value.coalesce[0]) ?? drawnDigits(value.coalesce[1])) : null;
}

/** Whether a value is drawn by chance, or is so where nothing is sent in its place. */
export const isDrawnUnlessSent = (value: Value | undefined): boolean => drawnDigits(value) !== null;
