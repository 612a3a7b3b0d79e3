import type { Column } from "@proofroom/domain/design/model";
import type { ColumnRole } from "@proofroom/domain/problem/way";
import { isWholeNumber } from "../../../schema/column-kind.ts";
import { literalDefault } from "../../../schema/literal-default.ts";
import { plain } from "../../names.ts";

/** What each meaning of a state is called in a column; guessed where only the order of its values says so. */
export interface StateValues {
  values: ReadonlyMap<string, string>;
  /** Meanings whose word stands in the schema; any other is the likeliest word for it. */
  spelled: ReadonlySet<string>;
  isGuess: boolean;
}

/** What each meaning is called: as the schema lists or explains its values, else as its default and the likeliest word say. */
export function stateValues({ values: meanings }: ColumnRole, column: Column): StateValues {
  const standard = standardOf(column);
  const said = saidOf(column);
  const listed = column.values ?? (said.size > 0 || isWholeNumber(column) ? [...said.keys()] : undefined);
  const values = new Map<string, string>();
  const spelled = new Set<string>();
  const taken = new Set<string>();
  for (const [meaning, words] of Object.entries(meanings)) {
    const means = (value: string, word: string): boolean => plain(said.get(value) ?? value) === plain(word);
    const known = words.flatMap((word) => listed?.find((value) => means(value, word) && !taken.has(value)) ?? []);
    const byDefault = standard !== undefined && words.some((word) => plain(word) === plain(standard));
    const word = listed === undefined ? (byDefault ? standard : cased(words[0], standard)) : known[0];
    if (word === undefined) continue;
    taken.add(word);
    values.set(meaning, word);
    if (listed !== undefined || byDefault) spelled.add(meaning);
  }
  // Among words of which some are known the one that a row begins with is what it is at first: `PENDING_PAYMENT`.
  const [first] = Object.keys(meanings);
  const isBegun = standard !== undefined && listed?.includes(standard) === true && !taken.has(standard);
  if (first !== undefined && values.size > 0 && !values.has(first) && isBegun) values.set(first, standard);
  const [left, word] = onlyLeft(Object.keys(meanings), listed ?? [], values) ?? [];
  if (left !== undefined && word !== undefined) values.set(left, word);
  const guess = values.size === 0 && listed !== undefined ? inOrder(Object.keys(meanings), listed, standard) : null;
  return guess === null ? { values, spelled, isGuess: false } : { values: guess, spelled, isGuess: true };
}

/** The meaning and the word that stand in one place between known ones, where each of these stands in its own: `WOLNE, WSTRZYMANE, SPRZEDANE`. */
function onlyLeft(
  meanings: string[],
  listed: readonly string[],
  known: ReadonlyMap<string, string>,
): [string, string] | undefined {
  const open = meanings.flatMap((meaning, n) => (known.get(meaning) === listed[n] ? [] : [n]));
  const [at = 0, ...more] = open;
  const [meaning, word] = [meanings[at], listed[at]];
  const isBetween = at > 0 && at < meanings.length - 1 && more.length === 0 && listed.length === meanings.length;
  if (meaning === undefined || word === undefined || !isBetween || known.has(meaning)) return undefined;
  return [meaning, word];
}

/** Of words and numbers that say nothing the first is how a row begins, and each other one what comes of it next. */
function inOrder(meanings: string[], listed: string[], standard: string | undefined): Map<string, string> | null {
  const [first] = listed;
  const isLong = listed.length > 1 && listed.length <= meanings.length;
  if (!isLong || (standard !== undefined && standard !== first)) return null;
  return new Map(
    meanings.flatMap((meaning, n): [string, string][] => (listed[n] === undefined ? [] : [[meaning, listed[n]]])),
  );
}

const standardOf = (column: Column): string | undefined =>
  isWholeNumber(column) ? /^-?\d+/.exec(column.default ?? "")?.[0] : literalDefault(column);

/** `0 free, 1 = held; 2: sold` beside a column of numbers, `'0': free`, `F = free` or `F free, H held` beside one of short codes: code → word. */
function saidOf(column: Column): Map<string, string> {
  const comment = (column.comment ?? "").slice(0, 400);
  if (isWholeNumber(column)) {
    const numbered = pairsIn(comment, /(\d+)\s*(?:[=:→–—-]>?|is\b)?\s*(\p{L}[\p{L} _]*)/gu);
    return numbered.size > 0 ? numbered : listedFor(column.values ?? [], comment);
  }
  const codes = column.values ?? (column.default === undefined ? [] : [standardOf(column) ?? ""]);
  const isCode = codes.length > 0 && codes.every((code) => code.length > 0 && code.length <= longestCode);
  if (!isCode && !/^(?:var)?char\([12]\)/.test(column.type)) return new Map();
  const told = pairsIn(
    comment,
    /(?<![\p{L}\d])([\p{L}\d]{1,2})['"]?\s{0,3}(?:[=:→–—-]>?|is\b)\s{0,3}(\p{L}{3}[\p{L}_]*)/gu,
  );
  const beside = pairsIn(comment, /(?<![\p{L}\d])([\p{L}\d]{1,2})['")]{0,2}\s{1,3}['"(]{0,2}(\p{L}{3}[\p{L}_]*)/gu);
  // Without a sign between them it is meant where each code has its word.
  if (told.size > 0 || codes.length < 2) return told;
  return codes.every((code) => beside.has(code)) ? beside : listedFor(codes, comment);
}

/** `'F', 'H', 'S' -- free, held, sold`: a word for each code, by how it begins, else one after the other. */
function listedFor(codes: readonly string[], comment: string): Map<string, string> {
  const words = comment.split(/[,;/|]|(?<!\p{L})(?:or|oder|ou|o|lub|eller|of)(?!\p{L})/u).map((word) => word.trim());
  if (codes.length < 2 || words.length !== codes.length || !words.every((word) => /^\p{L}[\p{L}_]*$/u.test(word)))
    return new Map();
  const begun = codes.map((code) => words.filter((word) => word.toLowerCase().startsWith(code.toLowerCase())));
  const isEach = begun.every((some) => some.length === 1) && new Set(begun.flat()).size === codes.length;
  return new Map(codes.map((code, n) => [code, (isEach ? begun[n]?.[0] : words[n]) ?? ""]));
}

const pairsIn = (text: string, pattern: RegExp): Map<string, string> =>
  new Map([...text.matchAll(pattern)].map(([, code = "", word = ""]) => [code, word.trim()]));

/** `H` for held. */
const longestCode = 2;

/** A word that nothing in the design spells, in capitals where the design writes its own so. */
const cased = (word: string | undefined, like: string | undefined): string | undefined =>
  like !== undefined && like !== like.toLowerCase() && like === like.toUpperCase() ? word?.toUpperCase() : word;
