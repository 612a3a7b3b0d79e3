import type { FactName } from "../../facts.ts";
import { cited } from "../topics/words.ts";
import { factsOfNumber } from "./number-facts.ts";

/** A kind of statement, with three questions that quote it. */
export interface Template {
  id: string;
  pattern: RegExp;
  strength: number;
  /** Those that a sentence of the kind is about; where only its words tell, they do, and it may be about none. */
  facts: FactName[] | ((sentence: string, word: string) => FactName[]);
  /** Only where the word is said to be so, or only where it is denied; both where absent. */
  isSaid?: boolean;
  words: (quote: string, word: string, at: string) => [string, string, string];
}

const isRate = /\b(?:rps|qps)\b|\/\s?s\b|\b(?:a|per)\s(?:second|minute|hour|day|month|year)\b/i;

/** What people write in a design document, as far as its words tell; `plain` is for all the rest. */
export const templates: readonly Template[] = [
  {
    id: "vague",
    pattern:
      /\b(fast|quick(?:ly)?|scalable|scales|highly available|reliable|robust|efficient(?:ly)?|low latency|high throughput|performant|secure)\b/i,
    strength: 0.7,
    facts: (_sentence, word) => (/fast|quick|latency/i.test(word) ? ["latency-goal-stated"] : []),
    isSaid: true,
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
    facts: [],
    words: (quote, word, at) => [
      `${quote} (${at}). What would have to happen for ${cited(word)} to be wrong?`,
      `${quote} (${at}): which part of the design sees to that, and what if it stops?`,
      `What does it cost to keep ${quote} (${at}), and would almost do?`,
    ],
  },
  {
    id: "number",
    pattern:
      /(\d[\d.,]*\s?(?:k|m|bn|million|billion|thousand|gb|tb|mb|kb|bytes|ms|%|rps|qps|percent|years?|months?|days?|hours?|seconds?|x)\b(?:\s(?:reads?|writes?|redirects?|opens?|links?|rows?|requests?|users?|codes?|clicks?|seats?|holds?|bookings?|tickets?)\b)?(?:\s?\/\s?s\b|\s(?:a|per)\s(?:second|minute|hour|day|month|year)\b)?|\d[\d.,]*\s(?:\p{L}+\s){0,2}?(?:a|per)\s(?:second|minute|hour|day|month|year)\b)/iu,
    strength: 0.65,
    facts: factsOfNumber,
    words: (_quote, word, at) => [
      isRate.test(word)
        ? `${cited(word)} (${at}): is that on average or in the worst minute, and which of your decisions needs it?`
        : `${cited(word)} (${at}): where does that figure come from, and which of your decisions needs it?`,
      `If ${cited(word)} turned out to be ten times as much (${at}), what would break first?`,
      `Which decision of yours rests on ${cited(word)} (${at})?`,
    ],
  },
  {
    id: "keep-close",
    pattern: /\b(cache[sd]?|caching|redis|memcached|cdn)\b/i,
    strength: 0.68,
    facts: ["cache-has-invalidation-text", "failure-of-cache-said"],
    isSaid: true,
    words: (quote, _word, at) => [
      `${quote} (${at}). What does a reader get in the moment after a change?`,
      `${quote} (${at}). How much has to be kept there to be worth it?`,
      `${quote} (${at}): what would you measure to know that it is worth it?`,
    ],
  },
  {
    id: "again",
    pattern: /\b(retr(?:y|ies|ied)|repeats?|tr(?:y|ies) again|backoff|idempoten\w*)\b/i,
    strength: 0.66,
    facts: ["retry-said", "create-is-idempotent"],
    isSaid: true,
    words: (quote, word, at) => [
      `${quote} (${at}). What arrives when all clients do that at the same moment?`,
      `What makes a second try safe where ${at} says ${cited(word)}?`,
      `You write ${quote} (${at}). When does one stop trying, and what is said then?`,
    ],
  },
  {
    id: "taken",
    pattern:
      /\b(collisions?|collides?|(?<!\b(?:payment|money|time|cash|it) )(?:is|was|already) taken|already exists?|draws? again)\b/i,
    strength: 0.7,
    facts: ["collision-said"],
    isSaid: true,
    words: (quote, _word, at) => [
      `${quote} (${at}). How often will that be, and how many tries are too many?`,
      `Who is the first to notice it where you write ${quote} (${at})?`,
      `${quote} (${at}): what does the client see of that, and how long does it wait?`,
    ],
  },
  {
    id: "apart",
    pattern: /\b(shard\w*|partition\w*|split\w*|hash\w*)\b/i,
    strength: 0.68,
    facts: ["partitioning-said"],
    isSaid: true,
    words: (quote, word, at) => [
      `By what do you decide where something goes when ${at} says ${cited(word)}?`,
      `Which request has to ask all the parts after the ${cited(word)} of ${at}?`,
      `${quote} (${at}): one part is full. How does what lies there move without stopping anything?`,
    ],
  },
  {
    id: "copies",
    pattern: /\b(failover|standby|primary|secondary|(?<!read[- ])replica\w*)\b/i,
    strength: 0.68,
    facts: ["failure-of-database-said", "replica-database-drawn"],
    isSaid: true,
    words: (_quote, word, at) => [
      `Who decides which machine takes the writes where ${at} says ${cited(word)}, and what is lost in between?`,
      `What may a copy not have yet where ${at} says ${cited(word)}?`,
      `Two machines take writes at the same time (${at} says ${cited(word)}). What prevents that?`,
    ],
  },
  {
    id: "read-copies",
    pattern: /\b(read[- ]replica\w*|followers?)\b/i,
    strength: 0.68,
    facts: ["replica-database-drawn"],
    isSaid: true,
    words: (_quote, word, at) => [
      `What may a copy not have yet where ${at} says ${cited(word)}?`,
      `Which requests may be answered from ${cited(word)} (${at}), and which never?`,
      `One of the ${cited(word)} of ${at} falls a minute behind. Who notices, and where do its reads go?`,
    ],
  },
  {
    id: "later",
    pattern: /\b(queue\w*|asynchronous\w*|async|worker\w*|background|eventually|batch\w*)\b/i,
    strength: 0.66,
    facts: ["queue-has-consumer", "trade-off-said"],
    isSaid: true,
    words: (quote, word, at) => [
      `${quote} (${at}). What does the client believe in the meantime?`,
      `What is allowed to get lost where ${at} says ${cited(word)}?`,
      `How do you notice that the ${cited(word)} of ${at} has fallen behind?`,
    ],
  },
  {
    id: "without",
    pattern:
      /\b(cache[sd]?|caching|redis|memcached|cdn|shard\w*|partition\w*|replica\w*|failover|standby|queue\w*|async\w*|worker\w*|retr(?:y|ies))\b/i,
    strength: 0.68,
    facts: ["trade-off-said"],
    isSaid: false,
    words: (quote, _word, at) => [
      `${quote} (${at}). Which figure would make you decide otherwise?`,
      `${quote} (${at}): what do you gain by that, and what do you give up?`,
      `${quote} (${at}). What would you have to see in production to change that?`,
    ],
  },
  {
    id: "reason",
    pattern: /\b(because|so that|instead of|rather than|in order to|trade-?off)\b/i,
    strength: 0.5,
    facts: ["trade-off-said"],
    words: (quote, _word, at) => [
      `${quote} (${at}). When would you decide the other way?`,
      `${quote} (${at}): what did you give up for it?`,
      `Which figure would change your mind about ${quote} (${at})?`,
    ],
  },
  {
    id: "lives",
    pattern: /\b(for good|for ?ever|lifetime|kept for)\b/i,
    strength: 0.6,
    facts: aboutKeeping,
    words: (quote, _word, at) => [
      `${quote} (${at}). Which figure of the design grows because of that, and how fast?`,
      `${quote} (${at}): who decides that, and can it be changed afterwards?`,
      `Somebody wants it otherwise than ${quote} (${at}). What do you tell them?`,
    ],
  },
  {
    id: "ends",
    pattern: /\b(expir\w*|ttl|delete[sd]?|removed?|frees|freed|sweep\w*)\b/i,
    strength: 0.62,
    facts: aboutKeeping,
    words: (quote, _word, at) => [
      `${quote} (${at}). Who or what notices that the time has come, and what if that comes late?`,
      `${quote} (${at}): what does a request get that arrives in that very moment?`,
      `${quote} (${at}). Whose clock decides that, and what may another one say?`,
    ],
  },
  {
    id: "scope",
    pattern: /\b(out of scope|not in scope|non-goals?|left out|leave out|not needed|no need for)\b/i,
    strength: 0.75,
    facts: ["trade-off-said"],
    words: (quote, _word, at) => [
      `${quote} (${at}). Who will miss that first, and what do you tell them?`,
      `${quote} (${at}): what makes it safe to leave out today?`,
      `What in the design has to stay open for the day when ${quote} (${at}) changes?`,
    ],
  },
  {
    id: "way",
    pattern: /(\S+ ?(?:-+>|→) ?\S+)/u,
    strength: 0.6,
    facts: [],
    words: (quote, _word, at) => [
      `${quote} (${at}). What goes along each of these arrows, and who waits for whom?`,
      `One of the parts of ${quote} (${at}) stops. Which request still gets an answer?`,
      `${quote} (${at}): along which of these arrows may a call be sent a second time?`,
    ],
  },
  {
    id: "plain",
    pattern: /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u,
    strength: 0.4,
    facts: [],
    words: (quote, _word, at) => [
      `${quote} (${at}). Which part of the design sees to that?`,
      `You write ${quote} (${at}). What goes wrong first if that doesn't hold?`,
      `${quote} (${at}): how would you show somebody that it is so?`,
    ],
  },
];

/** How long a cache, a session or a log keeps something says nothing about what the problem keeps. */
function aboutKeeping(sentence: string): FactName[] {
  return /\b(?:cache|redis|token|session|log)/i.test(sentence) ? [] : ["retention-stated"];
}
