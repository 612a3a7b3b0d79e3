import type { Column, Table } from "../../design/model.ts";
import type { Value } from "../../design/step.ts";
import type { Claim } from "../language/claims.ts";
import type { DesignView } from "./design-view.ts";

/** Taken where nobody stated a rate of writes; whoever uses it says so. */
export const assumedWrites = 100;
export const secondsAYear = 31_536_000;

const byQuantity = new WeakMap<readonly Claim[], Map<Claim["quantity"], Claim[]>>();

/** The claims of one quantity; sorted out once, as many kinds of topics ask. */
export function claimsOf(claims: readonly Claim[], quantity: Claim["quantity"]): readonly Claim[] {
  const sorted = byQuantity.get(claims) ?? Map.groupBy(claims, (claim) => claim.quantity);
  byQuantity.set(claims, sorted);
  return sorted.get(quantity) ?? [];
}

const newest = new WeakMap<readonly Claim[], Map<Claim["quantity"], Claim | null>>();

/** The newest claim of a quantity, said to be what it is rather than taken for it. */
export function claimOf(claims: readonly Claim[], quantity: Claim["quantity"], unit?: RegExp): Claim | null {
  if (unit !== undefined) return newestOf(claims, quantity, unit);
  const known = newest.get(claims) ?? new Map<Claim["quantity"], Claim | null>();
  newest.set(claims, known);
  const claim = known.get(quantity);
  if (claim !== undefined) return claim;
  const found = newestOf(claims, quantity, unit);
  known.set(quantity, found);
  return found;
}

function newestOf(claims: readonly Claim[], quantity: Claim["quantity"], unit: RegExp | undefined): Claim | null {
  const of = claimsOf(claims, quantity).filter((claim) => unit === undefined || unit.test(claim.unit));
  const plain = of.filter((claim) => claim.unit !== "requests a second");
  return (plain.length > 0 ? plain : of).reduce<Claim | null>(
    (best, one) => (best === null || one.at >= best.at ? one : best),
    null,
  );
}

/** The rate of writes, stated or assumed. */
export function writesOf(claims: readonly Claim[]): { value: number; isStated: boolean } {
  const claim = claimOf(claims, "writes");
  return claim === null ? { value: assumedWrites, isStated: false } : { value: claim.value, isStated: true };
}

export interface KeySpace {
  /** How many different values there can be. */
  keys: number;
  /** What limits it: the type of the column, or what the endpoint makes. */
  by: "type" | "maker";
  /** `62^5`, `2^31`. */
  formula: string;
  /** Whether values are drawn at random, so that two may meet long before all are used. */
  isDrawn: boolean;
}

/** How many different codes the looked-up column can hold; null where neither type nor maker bounds them. */
export function keySpaceOf({ lookup, operations }: DesignView): KeySpace | null {
  if (lookup === null) return null;
  const byType = spaceOfType(lookup.column);
  const makers = operations.flatMap(({ acts }) =>
    acts.flatMap(({ kind, table, step }) => {
      if (kind !== "insert" || table !== lookup.table.name || !("insert" in step)) return [];
      const value = step.values[lookup.column.name];
      return value === undefined ? [] : [spaceOfValue(value)];
    }),
  );
  const byMaker = makers.find((maker) => maker !== null) ?? null;
  if (byType === null || byMaker === null) return byMaker ?? byType;
  return byMaker.keys < byType.keys ? byMaker : { ...byType, isDrawn: byMaker.isDrawn };
}

/** Characters of a type, e.g. 5 of `varchar(5)`; null where it sets no bound. */
export function lengthOf(type: string): number | null {
  const found = /^(?:varchar|character varying|char|character|bpchar)\s*\(\s*(\d{1,7})\s*\)$/i.exec(type.trim())?.[1];
  return found === undefined ? null : Number(found);
}

function spaceOfType({ type }: Column): KeySpace | null {
  const length = lengthOf(type);
  if (length !== null && length > 0) return { keys: 62 ** length, by: "type", formula: `62^${length}`, isDrawn: false };
  const integer = integerBits(type);
  if (integer !== null) return { keys: 2 ** integer - 1, by: "type", formula: `2^${integer}`, isDrawn: false };
  return /^uuid$/i.test(type) ? { keys: 2 ** 122, by: "type", formula: "2^122", isDrawn: false } : null;
}

/** Bits of a positive number of the type; null for other types. */
export function integerBits(type: string): number | null {
  if (/^(?:smallint|int2|smallserial)\b/i.test(type)) return 15;
  if (/^(?:integer|int|int4|serial)$/i.test(type)) return 31;
  return /^(?:bigint|int8|bigserial)$/i.test(type) ? 63 : null;
}

function spaceOfValue(value: Value): KeySpace | null {
  if (typeof value !== "object" || value === null) return null;
  if ("base62" in value) return { keys: 62 ** value.base62, by: "maker", formula: `62^${value.base62}`, isDrawn: true };
  if ("uuid" in value) return { keys: 2 ** 122, by: "maker", formula: "2^122", isDrawn: true };
  if ("snowflake" in value) return { keys: 2 ** 63, by: "maker", formula: "2^63", isDrawn: false };
  return "coalesce" in value ? (spaceOfValue(value.coalesce[1]) ?? spaceOfValue(value.coalesce[0])) : null;
}

export interface RowSize {
  bytes: number;
  /** Of the row's header and its pointer in the page. */
  overhead: number;
  /** The column that weighs most, and its bytes. */
  widest: { column: string; bytes: number } | null;
  /** Whether a width was assumed rather than read from a type. */
  isAssumed: boolean;
}

const rowOverhead = 28;

/** Bytes of one row of a table in PostgreSQL, without its indexes. */
export function rowSizeOf(table: Table): RowSize {
  const widths = table.columns.map((column) => ({ column: column.name, ...widthOf(column) }));
  const widest = widths.toSorted((a, b) => b.bytes - a.bytes)[0] ?? null;
  return {
    bytes: rowOverhead + widths.reduce((sum, { bytes }) => sum + bytes, 0),
    overhead: rowOverhead,
    widest: widest === null ? null : { column: widest.column, bytes: widest.bytes },
    isAssumed: widths.some(({ isAssumed }) => isAssumed),
  };
}

const fixedWidths: readonly [RegExp, number][] = [
  [/^(?:bigint|int8|bigserial|timestamp\w*|timestamp with.*|double precision|float8|money|time\b.*)/i, 8],
  [/^(?:smallint|int2|smallserial)/i, 2],
  [/^(?:integer|int|int4|serial|date|real|float4)\b/i, 4],
  [/^uuid/i, 16],
  [/^bool/i, 1],
  [/^(?:numeric|decimal)/i, 10],
  [/^interval/i, 16],
  [/^(?:inet|cidr)/i, 7],
];

function widthOf({ name, type }: Column): { bytes: number; isAssumed: boolean } {
  const fixed = type.endsWith("[]") ? undefined : fixedWidths.find(([pattern]) => pattern.test(type))?.[1];
  if (fixed !== undefined) return { bytes: fixed, isAssumed: false };
  const most = lengthOf(type) ?? Infinity;
  if (most <= 32) return { bytes: most + 1, isAssumed: false };
  const usual = /url|link|target|destination|uri|href/i.test(name)
    ? 100
    : /idem|uuid/i.test(name)
      ? 36
      : /^jsonb?|\[\]$/i.test(type)
        ? 200
        : 20;
  return { bytes: Math.min(most, usual) + 1, isAssumed: true };
}

/** How long the keys last at a rate, in seconds. */
export const lastsFor = (keys: number, perSecond: number): number => keys / perSecond;

/** After how many drawn keys the next is as likely as not to be one of them with a chance of 1 in `one`. */
export const drawnUntil = (keys: number, one: number): number => keys / one;
