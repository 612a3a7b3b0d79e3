import { says } from "./negation.ts";
import { sentencesIn, wordsIn } from "./plain.ts";
import { stem } from "./stem.ts";

/**
 * Whether a text already says what a question asks for. Only what its words show: the kind of thing that is asked for
 * stands there, or the text has nearly all the words of the question.
 */
export function isAnsweredBy(question: string, text: string): boolean {
  const asked = question.replaceAll(/"[^"]*"/g, "");
  if (cues.some(([asks, tells]) => asks.test(asked) && tells.test(text) && isSaid(text, tells))) return true;
  return hasCount(asked, text) || hasItsWords(asked, text);
}

const count = "(?:\\d[\\d.,]*|once|twice|one|two|three|four|five|ten)";
const span = new RegExp(
  `(?:\\d[\\d.,]*|\\b(?:an?|one|two|three|five|ten|few|some))[ -]?(?:ms|milliseconds?|s|secs?|seconds?|min|minutes?|h|hours?|days?|weeks?|years?)\\b`,
  "i",
);

/** What a question asks for, and how a text tells it. */
const cues: readonly [RegExp, RegExp][] = [
  [/\bon average or in the worst\b/i, /\b(?:peak|worst|busiest|average|mean|median|p\d\d)\b/i],
  [
    /\bhow many tries\b|\bwhen does (?:one|it) stop trying\b/i,
    new RegExp(
      `\\b${count} (?:more )?(?:times|tries|attempts|retries)\\b|\\b(?:at most|up to|no more than|only) (?:once|twice)\\b|\\bgives? up after\\b`,
      "i",
    ),
  ],
  [
    /\b(?:for how long|how long does (?:it|the one before it|the old answer|that)|until when|when does a copy|how old may|how late may)\b/i,
    span,
  ],
  [
    /\bwhat does (?:the|its) client\b/i,
    /\bclients? (?:then )?(?:gets?|sees?|hears?|receives?|is told)\b|\b(?:gets?|answers?|returns?|receives?) (?:with )?(?:an? )?(?:the )?[45]\d\d\b/i,
  ],
  [/\bwhat does a reader get\b/i, /\b(?:stale|old (?:one|value|url|answer|link)|invalidat|evict|purge)/i],
  [/\bhow does it learn that\b/i, /\b(?:health|heartbeat|probes?|ping)/i],
  [
    /\bwho decides that it takes over\b/i,
    /\b(?:patroni|sentinel|raft|quorum|orchestrator|automatic(?:ally)?|by hand|on[- ]call)\b/i,
  ],
  [
    /\bwho answers that visitor\b/i,
    /\b(?:leaves (?:it|them) out|(?:at|on|to|by) (?:another|one of the others)|the others? (?:take|answer)s?)\b/i,
  ],
  [/\bwhat keeps that from making it worse\b/i, /\b(?:back-?off|jitter|circuit|retry budget|shed)/i],
  [/\bby what do you decide where\b/i, /\b(?:shard|partition|split|hash)\w* (?:\w+ ){0,3}by \w+/i],
  [/\bby code or by owner\b/i, /\bby (?:the )?(?:short )?(?:code|owner|slug|user)\b/i],
  [/\bwhere is that measured\b/i, /\b(?:measured|at the (?:gateway|server|client|visitor|edge|load balancer))\b/i],
  [/\bone of it or several\b/i, /\b(?:several|two|three|\d+) (?:of|instances|replicas|pods|copies)\b/i],
  [/\bwhat becomes of it\b|\bwho takes from it\b/i, /\b(?:worker|consumer)s? (?:reads?|takes?|consumes?|polls?)/i],
];

/** A cue that is denied tells nothing: "no health check" does not say how one learns of it. */
const isSaid = (text: string, tells: RegExp): boolean =>
  sentencesIn(text).some((sentence) => {
    const found = tells.exec(sentence)?.[0];
    const word = found === undefined ? undefined : wordsIn(found).findLast((one) => one.length > 2);
    return found !== undefined && (word === undefined || says(sentence, word));
  });

/** "How many requests …?" is answered by "about 50 requests". */
function hasCount(question: string, text: string): boolean {
  const nouns = [...question.matchAll(/\bhow many ([\p{L}-]+)/giu)].flatMap(([, noun = ""]) =>
    noun.length > 2 ? [stem(noun.toLowerCase())] : [],
  );
  if (nouns.length === 0) return false;
  const words = wordsIn(text);
  return words.some(
    (word, n) => /^\d/.test(word) && words.slice(n + 1, n + 4).some((other) => nouns.includes(stem(other))),
  );
}

const common = new Set(
  "what which when where whom whose does that this then there their they with from have been will would your many much long until after before still more than into them each other says said about some only same".split(
    " ",
  ),
);

/** Whether one sentence has nearly all that a question of some words speaks of. */
function hasItsWords(question: string, text: string): boolean {
  const last = sentencesIn(question).findLast((sentence) => sentence.includes("?")) ?? question;
  const wanted = new Set(
    wordsIn(last)
      .filter((word) => word.length >= 4 && !common.has(word))
      .map(stem),
  );
  if (wanted.size < 3) return false;
  return sentencesIn(text).some((sentence) => {
    const own = new Set(wordsIn(sentence).map(stem));
    const shared = [...wanted].filter((one) => own.has(one)).length;
    return shared >= 3 && shared / wanted.size >= 0.7;
  });
}
