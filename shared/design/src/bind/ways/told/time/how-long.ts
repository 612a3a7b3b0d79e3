import type { DocumentName } from "@proofroom/domain/document/document";
import { millisOf } from "@proofroom/domain/infrastructure/duration";
import { ofSentences, remembered } from "../../../../text/remembered.ts";
import { unspaced } from "../../../../text/unspaced.ts";
import { wordsIn } from "../../../names.ts";
import { spansIn } from "./spans.ts";
import { isEndOfKey } from "./end-of-key.ts";
import { asDuration, type Duration, durationsIn, settingsIn } from "./durations.ts";
import { spokenSpansIn } from "./spoken-spans.ts";

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
  const known = found.get(texts) ?? new Map<string[], HowLong | null>();
  found.set(texts, known);
  const before = known.get(of);
  if (before !== undefined) return before;
  const said = findHowLong(texts, of, usual);
  known.set(of, said);
  return said;
}

/** Each endpoint of a reading asks for the same. */
const found = new WeakMap<Record<DocumentName, string>, Map<string[], HowLong | null>>();

function findHowLong(texts: Record<DocumentName, string>, of: string[], usual: string): HowLong | null {
  const things = new Set(of);
  const all = (["api", "schema", "design"] as const).flatMap((document) =>
    texts[document]
      .split("\n")
      .map((text, n, lines) => ({ document, line: n + 1, text: text.slice(0, longest), above: aboveIn(lines, n) }))
      .flatMap((at) => timesIn(at.text).map((time) => ({ ...at, time }))),
  );
  if (all.some(({ text, time }) => time.millis === millisOf(usual) && !isOthers(text, time))) return null;
  const found = all.find(({ text, above, time }) => isOf(things, { text, above }, time));
  return found === undefined
    ? null
    : { duration: asDuration(found.time.millis), document: found.document, line: found.line };
}

/** What of the same statement stands on the lines above one. */
const aboveIn = (lines: readonly string[], n: number): string =>
  lines
    .slice(Math.max(0, n - 4), n)
    .map((line) => line.slice(0, longest))
    .join("\n")
    .split(/[;`]|\n\s*\n/)
    .at(-1) ?? "";

/** Of a line. */
const longest = 400;

const timesIn = remembered((text: string): readonly Duration[] => {
  if (!/[\d\p{L}]/u.test(text)) return [];
  const code = spansIn(text);
  const isApart = ({ at, end }: Duration): boolean => !code.some((one) => at < one.end && one.at < end);
  return [...code, ...[...durationsIn(text), ...spokenSpansIn(text), ...settingsIn(text)].filter(isApart)];
}, ofSentences);

/** What takes less is a lock of the database, and what takes longer may be kept for another reason. */
const lasting = { least: 10_000, most: 7_200_000 };

/** Whether a time is that of one of these things: nothing but words of lasting stands between them. */
function isOf(things: ReadonlySet<string>, { text, above }: { text: string; above: string }, time: Duration): boolean {
  const { at, end, millis, isSet } = time;
  if (isGiven(things, { text, above }, time)) return true;
  if (millis < lasting.least || (millis > lasting.most && (isSet || isRetained(text, time)))) return false;
  const words = wordsBefore(text, at);
  if (isSet) return isPutFor(things, words);
  if (isEndOfKey(text, time)) return true;
  if (words.some((word) => others.has(word))) return false;
  if (toPay.test(text.slice(end)) || (words.some((word) => kept.has(word)) && words.some((word) => seats.has(word))))
    return true;
  const last = words.findLast((word) => !between.has(word));
  const near = words.slice(last === undefined ? 0 : words.lastIndexOf(last));
  const next = wordsIn(text.slice(end).split(/[.;!?,]/)[0] ?? "").filter((word) => !besides.has(word));
  if (unspaced.test(text)) return isInSigns(things, text, time);
  return near.some((word) => things.has(word)) || things.has(next[0] ?? "");
}

const wordsBefore = (text: string, at: number): string[] =>
  wordsIn(
    text
      .slice(0, at)
      .split(/[.;!?]\s/)
      .at(-1) ?? "",
  );

/** Where no blank stands between words, a time is that of the thing which its clause names. */
function isInSigns(things: ReadonlySet<string>, text: string, { at, end }: Duration): boolean {
  const before = text.slice(0, at).split(/[。；;，,]/);
  const clause = (before.at(-1) ?? "") + (text.slice(end).split(/[。；;，,]/)[0] ?? "");
  return [...things].some((thing) => unspaced.test(thing) && clause.includes(thing));
}

/** Whether what is said of a long time is how long rows are kept, or how long before something else: "deleted after 30 days". */
function isRetained(text: string, { at, end }: Duration): boolean {
  const sentence = `${
    text
      .slice(0, at)
      .split(/[.;!?]\s/)
      .at(-1) ?? ""
  } ${text.slice(end).split(/[.;!?]/)[0] ?? ""}`;
  return retained.test(sentence) || ahead.test(text.slice(end));
}

const retained =
  /(?<!\p{L})(?:kept?|keeps|keeping|retain|retention|archiv|purg|delet|clean|remov|prun|vacuum|histor|audit|log|older?|analy|report|partition|backup|replay|refund|sale|key|aufbewahr|lösch|alt|conserv|borr|elimin|supprim|cancell|verwijder|bewaar|usuwan)|[删刪清归歸]|削除|保管|삭제/iu;
const ahead =
  /^\s{0,2}(?:before|ahead|prior|in advance|vor(?:her)?(?!\p{L})|antes|avant|prima|voor(?!\p{L})|przed|前|전)/iu;

/** Whether a time is said of what is kept or done beside the thing itself: "a job runs every two minutes". */
const isOthers = (text: string, { at }: Duration): boolean => wordsBefore(text, at).some((word) => others.has(word));

/**
 * `held_until = now() + make_interval(hours => 2)`, `'hold_expires_at' => now()->addHours(2)`, `INSERT INTO holds (…, expires_at) VALUES
 * (…, now() + …)`: what is added to now and given to a column that is called after these things, or to a row of theirs.
 */
function isGiven(
  things: ReadonlySet<string>,
  { text, above }: { text: string; above: string },
  { at }: Duration,
): boolean {
  const before = text.slice(0, at);
  const given = assigned.exec(before)?.[1];
  if (given !== undefined && wordsIn(given).some((word) => things.has(word))) return true;
  if (!addedToNow.test(before)) return false;
  const row = [...`${above}\n${before}`.matchAll(made)].at(-1)?.slice(1).join(" ") ?? "";
  return wordsIn(row).some((word) => things.has(word));
}

const nowIn = String.raw`(?:now\s?\(\s?\)|current_timestamp|clock_timestamp\(\)|Date\.now\(\)|sysdate|getdate\(\)|(?:timezone|Time|DateTime|Instant|LocalDateTime|OffsetDateTime|Carbon|datetime|dayjs|moment)(?:\.|::)?(?:utc_?now|current|now|zone\.now)?\s?(?:\([^()\n]{0,30}\))?|now)`;
const adding = String.raw`\s{0,2}(?:\+|->|\.|,|\.(?:add|plus)\(|\.Add\()?\s{0,2}(?:time\.)?$`;
const assigned = new RegExp(
  String.raw`([\p{L}_]\w{0,60})["'\x60]?\s{0,2}(?:=>|:=|[=:])\s{0,2}(?:new\s)?(?:\$?\w{1,30}\(\s?)?${nowIn}${adding}`,
  "iu",
);
const addedToNow = new RegExp(`${nowIn}${adding}`, "iu");

/** `INSERT INTO holds (…`, `Hold.create(…`, `new Hold(…`, `Hold::create([…`. */
const made =
  /\b(?:insert\s{1,4}into|update|create\s{1,4}table)\s{1,4}["\x60]?(\w{1,60})|(?<!\w)(\w{1,40})(?:\.|::)(?:objects\.)?(?:create|insert|build|new|save)\w{0,12}!?\s?\(|\bnew\s(\w{1,40})\s?\(/giu;

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
const toPay =
  /^[)\s]{0,3}(?:to (?:pay|confirm|check ?out|complete|finish|buy|book)\b|zeit,?\s(?:um\s)?zu[mr]?\s(?:be)?(?:zahl|stätig|buch|kauf)|para\s(?:pagar|confirmar|comprar)|pour\s(?:payer|confirmer|acheter))/i;

/** "Seats are kept for 15 minutes." */
const kept = new Set("kept keep keeps".split(" "));
const seats = new Set("seat seats place places ticket tickets".split(" "));

const between = new Set(
  `for last lasts good is are be stays stay lives live kept valid held reserved locked blocked expire expires expiry expiration end ends in of up to
after until at ttl timeout time window duration lifetime period exactly most max only the a an with seat it them redis memory nx ex px set user
now interval date add dateadd minutes seconds secs mins ms default not null timestamptz timestamp für dauert gilt para por durante dura pour pendant dure per voor duurt`.split(
    /\s+/,
  ),
);

const besides = new Set("seat seats ticket tickets ttl temporary soft of on the for a".split(" "));
