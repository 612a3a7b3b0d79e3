/** What people ask about the interview itself rather than about the problem. */
export type ProcessTalk =
  | "time"
  | "next-step"
  | "rephrase"
  | "hint"
  | "run"
  | "who"
  | "judge"
  | "break"
  | "hello"
  | "there"
  | "thanks"
  | "done";

const patterns: readonly [ProcessTalk, RegExp][] = [
  [
    "hint",
    /\b(?:give me|can i (?:have|get)|could i (?:have|get)|need|want|take|any|another)\b.{0,12}\bhints?\b|^hint[?.!]*$/,
  ],
  [
    "run",
    /\b(?:what(?:'s| is| was| went)? wrong|why|what (?:happened|failed))\b.{0,24}\b(?:my|the|our|that|this|last) (?:(?:last|first|second) )?(?:run|tests?)\b|\b(?:my|the|our|that|this|last) (?:run|tests?)\b.{0,12}\bfail\w*\b.{0,12}\bwhy\b|^what failed\??$/,
  ],
  [
    "time",
    /\b(?:how (?:much|many)|what) (?:time|minutes)\b.{0,20}\b(?:left|remain\w*|have|is it)\b|\btime left\b|\bhow long (?:do|have) (?:i|we) (?:got|have|left)\b/,
  ],
  [
    "rephrase",
    /\b(?:rephrase|reword|say (?:it|that) (?:again|differently|another way)|(?:repeat|ask) (?:the|that|your) question|what do you mean|(?:do not|don't|did not|didn't) (?:understand|get) (?:the|that|your|what|it|you)|not sure what you (?:mean|ask))\b/,
  ],
  [
    "next-step",
    /\bwhat(?:'s| is| do i do| should i do| shall i do| to do| now)?\s*(?:next|now)\s*\?*$|\bwhere (?:do|should) i (?:start|begin)\b|\bwhat (?:should|do|shall) i (?:do|write|draw|say|start with) ?(?:now|next|first)?\?*$|\bhow (?:do|should) i (?:start|begin)\b|^(?:and )?now\?+$/,
  ],
  [
    "who",
    /\b(?:are you (?:a |an )?(?:human|person|real|bot|ai|robot|llm|claude|chatgpt|model)|who are you|what are you)\b|\b(?:what (?:can|do) you do|how do(?:es)? (?:you|this|this interview) work)\W*$/,
  ],
  [
    "judge",
    /\b(?:how do you (?:score|grade|mark|rate|judge)|how (?:am i|did i|are we) do(?:ing)?\b|(?:is|are|does) my (?:design|schema|api|diagram|tables?|endpoints?|answers?|drawing)\b.{0,12}\b(?:ok|okay|good|right|correct|fine|complete|well)\b.{0,10}$|(?:is|was) (?:this|that|it) (?:ok|okay|good|right|correct|fine)(?: so far| now| like this)?\?*$)/,
  ],
  [
    "judge",
    /\b(?:what(?:'s| is| am i| are we| else is)? (?:still )?missing|what(?:'s| is) wrong|is (?:some|any)thing (?:wrong|missing)|what (?:did|have) (?:i|we) (?:get wrong|forg[eo]t(?:ten)?|miss(?:ed)?)|(?:did|have) (?:i|we) (?:forg[eo]t(?:ten)?|miss(?:ed)?) (?:some|any)thing|(?:find|list|point out) (?:the |my |any |all )*(?:mistakes?|errors?|gaps?|problems?|flaws?))\b(?:.{0,12}\b(?:this|that|here|it|my|our|the)(?: (?:design|schema|api|diagram|tables?|endpoints?|answers?|work|drawing|documents?))?)?[.!? ]*$/,
  ],
  [
    "judge",
    /\b(?:am i|are we) on the right (?:track|path|way)\b|^(?:please |can you |could you |would you )*(?:review|check|look over|assess|critique|evaluate) (?:my|our|the|this)(?: (?:design|schema|api|diagram|tables?|endpoints?|answers?|work|drawing|documents?))?(?:,? please)?[.!? ]*$/,
  ],
  ["break", /\b(?:take|have|get|need) a (?:short |quick |little )?break\b|\bpause the (?:clock|interview|session)\b/],
  [
    "there",
    /^(?:hello|hey|hi)?[,!?. ]*(?:are you|you) (?:still )?(?:there|here|awake|listening|muted)\b|^can you hear me\b/,
  ],
  ["done", /^(?:i(?:'m| am)|we(?:'re| are))? ?(?:done|finished|ready)(?: (?:here|with (?:this|that|it)|now))?[.!]*$/],
  [
    "thanks",
    /^(?:ok(?:ay)?,? )?(?:thanks|thank you|thx|cheers|great|perfect|cool|nice)(?: a lot| you| so much)?[.!]*$/,
  ],
  ["hello", /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|howdy)(?: there| everyone| all)?[.!,]*$/],
];

/** Which of these a message is; null when it is about the problem. */
export function processTalkOf(text: string): ProcessTalk | null {
  const plain = text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
  if (plain.length > 160) return null;
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
