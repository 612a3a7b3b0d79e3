import type { DocumentName } from "@proofroom/domain/document/document";
import { millisOf } from "@proofroom/domain/infrastructure/duration";
import { wordsIn } from "../../names.ts";
import { asDuration, type Duration, durationsIn, settingsIn } from "./durations.ts";

/** How long something lasts by a design's own words, and where it says so. */
export interface HowLong {
  /** `10m`, as steps have it. */
  duration: string;
  document: DocumentName;
  line: number;
}

/**
 * "A hold lasts 10 minutes", `HOLD_TTL=600`, `SET hold:{seat} … EX 600`, `held_until = now() + interval '10 minutes'`: what a design says of
 * how long things of these names last. Null where it says nothing, or speaks of the usual time anywhere.
 */
export function howLong(texts: Record<DocumentName, string>, of: string[], usual: string): HowLong | null {
  const things = new Set(of);
  const all = (["api", "schema", "design"] as const).flatMap((document) =>
    texts[document]
      .split("\n")
      .map((text, n) => ({ document, line: n + 1, text: text.slice(0, longest) }))
      .flatMap((at) => timesIn(at.text).map((time) => ({ ...at, time }))),
  );
  if (all.some(({ time }) => time.millis === millisOf(usual))) return null;
  const found = all.find(({ text, time }) => isOf(things, text, time));
  return found === undefined
    ? null
    : { duration: asDuration(found.time.millis), document: found.document, line: found.line };
}

/** Of a line. */
const longest = 400;

const timesIn = (text: string): Duration[] =>
  /\d|\b\p{L}/u.test(text) ? [...durationsIn(text), ...settingsIn(text)] : [];

/** What takes less is a lock of the database, and what takes longer is kept for another reason. */
const lasting = { least: 10_000, most: 7_200_000 };

/** Whether a time is that of one of these things: nothing but words of lasting stands between them. */
function isOf(things: ReadonlySet<string>, text: string, { at, end, millis, isSet }: Duration): boolean {
  if (millis < lasting.least || millis > lasting.most) return false;
  const [before = ""] = text
    .slice(0, at)
    .split(/[.;!?]\s/)
    .slice(-1);
  const words = wordsIn(before);
  if (isSet) return isPutFor(things, words);
  if (words.some((word) => others.has(word))) return false;
  if (toPay.test(text.slice(end)) || (words.some((word) => kept.has(word)) && words.some((word) => seats.has(word))))
    return true;
  const last = words.findLast((word) => !between.has(word));
  const near = words.slice(last === undefined ? 0 : words.lastIndexOf(last));
  const next = wordsIn(text.slice(end).split(/[.;!?,]/)[0] ?? "").filter((word) => !besides.has(word));
  return near.some((word) => things.has(word)) || things.has(next[0] ?? "");
}

/** `HOLD_TTL=600`, `SET hold:42 ada:token NX EX 600`; what is put there only where there is none yet may go by the seat alone. */
function isPutFor(things: ReadonlySet<string>, words: string[]): boolean {
  const command = words.findLastIndex((word) => puts.has(word));
  const put = command < words.length - longestPut ? [] : words.slice(Math.max(command, 0));
  if ([...words.slice(-setBy), ...put].some((word) => things.has(word))) return true;
  return ["nx", "absent"].some((word) => put.includes(word)) && put.some((word) => seats.has(word));
}

const setBy = 7;
const longestPut = 16;
const puts = new Set("set put setex psetex expire pexpire".split(" "));

/** What is kept or done for some time beside the thing itself. */
const others = new Set(
  "key keys cache cached map maps session sessions connection jwt sweep sweeper sweeps job jobs cron every retry retries queue payment payments link links code".split(
    " ",
  ),
);

/** "People have fifteen minutes to pay." */
const toPay = /^[)\s]{0,3}to (?:pay|confirm|check ?out|complete|finish|buy|book)\b/i;

/** "Seats are kept for 15 minutes." */
const kept = new Set("kept keep keeps".split(" "));
const seats = new Set("seat seats place places ticket tickets".split(" "));

const between = new Set(
  `for last lasts is are be stays stay lives live kept valid held reserved locked blocked expire expires expiry expiration end ends in of up to
after until at ttl timeout time window duration lifetime period exactly most max only the a an with seat it them redis memory nx ex px set user
now interval minutes seconds secs mins ms default not null timestamptz timestamp für dauert gilt para por durante dura pour pendant dure per voor duurt`.split(
    /\s+/,
  ),
);

const besides = new Set("seat seats ticket tickets ttl temporary soft of on the for a".split(" "));
