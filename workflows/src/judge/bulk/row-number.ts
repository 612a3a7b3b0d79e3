import { alphabet } from "@proofroom/domain/design/base62";

/** SQL for values that are told apart by a row's number, in a statement where `i` counts the rows from 1. */

/** As a text literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `https://example.com/p/{i}`: the row's number stands where the template says so. */
export const fromTemplate = (template: string): string => template.split("{i}").map(literal).join(" || i || ");

/** With more digits, seven of 62, the multiplication of four million rows would not fit in a bigint; longer codes begin alike. */
const digitsAtMost = (characters: number): number => Math.floor((7 * Math.log(62)) / Math.log(characters) + 1e-9);

/** Far from every small fraction of all codes, and without a factor of theirs: no two rows below it meet. */
function multiplier(digits: number, characters: number): bigint {
  let candidate = (codesOf(digits, characters) * 618_034n) / 1_000_000n;
  while (commonFactor(candidate, BigInt(characters)) !== 1n) candidate += 1n;
  return candidate;
}

const commonFactor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonFactor(b, a % b));

/**
 * A code of so many characters, another one for each row: numbers that follow each other are spread over all codes, as codes
 * drawn at random are.
 */
export function base62Of(length: number, of = alphabet): string {
  const digits = Math.min(length, digitsAtMost(of.length));
  const spread = `((i::bigint * ${multiplier(digits, of.length)}) % ${codesOf(digits, of.length)})`;
  const characters = Array.from(
    { length: digits },
    (_, n) => `substr(${literal(of)}, (${spread} / ${codesOf(n, of.length)} % ${of.length})::int + 1, 1)`,
  );
  const rest = length > digits ? [literal(of.charAt(0).repeat(length - digits))] : [];
  return [...rest, ...characters].join(" || ");
}

/** How many codes of so many characters there are. */
export const codesOf = (length: number, characters = alphabet.length): bigint => BigInt(characters) ** BigInt(length);

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
