import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Review } from "./seen.ts";
import { denying } from "../text/denial.ts";
import { ofReading, remembered } from "../text/remembered.ts";

/**
 * A row that is answered as made while it stands in the memory of one process, and is written later: until then no other process
 * finds it, and who dies before loses it. What is counted so, as visits are, answers nobody that it is kept.
 */
export const reviewAnsweredUnkept: Review = ({ texts, served }, tell) => {
  if (!keepsForLater(texts.design)) return;
  const inserting = (served ?? []).filter(({ operation }) =>
    plainSteps(operation.steps).some((step) => "insert" in step && operation.capability !== undefined),
  );
  for (const { index, 0: sentence } of texts.design.matchAll(sentences)) {
    if (!buffered.test(sentence) || !answered.test(sentence) || kept.test(sentence)) continue;
    const [, status] = answered.exec(sentence) ?? [];
    const made = inserting.find(({ read }) =>
      read.endpoint.responses.some((one) => status !== undefined && one.status === Number(status)),
    );
    if (made === undefined) continue;
    tell("answered-unkept", {
      from: index,
      to: index + sentence.length,
      message: `${made.operation.opId} answers ${status} for what stands in one process's memory and is written later: until then nobody else finds it, and it is lost where the process dies. Write it before the answer, as a run does.`,
    });
    return;
  }
};

const keepsForLater = remembered((design) => buffered.test(design) && writtenLater.test(design), ofReading);

/** Up to a full stop, an empty line or the next item of a list. */
const sentences = /[^\s.](?:[^.\n]|\.(?=\S)|\n(?!\s{0,8}(?:\n|[-*#>|]|\d{1,2}[.)]\s))){1,400}/g;

/** Put where only the process sees it. */
const buffered =
  /(?<!\p{L})(?:buffer|puffer|tampon|búfer|bufor\p{L}{0,2}|буфер\p{L}{0,2}|in[- ]?memory (?:list|queue|array|batch|slice|channel)|(?:list|queue|array|batch|slice) in (?:the )?(?:process(?:['’]s)? )?(?:memory|ram)|(?:keeps?|kept|holds?|held|hält|halten|behält|garde\p{L}*|guarda\p{L}*|mantiene|mantém|tiene|trzyma\p{L}*|bewaart|houdt)\s(?:\p{L}{1,12}\s){0,4}(?:in (?:its |the )?(?:own )?(?:process(?:['’]s)? )?memory|in ram|im (?:arbeits)?speicher|en mémoire|en memoria|(?:na|em) memória|in memoria|w pamięci|in het geheugen))(?!\p{L})/iu;
const answered =
  /(?<!\p{L})(?:answer|gets?|receiv|bekomm|erhält|reçoi|recib|receb|ricev|return|respond|reply|repl(?:y|ies)|acknowledg|antwort|répon|respond|rispond|odpowia|отвеч)\p{L}{0,5}(?:\s[\p{L}*`]{1,12}){0,3}\s[*`]{0,2}(20[0-2])(?!\d)/iu;
/** Written first, or taken back. */
const kept = new RegExp(
  denying(["not", "no", "instead", "supposed"], "insert(?:ed)?", "commit(?:s|ted)?", "redis", "cache[ds]?"),
  "iu",
);
const writtenLater =
  /(?<!\p{L})(?:flush\p{L}*|(?:once|twice) (?:a|per|every|each) (?:second|minute)|every (?:second|minute|few seconds)|(?:jede|einmal (?:pro|je|in der)) (?:sekunde|minute)|(?:une fois par|chaque) (?:seconde|minute)|(?:una vez por|cada) (?:segundo|minuto)|(?:una volta al|ogni) (?:secondo|minuto)|(?:uma vez por|a cada) (?:segundo|minuto)|(?:raz na|co) (?:sekundę|minutę)|(?:een keer per|elke) (?:seconde|minuut)|every \d+ ?(?:ms|s|sec\p{L}*|min\p{L}*|rows|links)|alle \d+ ?(?:ms|s|sek\p{L}*)|toutes les \d+ ?(?:ms|s|sec\p{L}*)|cada \d+ ?(?:ms|s|seg\p{L}*)|ogni \d+ ?(?:ms|s|sec\p{L}*)|co \d+ ?(?:ms|s|sek\p{L}*))(?!\p{L})/iu;
