import type { Value } from "@proofroom/domain/design/step";

/** Whether a value is drawn by chance. */
export const isDrawn = (value: Value | undefined): boolean =>
  typeof value === "object" && value !== null && "base62" in value;

/** Whether a value is drawn by chance, or is so where nothing is sent in its place. */
export const isDrawnUnlessSent = (value: Value | undefined): boolean =>
  isDrawn(value) ||
  (typeof value === "object" && value !== null && "coalesce" in value && value.coalesce.some(isDrawnUnlessSent));
