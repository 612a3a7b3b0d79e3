import { alphabet } from "@proofroom/domain/design/base62";

/** SQL for values that are told apart by a row's number, in a statement where `i` counts the rows from 1. */

/** As a text literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `https://example.com/p/{i}`: the row's number stands where the template says so. */
export const fromTemplate = (template: string): string => template.split("{i}").map(literal).join(" || i || ");

/** With more digits the multiplication of four million rows would not fit in a bigint; longer codes begin alike. */
const digitsAtMost = 7;

/** Far from every small fraction of all codes, and neither even nor a multiple of 31: no two rows below it meet. */
function multiplier(digits: number): bigint {
  let candidate = (codesOf(digits) * 618_034n) / 1_000_000n;
  while (candidate % 2n === 0n || candidate % 31n === 0n) candidate += 1n;
  return candidate;
}

/**
 * A code of so many characters, another one for each row: numbers that follow each other are spread over all codes, as codes
 * drawn at random are.
 */
export function base62Of(length: number): string {
  const digits = Math.min(length, digitsAtMost);
  const spread = `((i::bigint * ${multiplier(digits)}) % ${codesOf(digits)})`;
  const characters = Array.from(
    { length: digits },
    (_, n) => `substr(${literal(alphabet)}, (${spread} / ${62n ** BigInt(n)} % 62)::int + 1, 1)`,
  );
  const rest = length > digits ? [literal("0".repeat(length - digits))] : [];
  return [...rest, ...characters].join(" || ");
}

/** How many codes of so many characters there are. */
export const codesOf = (length: number): bigint => 62n ** BigInt(length);

/** A value of this type that no two rows share; null where the type has no such order. */
export function distinctOf(type: string, rows: number): string | null {
  const length = Number(/^(?:varchar|char|bpchar)\((\d+)\)/.exec(type)?.[1] ?? 200);
  const digits = String(rows).length;
  if (/^(?:text|varchar|char|bpchar|citext)/.test(type)) {
    if (length < digits) return null;
    return length < digits + 4 ? `lpad(i::text, ${digits}, '0')` : `'row-' || i`;
  }
  if (type === "smallint") return rows > 32_000 ? null : "i";
  if (/^(?:integer|bigint|numeric|real|double)/.test(type)) return "1000000 + i";
  if (type === "uuid") return "gen_random_uuid()";
  if (type.startsWith("timestamp")) return "now() - i * interval '1 second'";
  if (type === "date") return "current_date - i";
  return null;
}
