import { folded, sentencesIn } from "./plain.ts";
import { remembered } from "./remembered.ts";

const lead = /^(?:(?:well|hm+|um+|uh+|er+m?|sorry|ok(?:ay)?|honestly|to be honest|tbh|sadly|actually|so|oh)[,.…\s]+)*/;

const whole = new RegExp(
  `^(?:${[
    "idk",
    "dunno",
    "no (?:idea|clue|answer|comment)(?: (?:at all|yet|sorry|here|really|about (?:this|that|it)))*",
    "(?:i )?(?:have |'ve got |got )(?:absolutely )?no (?:idea|clue)",
    "not? (?:really )?sure(?: (?:yet|sorry|about (?:this|that|it)))*",
    "i(?:'m| am) not (?:really )?sure(?: (?:yet|about (?:this|that|it)))*",
    "skip(?: (?:it|this|that|this one|please))*",
    "pass(?: on (?:it|this|that))?",
    "next(?: (?:question|one|please))*",
    "later",
    "whatever",
    "can'?t (?:say|answer)(?: (?:this|that|it))?",
    "no se|ni idea|no lo se",
    "nao sei|sem ideia|nao faco ideia",
    "non (?:lo )?so|nessuna idea|boh",
    "je (?:ne )?sais pas|aucune idee|sais pas",
    "(?:ich )?weiss (?:ich )?(?:es )?nicht|keine ahnung|ich hab(?:e)? keine ahnung",
  ].join("|")})$`,
);

/** `I don't know how the cache is filled`: it names things, and knows none of them. */
const unknowing =
  /^(?:i |we )?(?:really |just |still )?(?:don'?t|do not|wouldn'?t|dunno|can'?t) ?(?:really |even )?(?:know|remember|recall|say|tell)\b|^(?:i )?have no (?:idea|clue)\b|^no (?:idea|clue) (?:what|how|which|why|about|where|when)\b|^(?:i'?m |i am )?not sure (?:what|how|which|why|about|where|when|if|whether)\b|^(?:ich )?weiss nicht\b|^je (?:ne )?sais pas\b|^no se\b|^nao sei\b|^non (?:lo )?so\b/;

const turn = /\b(?:but|maybe|perhaps|probably|i'?d|i would|i guess|i think|let'?s|aber|mais|pero|mas|ma)\b/;

/** "I don't know", "no idea", "skip": an answer that counts for nothing. */
export const saysNothing = remembered(isNothing);

function isNothing(text: string): boolean {
  const sentences = sentencesIn(text);
  return sentences.every((sentence) => {
    const said = folded(sentence)
      .replace(/[^\p{L}\p{N}'\s/]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim()
      .replace(lead, "");
    if (said === "" || whole.test(said)) return true;
    return unknowing.test(said) && !turn.test(said);
  });
}
