import type { Fact, Facts } from "../design-facts.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import type { FactName } from "../facts.ts";
import { says } from "../negation.ts";
import { folded, sentencesIn } from "../plain.ts";
import type { Paragraph } from "../paragraphs.ts";
import { remembered } from "../remembered.ts";
import { saysNothing } from "../says-nothing.ts";
import { beginningOf } from "../stem.ts";

type Words = readonly string[];

const failing: Words = [
  "fail",
  "fails",
  "failure",
  "down",
  "dies",
  "dead",
  "lost",
  "loss",
  "crash",
  "outage",
  "stops",
  "unavailable",
  "unreachable",
  "goes away",
  "restart",
  "without the",
  "failover",
  "promoted",
  "standby",
];
const stores: Words = ["database", "db", "postgres", "primary", "mysql"];
const caches: Words = ["cache", "redis", "memcached"];

/** One word of each list in one paragraph. */
const topics: readonly [FactName, readonly Words[]][] = [
  ["failure-of-database-said", [stores, failing]],
  ["failure-of-cache-said", [caches, failing]],
  [
    "retry-said",
    [
      [
        "retry",
        "retries",
        "retried",
        "retrying",
        "back off",
        "backoff",
        "try again",
        "tries again",
        "sends again",
        "resend",
        "repeats reads",
        "repeat the request",
      ],
    ],
  ],
  [
    "collision-said",
    [
      [
        "collision",
        "collide",
        "already taken",
        "is taken",
        "taken one",
        "taken code",
        "unique violation",
        "drawn again",
        "draw again",
        "regenerate",
        "already exists",
        "alike",
      ],
    ],
  ],
  [
    "abuse-said",
    [
      [
        "rate limit",
        "rate-limiting",
        "spam",
        "malicious",
        "phishing",
        "abuse",
        "captcha",
        "quota",
        "blocklist",
        "block list",
        "throttle",
        "safe browsing",
        "malware",
      ],
    ],
  ],
  [
    "hot-key-said",
    [
      [
        "hot key",
        "hot keys",
        "hot link",
        "hot links",
        "hot code",
        "hottest",
        "celebrity",
        "viral",
        "skew",
        "thundering herd",
        "stampede",
        "popular link",
        "popular links",
        "far more often",
      ],
    ],
  ],
  [
    "partitioning-said",
    [
      [
        "shard",
        "sharding",
        "sharded",
        "partition",
        "partitioned",
        "partitioning",
        "consistent hashing",
        "split by",
        "split the table",
      ],
    ],
  ],
  [
    "backup-said",
    [
      [
        "backup",
        "backups",
        "back up",
        "backed up",
        "restore",
        "point in time",
        "point-in-time",
        "pitr",
        "snapshot",
        "wal archive",
        "archived wal",
      ],
    ],
  ],
  [
    "observability-said",
    [
      [
        "metric",
        "metrics",
        "alert",
        "alerts",
        "alerting",
        "monitor",
        "monitoring",
        "monitored",
        "dashboard",
        "tracing",
        "traces",
        "logs",
        "logging",
        "slo",
        "grafana",
        "prometheus",
        "error budget",
      ],
    ],
  ],
  [
    "trade-off-said",
    [
      [
        "instead of",
        "rather than",
        "at the cost of",
        "trade-off",
        "tradeoff",
        "trade off",
        "because",
        "in exchange",
        "downside",
        "at the price of",
        "the price is",
        "in return",
        "so that",
      ],
    ],
  ],
];

/** Less prose than this leaves open what will be said. */
const fewestWords = 25;

/** What the prose of the design document speaks of; absent while there is hardly any. */
export function saidFacts(view: DesignView): Facts {
  const words = view.prose.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const prose = view.prose.map(prepared);
  return topics.flatMap(([name, lists]): [FactName, Fact][] => {
    const found = firstSaid(prose, lists);
    if (found === null) return words < fewestWords ? [] : [[name, { holds: false, place: null, holes: {} }]];
    const place = placeOf(view, "design", lineOf(view, found), found.paragraph.endLine);
    return [[name, { holds: true, place, holes: { line: String(place.line) } }]];
  });
}

/** A paragraph with its heading, which names what it is about: "## When the cache fails". */
interface Prepared {
  paragraph: Paragraph;
  folded: string;
  sentences: string[];
}

function prepared(paragraph: Paragraph): Prepared {
  const text = paragraph.heading === "" ? paragraph.text : `${paragraph.heading}. ${paragraph.text}`;
  return { paragraph, folded: foldedOnce(text), sentences: sentencesOnce(text) };
}

const foldedOnce = remembered(folded);
const sentencesOnce = remembered(sentencesIn);

interface Found {
  paragraph: Paragraph;
  word: string;
}

function firstSaid(prose: readonly Prepared[], lists: readonly Words[]): Found | null {
  for (const { paragraph, folded: text, sentences } of prose) {
    const likely = lists.map((list) => list.filter((word) => text.includes(beginningOf(word))));
    if (likely.some((list) => list.length === 0)) continue;
    const words = likely.map((list) =>
      list.find((word) =>
        sentences.some((sentence) => isSaid(sentence, word, lists.length > 1) && !saysNothing(sentence)),
      ),
    );
    if (words.some((word) => word === undefined)) continue;
    const inText = likely.flat().some((word) => isSaid(paragraph.text, word, lists.length > 1));
    if (inText) return { paragraph, word: words[0] ?? "" };
  }
  return null;
}

/** Of a failure "without the database" is said on purpose: there a denial denies nothing. */
function isSaid(sentence: string, word: string, isPair: boolean): boolean {
  if (!isPair) return says(sentence, word);
  const text = foldedOnce(sentence);
  return text.includes(word) && new RegExp(`\\b${word}`, "u").test(text);
}

/** The line of the paragraph on which the word stands. */
function lineOf(view: DesignView, { paragraph, word }: Found): number {
  for (let line = paragraph.line; line <= paragraph.endLine; line += 1)
    if (says(view.lines.design[line - 1] ?? "", word)) return line;
  return paragraph.line;
}
