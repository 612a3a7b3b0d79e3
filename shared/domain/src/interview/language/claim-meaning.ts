import type { Claim } from "./claims.ts";

type Meaning = Pick<Claim, "quantity" | "value" | "unit">;

const secondsOf: Record<string, number> = {
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3_600,
  hr: 3_600,
  hour: 3_600,
  d: 86_400,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

const per = "(?:/[ \\t]*|\\b(?:per|a|an|each|every)[ \\t]+)";
const rate = new RegExp(
  `^(?<noun>(?:[\\p{L}-]+)?(?:[ \\t]+[\\p{L}-]+){0,5}?)[ \\t]*(?:(?<short>rps|qps|tps|wps|req/s|reqs/s|ops)\\b|${per}(?<time>s|secs?|seconds?|min|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)(?![\\p{L}]))|^(?<daily>(?:[ \\t]+[\\p{L}-]+){0,3}?)[ \\t]*(?<adverb>daily|monthly|hourly)\\b(?!\\s+active)`,
  "iu",
);
/** `writes per second: 100`, where the unit stands before the number. */
const rateBefore =
  /(?:\b(?:per|a)[ \t]+sec(?:ond)?|\/[ \t]?s(?:ec(?:ond)?)?|\b(?:rps|qps|tps))\b[ \t]*(?:(?:is|are|of|about|around|at)\b[ \t]*|[:=~≈|<≤(][ \t]*)*$/i;
const readWords =
  /\b(?:read|redirect|open|click|resol|look-?ups?|looks?\b|looked|maps?\b|visit|hit|view|fetch|get|follow|quer|brows)/gi;
const writeWords =
  /\b(?:writ|shorten|creat|insert|post|new|upload|add|sav|submi|ingest|publish|holds?\b|reserv|confirm|book|buy|purchas)/gi;
const things = /\b(?:links?|urls?|rows?|records?|entries|mappings?|items|codes?|seats?|tickets?)\b/i;

/** What one person or program may do, or is kept to, says nothing about what all of them do. */
const ofOne =
  /\b(?:each|every|per|one|a single|any(?: one| single)?|an?)[ \t]+(?:registered |free |signed-in )?(?:users?|clients?|customers?|visitors?|persons?|people|accounts?|callers?|tenants?|ips?|ip address|api keys?|keys?|owners?)\b|\b(?:rate[- ]?limit|throttl|quota)/i;

const parts =
  /\b(?:primary|databases?|db|caches?|replicas?|nodes?|instances?|servers?|shards?|services?|each|pool|queue|workers?|miss(?:es)?)\b/i;

/** What a number at `from`–`end` of a sentence counts; null where that cannot be told. */
export function meaningOf(sentence: string, from: number, end: number, value: number): Meaning | null {
  const before = sentence.slice(0, from);
  const after = sentence.slice(end);
  return (
    ratioOf(before, after, value) ??
    bytesOf(after, value) ??
    rateOf(before, after, value) ??
    latencyOf(before, after, value) ??
    retentionOf(before, after, value) ??
    countOf(after, value)
  );
}

function ratioOf(before: string, after: string, value: number): Meaning | null {
  const around = `${before.slice(-60)} ${after.slice(0, 60)}`;
  const isAboutIt = /read|writ|ratio|open|redirect|shorten|creat/i.test(around);
  const toOne = /^\s?(?::|to)\s?1\b(?![\d:.,])/.exec(after);
  if (toOne !== null && isAboutIt && value >= 1) return { quantity: "ratio", value, unit: "to 1" };
  const fromOne = /\b1\s?(?::|to)\s?$/.exec(before);
  if (fromOne !== null && isAboutIt && value > 1 && /writ[^.]*read|creat|shorten/i.test(around))
    return { quantity: "ratio", value, unit: "to 1" };
  const times = /^\s?(?:x|×|times)\s+(?:as (?:often|many|much)|more (?:often|reads?|redirects?|opens?))/i.test(after);
  return times && isAboutIt ? { quantity: "ratio", value, unit: "to 1" } : null;
}

const byteUnits: Record<string, number> = { "": 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15 };

function bytesOf(after: string, value: number): Meaning | null {
  const found = /^\s?(?:(?<prefix>[kKMGTP])i?B(?:ytes?)?\b|(?<bytes>bytes?\b)|(?<b>B)(?![\p{L}\p{N}]))/u.exec(after);
  if (found === null) return null;
  const bytes = value * (byteUnits[(found.groups?.["prefix"] ?? "").toLowerCase()] ?? 1);
  const rest = after.slice(found[0].length);
  const over =
    /^\s*(?:of \w+ )?(?:\/|per|a|an|each|every)\s*(?<what>[\p{L}]+)/iu.exec(rest)?.groups?.["what"]?.toLowerCase() ??
    "";
  if (/^(?:year|month|day)s?$/.test(over)) return { quantity: "bytes", value: bytes, unit: `bytes a ${over}` };
  if (/^(?:s|sec|second)$/.test(over)) return { quantity: "bytes", value: bytes, unit: "bytes a second" };
  const isRow = /^(?:row|link|record|entry|url|one)$/.test(over) || bytes < 1e5;
  return { quantity: "bytes", value: bytes, unit: isRow ? "bytes a row" : "bytes" };
}

function rateOf(before: string, after: string, value: number): Meaning | null {
  const found = rate.exec(after.slice(0, 80));
  if (found === null) return rateAfterItsUnit(before, after, value);
  const { noun = "", short, time, daily = "", adverb } = found.groups ?? {};
  if (/\b(?:bytes?|times|seconds?|ms|years?|days?|months?|users?|people)\b/i.test(`${noun}${daily}`)) return null;
  const span =
    adverb !== undefined
      ? { daily: 86_400, monthly: 2_592_000, hourly: 3_600 }[adverb.toLowerCase()]
      : short !== undefined
        ? 1
        : secondsOf[(time ?? "s").toLowerCase().replace(/(?<=..)s$/, "")];
  if (span === undefined) return null;
  const clause = `${before.split(/[.;,]\s/).at(-1) ?? ""} | ${noun} | ${after.slice(found[0].length).split(/[.;,]\s/)[0] ?? ""}`;
  if (ofOne.test(clause)) return null;
  const rest = after.slice(found[0].length).split(/[,;|(]|\band\b/)[0] ?? "";
  const initial = { w: "write", r: "read" }[noun.trim().toLowerCase()] ?? "";
  const own = wordOf(`${noun} ${daily} ${short === "wps" ? "write" : initial}`);
  const kind = own ?? closest(before) ?? wordOf(rest);
  const isThing = things.test(`${noun} ${daily}`);
  // "The primary sees a thousand a second" is about a part of the system, not about what comes in.
  if (kind === null && !isThing && parts.test(before)) return null;
  const quantity = kind ?? (isThing ? "writes" : "reads");
  return { quantity, value: value / span, unit: kind === null && !isThing ? "requests a second" : "a second" };
}

/** Only where it is said of what: a number alone after a unit may be anything. */
function rateAfterItsUnit(before: string, after: string, value: number): Meaning | null {
  const unit = rateBefore.exec(before);
  if (unit === null || /^[ \t]?(?:%|ms\b|[kMGTP]?i?B\b|bytes?\b)/.test(after) || ofOne.test(before)) return null;
  const quantity = wordOf(/^[ \t]+[\p{L}]+/u.exec(after)?.[0] ?? "") ?? closest(before.slice(0, unit.index));
  return quantity === null ? null : { quantity, value, unit: "a second" };
}

const wordOf = (text: string): "reads" | "writes" | null => {
  const read = text.search(readWords);
  const write = text.search(writeWords);
  if (read < 0 && write < 0) return null;
  return write >= 0 && (read < 0 || write < read) ? "writes" : "reads";
};

/** Of what stands before the number in its sentence, the nearest. */
function closest(before: string): "reads" | "writes" | null {
  const near = before.split(/,\s|;|\band\b/).at(-1) ?? "";
  const last = (words: RegExp): number => Math.max(-1, ...Array.from(near.matchAll(words), ({ index }) => index));
  const read = last(readWords);
  const write = last(writeWords);
  if (read < 0 && write < 0) return null;
  return write > read ? "writes" : "reads";
}

function latencyOf(before: string, after: string, value: number): Meaning | null {
  const found = /^\s?(?<unit>ms|msecs?|milli-?seconds?|s|secs?|seconds?)(?![\p{L}/])/iu.exec(after);
  if (found === null) return null;
  const around = `${before.slice(-70)} ${after.slice(0, 50)}`;
  if (
    /time-?outs?|probe|health|interval|ttl|back-?off|retr|wait|window|lag|stale|expir|cached? for|every|refresh/i.test(
      around,
    )
  )
    return null;
  const percentile = /\b(p(?:50|9\d(?:\.9)?|999)|median|99th|95th)\b/i.exec(around)?.[1]?.toLowerCase();
  const isGoal =
    percentile !== undefined ||
    /(?:latency|under|below|within|less than|at most|faster than|no more than|respon|answers?|redirects? (?:in|take)|in|[<≤])\s*(?:about |around |~|of |is |be |at |a |time |budget |goal |target |: ?)*$/i.test(
      before,
    ) ||
    /^\s?\S+\s+(?:latency|or less|at most|response|budget)/i.test(after);
  if (!isGoal) return null;
  const millis = /^m/i.test(found.groups?.["unit"] ?? "") ? value : value * 1_000;
  const at = { "99th": "p99", "95th": "p95", median: "p50" }[percentile ?? ""] ?? percentile;
  return { quantity: "latency", value: millis, unit: at === undefined ? "ms" : `ms at ${at}` };
}

const daysOf: Record<string, number> = { year: 365, month: 30, week: 7, day: 1, hour: 1 / 24 };

function retentionOf(before: string, after: string, value: number): Meaning | null {
  const found =
    /^[\s-]?(?<unit>years?|yrs?|months?|weeks?|days?|hours?)\b(?!\s+(?:ago|old|of experience|later|from now))/i.exec(
      after,
    );
  if (
    found === null ||
    /\b(?:in|after about|every|last|past|takes?|lasts?|is that)\s+(?:about |around |~)?$/i.test(before)
  )
    return null;
  const unit = (found.groups?.["unit"] ?? "").toLowerCase().replace(/s$/, "").replace("yr", "year");
  const isKept = /keep|kept|retain|retention|live|life|expir|ttl|stor|valid|delet|remov|surviv|persist|\bfor\s*$/i.test(
    `${before.slice(-80)} ${after.slice(0, 60)}`,
  );
  // Years by themselves are the answer to how long; beside other words they may be anything's.
  const isAlone = !/[\p{L}\p{N}]/u.test(`${before}${after.slice(found[0].length)}`);
  if (!isKept && !(isAlone && unit === "year")) return null;
  return { quantity: "retention", value: value * (daysOf[unit] ?? 1), unit: "days" };
}

function countOf(after: string, value: number): Meaning | null {
  const found =
    /^\s(?:(?:[\p{L}-]+)\s){0,2}?(?<noun>links?|urls?|rows|records|entries|mappings|users?|people|customers|accounts|dau|mau)\b/iu.exec(
      after,
    );
  const noun = found?.groups?.["noun"]?.toLowerCase() ?? "";
  if (noun === "" || value < 100 || rate.test(after.slice(0, 80))) return null;
  const isPeople = /^(?:user|people|customer|account|dau|mau)/.test(noun);
  return isPeople ? { quantity: "users", value, unit: "users" } : { quantity: "rows", value, unit: "rows" };
}
