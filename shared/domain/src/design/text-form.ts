import { alphabet } from "./base62.ts";

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
  const [, all = "", count = ""] =
    /^\^\[((?:[^\]\\^]|\\[dw-]){1,100})\](\+|\*|\{\d{1,3}(?:,\d{0,3})?\})\$$/.exec(pattern) ?? [];
  if (all === "") return null;
  // Between two others a hyphen is a span; behind them it is itself.
  const hyphen = all.includes("\\-") ? "-" : "";
  const plain = all.replaceAll("\\d", "0-9").replaceAll("\\w", "0-9A-Za-z_").replaceAll("\\-", "") + hyphen;
  const spans = [...plain.matchAll(/(.)-(.)|(.)/gsu)].map(
    ([, from, to, one = ""]) => [from ?? one, to ?? one] as const,
  );
  const [, least = count === "+" ? "1" : "0", comma, most = ""] = /^\{(\d+)(,)?(\d*)\}$/.exec(count) ?? [];
  const isOpen = count === "+" || count === "*" || (comma !== undefined && most === "");
  return {
    least: Number(least),
    most: isOpen ? Number.POSITIVE_INFINITY : Number(most === "" ? least : most),
    holds: (character) => spans.some(([from, to]) => character >= from && character <= to),
  };
}

/** The digits out of which a text of this form can be drawn, where it does not let all of them stand. */
export function digitsOf({ holds }: TextForm): string | undefined {
  const held = alphabet.split("").filter(holds).join("");
  return held.length > 1 && held.length < alphabet.length ? held : undefined;
}
