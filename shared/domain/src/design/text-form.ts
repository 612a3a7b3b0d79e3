/** What a regular expression of the plainest kind, `^[a-z0-9]{8}$`, asks of a text. */
export interface TextForm {
  least: number;
  /** `Infinity` where it sets none. */
  most: number;
  /** Whether a character may stand in it. */
  holds: (character: string) => boolean;
}

/** Reads such an expression; null of any other. */
export function textForm(pattern: string): TextForm | null {
  const [, all = "", count = ""] = /^\^\[([^\]\\^]{1,100})\](\+|\*|\{\d{1,3}(?:,\d{0,3})?\})\$$/.exec(pattern) ?? [];
  if (all === "") return null;
  const spans = [...all.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one = ""]) => [from ?? one, to ?? one] as const);
  const [, least = count === "+" ? "1" : "0", comma, most = ""] = /^\{(\d+)(,)?(\d*)\}$/.exec(count) ?? [];
  const isOpen = count === "+" || count === "*" || (comma !== undefined && most === "");
  return {
    least: Number(least),
    most: isOpen ? Number.POSITIVE_INFINITY : Number(most === "" ? least : most),
    holds: (character) => spans.some(([from, to]) => character >= from && character <= to),
  };
}
