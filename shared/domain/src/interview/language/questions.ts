import { folded, sentencesIn, wordsIn } from "./plain.ts";

/** Of a message, as much as is looked at; the rest repeats it. */
export const mostChars = 4_000;

const mark = /[?\u037e\u061f\uff1f]["')\]*_\s]*$/;

/** How people begin before they ask. */
const lead =
  /^(?:(?:so|and|but|ok(?:ay)?|well|hi|hey|hello|sorry|right|great|thanks|cool|sir|madam|mate|alright|btw|one thing|another (?:one|question)|hm+|also|then|first|please|(?:a |one |just a )?(?:quick|short|small|last|more)(?: more)? (?:question|one|thing)|one question|question|@\w+)\b[,:.!\s-]*)+/;

const indirectly =
  /^(?:i(?:'d| would) (?:like|love|want) to (?:know|ask|check|clarify)|i (?:want|need) to (?:know|ask|check|clarify)|i(?:'m| am) wondering|i wonder|wondering|let me (?:ask|check|clarify)|(?:can|could|would|will) you (?:please )?(?:tell|clarify|explain|say|confirm)|(?:please )?(?:tell me|clarify|confirm)|do you know|any (?!of|other|way|code|link|user|request|client)\w+\b(?:[^.]{0,60}\w)?$|need (?:an? |the )?\w+.{0,40}\?$|(?:please )?give me (?:a|an|the|some) (?:number|figure|estimate|idea|ballpark)\b|what about|how about)\b/;

/** A word that makes a sentence of what begins like a question: `must be a 302`, `is stored in a table`. */
const dropped =
  "(?!(?:be|do|have|not|also|just|only|then|now|use|add|go|get|see|say|keep|take|make|done|fine|ok|okay|probably|still|already|never|always|so|work|works|need|needs|stay|stays|become|return|returns|answer|store|(?!managed)\\w+ed)\\b)";

const asking = new RegExp(
  `^(?:(?:in|on|at|for|to|by|from) (?:which|what|how|whom)\\b|do a few\\b|how\\b(?! (?:a|an|the|i|we|it|this|that|they|to|\\w+s (?:are|is|get))\\b)|who\\b|whose\\b|why\\b|where\\b|when (?:do|does|is|are|will|should|can|must|may)\\b|which\\b(?! (?:means|is why|i|we|makes|gives|leaves)\\b)|what(?:'?s|\\b)(?! (?:i|we|you|matters most|counts|helps)\\b)|(?:is|are|was|were|does|did|can|could|should|shall|will|would|may|might|must|has) ${dropped}[\\w',.:/-]+ \\S|(?:is|are|does|can|should|will|may|must) (?:it|there|they|we|i|you|this|that)\\b|do (?!it\\b|this\\b|that\\b|not\\b|the\\b|a\\b)\\w+|do the (?:\\w+ ){0,2}\\w+s\\b|(?:have|had|am) (?:we|you|they|i)\\b|(?:should|can|may|must|do|are|is|does) (?:only|just|all|some|any|["'])\\b|(?:don't|doesn't|isn't|aren't|shouldn't|can't|won't) (?:we|you|they|i|it|there|the|links|users|people|clients)\\b)`,
);

/** What may come before the question itself: "once created, can it be edited". */
const condition =
  /^(?:once|if|when|after|given|assuming)\b(?:[^,]{1,80}, ?(?:then )?|.{1,80}? (?=(?:do|does|should|will) (?:i|we|they|it|the)\b))/;

/** "I would guess 10k?" tells what one supposes. */
const supposing = /^(?:i|we)(?:'d|'ll| would| will)? (?:guess|assume|suppose|think|say|estimate|expect)\b/;

/** "I'll assume one region. Ok?" asks nothing of its own. */
const tag =
  /^\W*(?:(?:is|does|would|sounds?) (?:that|this|it) (?:ok(?:ay)?|alright|fine|right|correct|make sense|work)(?: (?:for|with|to) you)?|ok(?:ay)?|(?:all ?)?right|yes|no|correct|fine|deal|agreed|good|sound(?:s)? (?:good|right|ok(?:ay)?)|make(?:s)? sense|fair(?: enough)?)\W*$/;

/** The sentences of a message that ask something, with or without their mark. */
export const questionsIn = (text: string): string[] =>
  [...new Set(sentencesIn(text.slice(0, mostChars)))]
    .filter((sentence) => isAsking(sentence) && !supposing.test(folded(sentence.slice(0, 600)).replace(lead, "")))
    .filter((sentence) => !tag.test(folded(sentence.slice(0, 600))))
    .slice(0, 4);

/** Whether a message asks something, with or without its mark. */
export function isQuestion(text: string): boolean {
  const shown = text.slice(0, mostChars);
  if (/[?\u037e\u061f\uff1f](?:["')\]*_\s]|$)/.test(shown)) return true;
  return sentencesIn(folded(shown)).some(isAsking);
}

function isAsking(sentence: string): boolean {
  const said = folded(sentence.slice(0, 600)).replace(lead, "");
  return (
    mark.test(sentence) ||
    asksAtEnd.test(said) ||
    indirectly.test(said) ||
    asking.test(said) ||
    asking.test(said.replace(condition, ""))
  );
}

/** "custom codes in scope or no", "availability or consistency, what do you prefer". */
const asksAtEnd =
  /\b(?:or no|or not|yes or no|y\/n|\bdoes it matter|, (?:what|which|how) (?:do|does|should|is|are|would|will)\b.{0,60}|, (?:right|correct|yes|no))\W*$/;

/** How something is done, or what a word means: neither is a requirement. */
const more =
  /^(?:how (?:to\b|does (?:an? |the )?\S+ work\b|(?:do|can|could|should|would|might|shall) (?:i|you|one)\b|(?:do|can|could|should|would) we (?!handle|deal|treat|get rid|stop|answer|respond|react|behave|know|expect|want|prefer))|what(?:'s| is| are) (?:an? )?(?!(?:the|our|your|its|their|in|out|this|that|it|allowed|required|expected|needed|more)\b)[\w-]+(?: [\w-]+)?\W*$)/;

/** Whether a question asks for an explanation or a way. */
export const asksForMore = (question: string): boolean => more.test(folded(question.slice(0, 600)).replace(lead, ""));

const verbs =
  /\b(?:i|we|you|it|they|he|she|is|are|was|were|am|be|been|do|does|did|will|would|should|can|could|may|might|must|shall|has|have|had|use|uses|add|adds|needs?|keeps?|goes|go|gets?|takes?|makes?|stores?|returns?|works?|thanks?|yes|no|not|maybe|perhaps|later|probably|without|with|because|so|since|then|my|about|done|fine|think|guess|let|just|only|plus|via|than|matters?|stays?|lives?|expire|expires|lasts?|grows?|live|last|the|an?|never|always|every|each|over|under|before|after|behind|instead|service|limiter|table|layer|server)\b|'/;

/** "302?", "base62, seven characters?": a value with a question mark proposes an answer. */
export const isProposal = (question: string): boolean => {
  const said = folded(question).replace(lead, "");
  return !indirectly.test(said) && !asking.test(said) && (/\d/.test(said) || claimed.test(said));
};

/** A quality with its thing is what one has chosen: "eventual consistency", "random codes". */
const claimed =
  /^(?:eventual|strong|weak|random|unique|sequential|single|separate|stateless|permanent|temporary|durable|consistent|stale|hot|high|low|unguessable|unpredictable|public|private|anonymous|cheap)\b|\b(?:first|now|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|per (?!second|sec|minute|hour|day|month|year)\w+)\b|^(?:small|large|big|few|many|simple)\b/;

/** "link lifetime", "rate limits": a few words without a verb that name what one wants to know. */
export function isClipped(text: string): boolean {
  const said = folded(text.slice(0, 120)).trim().replace(lead, "");
  const count = wordsIn(said).length;
  if (count === 0 || count > 6 || /[.!]$|[.!;:,\n]./.test(said) || verbs.test(said)) return false;
  return (!/\d/.test(said) && !claimed.test(said)) || /\bor\b/.test(said);
}
