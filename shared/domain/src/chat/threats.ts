/** The rest of a wording, where somebody says that they themselves will, would or want to. */
const intends = (what: string): RegExp =>
  new RegExp(
    String.raw`(?:\b(?:i|we) (?:will|shall|would|could|want to|wanna|would (?:like|love) to|(?:am|are) (?:going|about|coming) to|(?:am|are) gonna)` +
      String.raw`|\b(?:i|we)'(?:ll|d(?: (?:like|love) to)?)|\b(?:i'm|im|we're) (?:(?:going|about|coming) to|gonna)|\b(?:ill|imma|ima|i'mma|i'ma)|(?:^|[.!?;,] ?)gonna)` +
      // What comes before it: "find you and", "come to your house and".
      String.raw`(?: [^.?!;]{0,60}? (?:and|then|&))?(?: (?:and|then|so|just|really|fucking|literally|personally|gladly|slowly|soon|now|one day))*` +
      String.raw` (?:${what})`,
    "u",
  );

const kin = String.raw`your (?:(?:whole|entire|fucking|little) )*(?:family|mother|mom|mum|father|dad|kids|children(?! process)|wife|husband|son|daughter|sister|brother|girlfriend|boyfriend)\b`;
/** "Her" alone may go on with a thing of hers. */
const somebody = String.raw`(?:(?:you|u|ya|him)(?![\p{L}\p{N}'-])|her(?= *(?:[.,!?]|$)| (?:if|when|and|too|for|tonight|now)\b)|the (?:interviewer|recruiter)\b(?!')|my boss\b(?!')|every(?:one|body) (?:here|in (?:the|this|your) (?:room|office|building|company))|${kin})`;
const body = String.raw`your (?:fucking )?(?:neck|legs?|arms?|bones?|face|jaw|fingers|nose|skull|head|teeth|throat|knees|kneecaps|ass|brains?|heart)\b`;

/** Verbs that engineers use of processes, of a budget and of themselves; only with a person behind them are they meant here. */
const directed: readonly RegExp[] = [
  intends(
    String.raw`(?:kill|murder|rape|stab|strangle|choke|behead|slaughter|lynch|hurt|harm|punch|assault) ${somebody}`,
  ),
  intends(
    String.raw`shoot ${somebody}(?! (?:an?|the|my|some|over|off|that|this|these|those|another|one|two|more|details|mails?|e-?mails?|links?)\b)`,
  ),
  intends(String.raw`(?:break|smash|slit|cut|snap|bash|kick|beat|knock|rip|tear|blow|bust)(?: in| off| out)? ${body}`),
  intends(
    String.raw`(?:beat|knock|kick|smash) (?:the (?:\p{L}+ )?\p{L}+ out of (?:you|him|her)|you (?:up|to death|senseless|unconscious|to a pulp))\b|knock you out\b`,
  ),
  intends(
    String.raw`hit you in the (?:face|head)|(?:put|stick) an? (?:bullet|knife) in(?:to)? you|cut you (?:up|open)\b`,
  ),
  intends(String.raw`burn you alive|(?:burn(?: down)?|blow up) your (?:house|home|car)\b|make you (?:suffer|bleed)\b`),
  intends(String.raw`have you (?:killed|shot|beaten|stabbed)\b|end your life\b`),
  intends(
    String.raw`hunt (?:you|him|her) down\b|end you(?= *(?:[.,!]|$))|shoot up (?:the|this|your) (?:office|school|building|place)\b`,
  ),
  /\bkys\b|\bkill (?:your ?sel(?:f|ves)|ur ?self)\b|\bneck yourself\b|\b(?:end|take) your own life\b|\bslit your (?:own )?(?:wrists|throat)\b/u,
  /\b(?:go|please|just|should) (?:and )?(?:die(?= *(?:[.,!?]|$)| in a fire)|hang yourself|drown yourself|end your life|shoot yourself(?! in the (?:foot|leg)))/u,
  /\byou (?:should|deserve to|ought to) (?:die|be (?:dead|killed|shot|hanged|raped))\b|\bdie in a fire\b|^(?:just )?drop dead[ .!]*$/u,
  /\bi (?:hope|wish) (?:that )?(?:you|u) (?:(?:would |will |all )*die\b|were dead\b|get (?:killed|shot|raped|stabbed|run over|cancer)\b)|\bi (?:want|hope) (?:you dead|(?:they|someone|somebody) kills? you)\b/u,
  /(?:^|[.!?;] ?)(?:you|u)(?: will|'ll| are going to|'re going to| are gonna|'re gonna) die(?= *(?:[.!]|$)| (?:tonight|today|soon|slowly)\b)/u,
  /\b(?:somebody|someone) (?:should|will|is going to) (?:kill|shoot|stab|hurt|rape) (?:you|u)\b/u,
  /\b(?:you're|you are|youre) (?:a dead (?:man|woman)|dead meat)\b|\bi know where (?:you|your (?:family|kids|children)) live\b|\bbetter watch your back\b/u,
  /\bich (?:bringe? dich um|tote dich|mache? dich kalt|stech(?:e)? dich ab)\b|\bbring dich um\b|\bje vais te (?:tuer|crever|buter)\b|\bva te pendre\b/u,
  /\bte voy a matar\b|\bvoy a matarte\b|\bti (?:ammazzo|uccido)\b|\bvou te matar\b/u,
];

/** Whether somebody is threatened with violence, or told to do themselves harm, by a text in plain lower case. */
export const isThreat = (said: string): boolean => directed.some((pattern) => pattern.test(said));
