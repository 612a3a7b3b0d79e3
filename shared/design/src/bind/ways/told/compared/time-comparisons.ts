import { ofReading, ofTexts, remembered } from "../../../../text/remembered.ts";
import { literally } from "../statement/statement.ts";

/** What is true of a row's time where a comparison of it with now is: it has come, or is still to come. */
export type Moment = "ended" | "lasting";

export interface TimeComparison {
  at: number;
  end: number;
  is: Moment;
}

/** Wherever code, a query of it or a statement compares a column with the time now, in the manner of any language. */
export const timeComparisons = (code: string, column: string): readonly TimeComparison[] => comparing(column)(code);

/** Of the text of an endpoint each of its ways asks. */
const comparing = remembered((column) => remembered((code) => comparisonsIn(code, column), ofReading));

function comparisonsIn(code: string, column: string): readonly TimeComparison[] {
  if (!unspelled(code).includes(unspelled(column))) return [];
  const found = compiledFor(column).flatMap(({ pattern, isTurned }) =>
    [...code.matchAll(pattern)].flatMap(({ index, 0: whole, groups }) => {
      const moment = momentOf(groups?.["is"] ?? "<");
      if (moment === null) return [];
      const isDenied = denied.test(code.slice(Math.max(0, index - 12), index));
      return [{ at: index, end: index + whole.length, is: isTurned === isDenied ? moment : opposite(moment) }];
    }),
  );
  // `now.isAfter(heldUntil)` is one comparison, whichever of its forms it is found by.
  return found
    .toSorted((one, other) => one.at - other.at)
    .filter(({ at }, n, all) => n === 0 || at >= (all[n - 1]?.end ?? 0));
}

export const opposite = (moment: Moment): Moment => (moment === "ended" ? "lasting" : "ended");

/** In whatever spelling a name is the same: `heldUntil`, `held_until`. */
const unspelled = remembered((text: string): string => text.toLowerCase().replaceAll("_", ""), ofTexts);

/** `!heldUntil.isAfter(now)`, `not hold.expires_at < now` */
const denied = /(?:!|(?<!\w)not[\s(]{1,2})$/i;

function momentOf(word: string): Moment | null {
  if (/^(?:>|after|gt|ge|greater|more|future)/i.test(word)) return "lasting";
  return /^(?:<|before|lt|le|past)/i.test(word) ? "ended" : null;
}

const passed = String.raw`(?:\([^()\n]{0,40}\))?`;
const owner = String.raw`(?:\w{1,40}(?:!!|\?|\(\))?(?:\.|::|->|\\))`;
const nowWord = String.raw`(?:(?:get_?)?(?:utc_?)?now(?:_?utc|_?millis|_?ms)?|(?<=Time\.)current|current_?time(?:stamp|_?millis)?|clock_timestamp|localtimestamp|instant(?=\(\))|(?<=\bnew )Date(?=\(\))|jetzt|ahora|agora|maintenant|adesso|teraz|şimdi)(?![\w])`;
/** The time now: `now()`, `^now`, `timezone.now()`, `Instant.now(clock)`, `Time.current`, `new Date()`, `DB::raw('now()')`. */
const clock = String.raw`(?:(?:DB::raw|raw|sql|Expression)[(\x60]["'\x60]?)?(?:[\^:@$\\]|#\{|\bnew )?${owner}{0,3}(?<!\w)${nowWord}${passed}`;
/** What a statement is passed, `expires_at > ?", Time.current`. */
const parameter = String.raw`(?:\?|\$\d)(?=[^;]{0,160}?${clock})`;

interface Pattern {
  pattern: string;
  /** Whether the time now stands before the column. */
  isTurned: boolean;
}

const less = String.raw`(?<is><=?|>=?)`;
const word = String.raw`(?:is_?|->)?(?<is>after|before|gte?|lte?|ge|le|greater_?than|less_?than)\w{0,12}[?!]?`;

const compiledFor = remembered((column: string) =>
  patternsFor(column).map(({ pattern, isTurned }) => ({ pattern: new RegExp(pattern, "gi"), isTurned })),
);

function patternsFor(column: string): Pattern[] {
  const name = literally(column);
  const bare = String.raw`(?<![\w$@])[$@:]?(?:\w{1,40}(?:!!|\?|\(\))?\??(?:\.|->|::)){0,3}(?:get_?)?${name}(?!\w)`;
  const keyed = String.raw`(?<![\w$@])[$@:]?\w{1,40}\[["':]${name}["']?\]`;
  const behind = String.raw`(?:!!|[?!]|\(\)|\.(?:Value|get\(\)|unwrap\(\)|toInstant\(\)|getTime\(\))|["'\x60])?`;
  const own = `(?:${bare}|${keyed})${behind}`;
  const gap = String.raw`\s{0,4}`;
  const call = String.raw`\??(?:\.|->)`;
  const asked = (pattern: string): Pattern => ({ pattern, isTurned: false });
  return [
    // Not in the arrow of what is filled: `'held_until' => now()`.
    asked(`${own}${gap}${less}${gap}(?:${clock}|${parameter})`),
    { pattern: `(?<!\\w)${clock}${gap}(?<![=-])${less}${gap}${own}`, isTurned: true },
    asked(`${own}${call}${word}\\(${gap}${clock}`),
    { pattern: `(?<!\\w)${clock}${call}${word}\\(${gap}${own}`, isTurned: true },
    asked(String.raw`${own}${call}(?:is_?)?(?<is>past|future)(?:\(\)|\?)`),
    // Queries of frameworks: Django, Prisma and Sequelize, TypeORM, Eloquent and Knex, Drizzle and date-fns, ranges of Rails.
    asked(String.raw`(?<!\w)${name}__(?<is>gte?|lte?)\s?=\s?${clock}`),
    asked(String.raw`(?<!\w)${name}["']?\s?:\s?\{\s?\[?["']?(?:\$|Op\.)?(?<is>gte?|lte?)\]?["']?\s?:\s?${clock}`),
    asked(String.raw`(?<!\w)${name}["']?\s?:\s?(?<is>more|less)than\w{0,12}\(\s?${clock}`),
    asked(String.raw`["'\x60](?:\w{1,40}\.)?${name}["'\x60]\s?,\s?["'](?<is><=?|>=?)["']\s?,\s?${clock}`),
    asked(String.raw`(?<!\w)(?:\w{1,20}\.)?${word}\(\s?${own}\s?,\s?${clock}`),
    asked(String.raw`(?<!\w)is(?<is>past|future)\(\s?${own}\s?\)`),
    asked(String.raw`\bcompare\(\s?${own}\s?,\s?${clock}\s?\)\s?(?:==|in)\s?\[?:(?<is>gt|lt)`),
    { pattern: String.raw`\bcompare\(\s?${own}\s?,\s?${clock}\s?\)\s?!=\s?:(?<is>gt|lt)`, isTurned: true },
    { pattern: String.raw`(?<!\w)${name}:\s?\(?${clock}\.\.(?!\w)`, isTurned: true },
    asked(String.raw`(?<!\w)${name}:\s?\(?\.\.\.?${clock}`),
  ];
}
