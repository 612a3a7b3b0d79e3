import type { FactName } from "../../facts.ts";
import type { Paragraph } from "../../language/paragraphs.ts";
import { sentencesIn } from "../../language/plain.ts";
import { cited } from "../topics/words.ts";
import type { Ask, Asker } from "./ask.ts";

interface Template {
  id: string;
  pattern: RegExp;
  strength: number;
  facts: FactName[];
  words: (quote: string, word: string, at: string) => [string, string, string];
}

const templates: readonly Template[] = [
  {
    id: "vague",
    pattern:
      /\b(fast|quick(?:ly)?|scalable|scales|highly available|reliable|robust|efficient(?:ly)?|low latency|high throughput|performant|secure)\b/i,
    strength: 0.7,
    facts: ["latency-goal-stated"],
    words: (_quote, word, at) => [
      `You write ${cited(word)} (${at}). Which number would show that it is?`,
      `How would somebody find out that ${cited(word)} in ${at} is not true?`,
      `${cited(word)} (${at}): compared with what, and measured where?`,
    ],
  },
  {
    id: "absolute",
    pattern:
      /\b(always|never|all requests|every request|guarantee[sd]?|impossible|exactly once|no downtime|zero downtime|cannot fail|can't fail|instantly|immediately)\b/i,
    strength: 0.72,
    facts: ["trade-off-said"],
    words: (quote, word, at) => [
      `${cited(word)} is a strong word (${at}). What would have to happen for it to be wrong?`,
      `${quote} (${at}): which part of the design sees to that, and what if it stops?`,
      `What does the ${cited(word)} of ${at} cost, and would almost do?`,
    ],
  },
  {
    id: "number",
    pattern:
      /(\d[\d.,]*\s?(?:k|m|bn|million|billion|thousand|gb|tb|mb|kb|bytes|ms|%|rps|qps|percent|years?|months?|days?|hours?|seconds?|x)\b(?:\s(?:reads?|writes?|redirects?|opens?|links?|rows?|requests?|users?|codes?|clicks?)\b)?(?:\s?\/\s?s\b|\s(?:a|per)\s(?:second|minute|hour|day|month|year)\b)?|\d[\d.,]*\s(?:\p{L}+\s){0,2}?(?:a|per)\s(?:second|minute|hour|day|month|year)\b)/iu,
    strength: 0.65,
    facts: ["volume-stated", "read-rate-stated"],
    words: (_quote, word, at) => [
      `${cited(word)} (${at}): is that on average or in the worst minute, and which of your decisions needs it?`,
      `If ${cited(word)} turned out to be ten times as much (${at}), what would break first?`,
      `Which decision of yours rests on ${cited(word)} (${at})?`,
    ],
  },
  {
    id: "keep-close",
    pattern: /\b(cache[sd]?|caching|redis|memcached|cdn)\b/i,
    strength: 0.68,
    facts: ["cache-has-invalidation-text", "failure-of-cache-said"],
    words: (quote, word, at) => [
      `${quote} (${at}). What does a reader get in the moment after a change?`,
      `How much does the ${cited(word)} of ${at} have to hold to be worth it?`,
      `Without the ${cited(word)} of ${at}, what would you measure first?`,
    ],
  },
  {
    id: "again",
    pattern: /\b(retr(?:y|ies|ied)|repeats?|again|backoff|idempoten\w*)\b/i,
    strength: 0.66,
    facts: ["retry-said", "create-is-idempotent"],
    words: (quote, word, at) => [
      `${quote} (${at}). What arrives when all clients do that at the same moment?`,
      `What makes a second try safe where ${at} says ${cited(word)}?`,
      `When does one stop trying, and what is said then (${at})?`,
    ],
  },
  {
    id: "apart",
    pattern: /\b(shard\w*|partition\w*|split\w*|hash\w*)\b/i,
    strength: 0.68,
    facts: ["partitioning-said"],
    words: (_quote, word, at) => [
      `By what do you decide where something goes when ${at} says ${cited(word)}?`,
      `Which request has to ask all the parts after the ${cited(word)} of ${at}?`,
      `One part is full (${at}). How does what lies there move without stopping anything?`,
    ],
  },
  {
    id: "copies",
    pattern: /\b(replica\w*|failover|standby|primary|secondary|follower)\b/i,
    strength: 0.68,
    facts: ["failure-of-database-said", "replica-database-drawn"],
    words: (_quote, word, at) => [
      `Who decides which machine takes the writes where ${at} says ${cited(word)}, and what is lost in between?`,
      `What may a copy not have yet where ${at} says ${cited(word)}?`,
      `Two machines take writes at the same time (${at} says ${cited(word)}). What prevents that?`,
    ],
  },
  {
    id: "later",
    pattern: /\b(queue\w*|asynchronous\w*|async|worker\w*|background|eventually|batch\w*)\b/i,
    strength: 0.66,
    facts: ["queue-has-consumer", "trade-off-said"],
    words: (quote, word, at) => [
      `${quote} (${at}). What does the client believe in the meantime?`,
      `What is allowed to get lost where ${at} says ${cited(word)}?`,
      `How do you notice that the ${cited(word)} of ${at} has fallen behind?`,
    ],
  },
  {
    id: "reason",
    pattern: /\b(because|so that|instead of|rather than|in order to|trade-?off)\b/i,
    strength: 0.5,
    facts: ["trade-off-said"],
    words: (quote, _word, at) => [
      `${quote} (${at}). When would you decide the other way?`,
      `What did you give up with the choice in ${at}?`,
      `Which figure would change your mind about ${at}?`,
    ],
  },
  {
    id: "plain",
    pattern: /\S+\s+\S+\s+\S+\s+\S+/,
    strength: 0.4,
    facts: ["trade-off-said"],
    words: (quote, _word, at) => [
      `${quote} (${at}). Which box or table carries that out?`,
      `You write ${quote} (${at}). What goes wrong first if that doesn't hold?`,
      `What would you leave out of ${quote} (${at}) if you had half the time?`,
    ],
  },
];

/** Questions about paragraphs that were just written, for each the two that fit best. */
export const proseAsks: Asker = (view, isNew) =>
  view.prose.flatMap((paragraph): Ask[] => {
    if (!isNew("design", paragraph.line, paragraph.endLine) || paragraph.text.trim().split(/\s+/).length < 4) return [];
    const fitting = templates.flatMap((template) => {
      const word =
        template.pattern.exec(paragraph.text)?.[1] ??
        (template.id === "plain" && template.pattern.test(paragraph.text) ? "" : null);
      return word === null ? [] : [{ template, word }];
    });
    return fitting
      .toSorted((a, b) => b.template.strength - a.template.strength)
      .slice(0, 2)
      .map(({ template: { id, facts, strength, words }, word }) => {
        const line = lineOf(view.lines.design, paragraph, word);
        const sentence = sentencesIn(paragraph.text).find((one) => one.includes(word)) ?? paragraph.text;
        return {
          id: `prose:${id}:${keyOf(sentence)}`,
          document: "design" as const,
          line,
          endLine: Math.max(line, Math.min(line, paragraph.endLine)),
          facts,
          strength,
          wordings: words(cited(sentence, 70), word, `design ${line}`),
        };
      });
  });

function lineOf(lines: readonly string[], { line, endLine }: Paragraph, word: string): number {
  for (let n = line; n <= endLine; n += 1) if ((lines[n - 1] ?? "").includes(word)) return n;
  return line;
}

/** The beginning of a sentence names it, so that moving it down keeps its question. */
const keyOf = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 40);
