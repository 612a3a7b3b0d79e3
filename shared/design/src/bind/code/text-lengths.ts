import type { Column } from "@proofroom/domain/design/model";
import { textForm } from "@proofroom/domain/design/text-form";

/** How long a text of a column has to be at least and may be at most, by its type and by its checks; `Infinity` where nothing sets an end. */
export function textLengths({ type, matches = "", length }: Pick<Column, "type" | "matches" | "length">): {
  least: number;
  most: number;
} {
  const form = textForm(matches);
  const none = Number.POSITIVE_INFINITY;
  return {
    least: Math.max(length?.least ?? 0, form?.least ?? 0),
    most: Math.min(widthOf(type), length?.most ?? none, form?.most ?? none),
  };
}

/** `varchar(8)` is eight wide. */
export const widthOf = (type: string): number => Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY);
