import type { Fact, Facts } from "../design-facts.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import { says } from "../../language/negation.ts";
import { folded, sentencesIn } from "../../language/plain.ts";
import type { Paragraph } from "../../language/paragraphs.ts";
import { remembered } from "../../language/remembered.ts";
import { saysNothing } from "../../language/says-nothing.ts";
import { beginningOf } from "../../language/stem.ts";
import { statedIn } from "../../language/telling.ts";

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
  const isLittle = !hasWords(view, fewestWords);
  const said = view.prose.map(({ heading, text }) => wordsSaid(`${heading}\n${statedIn(text)}`));
  return topics.flatMap(([name], n): [FactName, Fact][] => {
    const at = said.findIndex((words) => typeof words[n] === "string");
    const paragraph = view.prose[at];
    if (paragraph === undefined) return isLittle ? [] : [[name, { holds: false, place: null, holes: {} }]];
    const place = placeOf(view, "design", lineOf(view, paragraph, said[at]?.[n] ?? ""), paragraph.endLine);
    return [[name, { holds: true, place, holes: { line: String(place.line) } }]];
  });
}

function hasWords({ prose }: DesignView, least: number): boolean {
  let words = 0;
  return prose.some(({ text }) => (words += text.split(/\s+/, least).length) >= least);
}

/** For each topic the word by which a paragraph speaks of it, else null; its heading, on the first line, names it too. */
const wordsSaid = remembered((headed): readonly (string | null)[] => {
  const end = headed.indexOf("\n");
  const text = headed.slice(end + 1);
  const whole = end === 0 ? text : `${headed.slice(0, end)}. ${text}`;
  return topics.map(([, lists]) => wordSaid(text, whole, lists));
});

function wordSaid(text: string, whole: string, lists: readonly Words[]): string | null {
  const likely = lists.map((list) => list.filter((word) => folded(whole).includes(beginningOf(word))));
  if (likely.some((list) => list.length === 0)) return null;
  const isPair = lists.length > 1;
  const words = likely.map((list) =>
    list.find((word) =>
      sentencesIn(whole).some((sentence) => isSaid(sentence, word, isPair) && !saysNothing(sentence)),
    ),
  );
  if (words.some((word) => word === undefined)) return null;
  return likely.flat().some((word) => isSaid(text, word, isPair)) ? (words[0] ?? "") : null;
}

/** Of a failure "without the database" is said on purpose: there a denial denies nothing. */
function isSaid(sentence: string, word: string, isPair: boolean): boolean {
  if (!isPair) return says(sentence, word);
  const text = folded(sentence);
  return text.includes(word) && new RegExp(`\\b${word}`, "u").test(text);
}

/** The line of the paragraph on which the word stands. */
function lineOf(view: DesignView, { line: from, endLine }: Paragraph, word: string): number {
  for (let line = from; line <= endLine; line += 1) if (says(view.lines.design[line - 1] ?? "", word)) return line;
  return from;
}
