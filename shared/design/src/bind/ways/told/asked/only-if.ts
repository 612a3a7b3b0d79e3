import { ofTexts, remembered } from "../../../../text/remembered.ts";
import { sentencesIn } from "../../../../text/sentences.ts";
import { unspaced } from "../../../../text/unspaced.ts";

/** What a sentence makes a condition of all that it tells: "only if the seat is free", "unless it is sold". */
export interface Condition {
  sentence: string;
  asks: string;
  /** It is done in every case but this one. */
  isUnless: boolean;
}

/** The conditions without which nothing is done, by the sentences of a text. */
export const spokenConditions = remembered((text: string): readonly Condition[] => {
  const sentences = sentencesIn(text);
  return sentences.flatMap((sentence, n) => {
    const found = asSpoken(sentence, sentences[n + 1] ?? "") ?? inSigns(sentence);
    if (found === null) return [];
    const isTurned = isDenied.test(found.asks);
    return [{ sentence, asks: found.asks, isUnless: found.isUnless !== isTurned }];
  });
}, ofTexts);

type Clause = Pick<Condition, "asks" | "isUnless">;

function asSpoken(sentence: string, next: string): Clause | null {
  const only = onlyIf.exec(sentence) ?? onlySuch.exec(sentence);
  const found = only ?? unless.exec(sentence);
  if (found !== null) {
    const rest = sentence.slice(found.index + found[0].length);
    return { asks: (rest.split(behind)[0] ?? "").replace(canBe, " "), isUnless: only === null };
  }
  const asks = ifSo.exec(sentence)?.[1]?.split(behind)[0];
  if (asks === undefined) return null;
  // Who is refused if it is not free is let in if it is.
  if (isDenied.test(asks)) return refused.test(sentence) ? { asks, isUnless: true } : null;
  const isRefusedElse = otherwise.test(sentence) ? refused.test(sentence) : elseFirst.test(next) && refused.test(next);
  return isRefusedElse ? { asks, isUnless: false } : null;
}

const onlyIf =
  /(?<!\p{L})(?:(?:update|statement|query)(?!\p{L})[^.;]{0,160}?\swhere|only\s(?:be\s\p{L}{2,14}\s)?(?:if|when|while|where|as\slong\sas)|if\sand\sonly\sif|provided(?:\sthat)?|(?:as|so)\slong\sas|nur,?\s(?:dann,?\s)?(?:wenn|falls|solange|sofern)|nur\s(?:\p{L}{2,14}\s){1,2}?werden,?\s(?:wenn|falls|solange)|(?:solo|sólo)\sse\spuede\s\p{L}{2,14}\s(?:si|cuando|mientras)|sofern|ausschließlich,?\swenn|(?:solo|sólo|solamente|únicamente)\s(?:si|cuando|mientras|se|quando)|siempre\s(?:que|y\scuando)|(?:seulement|uniquement)\s(?:si|quand|lorsque)|(?:que|qu['’])\ssi|à\scondition\sque|(?:só|somente|apenas)\s(?:se|quando)|soltanto\s(?:se|quando)|a\scondizione\sche|(?:alleen|enkel)\s(?:als|wanneer|indien)|mits|tylko\s(?:jeśli|gdy|wtedy))(?!\p{L})/iu;

/** "Only free seats can be held", "Nur freie Plätze können gehalten werden". */
const onlySuch =
  /^[\s*_-]{0,4}(?:only|nur|solo|sólo|solamente|seules?|só|somente|apenas|alleen|tylko)\s(?=[^.;:,]{2,50}?\s(?:can|may|are|is|gets?|können|kann|lassen|lässt|werden|wird|se\spued\p{L}{1,2}|pued\p{L}{1,2}|peu\p{L}{1,4}|pode\p{L}?|possono|può|kunnen|kan)(?!\p{L}))/iu;

/** What is done with such a one is no state of it. */
const canBe = /(?<!\p{L})(?:(?:can|may)\s(?:only\s)?be\s\p{L}{2,14}|(?:können|kann)\s\p{L}{2,14}\swerden)(?!\p{L})/giu;

const unless =
  /(?<!\p{L})(?:unless|except\s(?:if|when|where)|außer|es\ssei\sdenn|a\smenos\sque|salvo\s(?:que|si|che)|excepto\ssi|sauf\s(?:si|quand)|à\smoins\sque|a\snão\sser\sque|exceto\sse|a\smeno\sche|tranne\s(?:se|quando)|tenzij|behalve\sals|chyba\sże)(?!\p{L})/iu;

/** Where a condition is over: at what comes otherwise, and at whatever else is done. */
const behind =
  /[;:→]|[.!?]$|->|=>|\s[–—]\s|(?<!\d)4\d\d(?!\d)|,?\s(?:otherwise|else|do|does|sonst|andernfalls|si\sno|de\slo\scontrario|sinon|senão|caso\scontrário|altrimenti|anders|inaczej)(?!\p{L})|,\s(?!(?:n?or|and|oder|noch|und|[oueyi]|ni|ou|et|né|nem|of|en|lub|ani)\s)|\s(?:we|wir|it)\s(?:answer|return|respond|give|antworten|geben)/iu;

const otherWords = String.raw`otherwise|else(?!where)|in\s(?:every|any)\sother\scase|any\sother|sonst|andernfalls|si\sno|de\slo\scontrario|en\scaso\scontrario|sinon|senão|caso\scontrário|altrimenti|anders|inaczej`;
const otherwise = new RegExp(
  `(?<!\\p{L})(?:${otherWords})(?!\\p{L})|否则|否則|そうでなければ|さもなければ|아니면`,
  "iu",
);
/** What comes otherwise in a sentence of its own: "No row: 409". */
const elseFirst = new RegExp(
  `^[\\s*_-]{0,4}(?:${otherWords}|no\\srows?)(?!\\p{L})|^(?:否则|否則|そうでなければ)`,
  "iu",
);

const ifSo =
  /(?<!\p{L})(?:if|when|whenever|wenn|falls|si|quand|cuando|se|quando|als|wanneer|jeśli|gdy)\s([^;:]{3,90})/iu;
const refused =
  /(?<!\d)4\d\d(?!\d)|(?<!\p{L})(?:conflict|refus|reject|abgelehnt|abgewiesen|rechaz|rejet|rifiut|recus)/iu;

const isDenied =
  /(?<!\p{L})(?:not|n[o']t|neither|nicht|weder|kein\p{L}{0,2}|no|ni|pas|n['’](?:est|a)|ne|não|nem|non|né|niet|geen|nie|ani)(?!\p{L})|n['’]t(?!\p{L})|不[是为為]|非|ではな|でな|아니|않/iu;

/** `只有座位空闲时才…`, `FREE の場合のみ`, `FREE 경우에만`, `除非已售`: what stands before or behind it, up to the next pause. */
function inSigns(sentence: string): Clause | null {
  if (!unspaced.test(sentence)) return null;
  const chinese =
    /(?:(只有|仅当|僅當|仅在|僅在|只在|当且仅当)|除非)([^。；;]{1,60}?)(?:[时時才]|的情[况況]|[，,。；;]|$)/u.exec(
      sentence,
    );
  if (chinese !== null) return { asks: chinese[2] ?? "", isUnless: chinese[1] === undefined };
  const before =
    /^(.{1,120}?)(?:(?:の?(?:場合|とき|時)に?(?:のみ|だけ|限)|(?:인\s?)?(?:경우|때)에?만)|(でない限り|이?\s?아닌 한))/u.exec(
      sentence,
    );
  if (before === null) return null;
  const [, told = "", otherwise] = before;
  const parts = told.split("、");
  let at = parts.length - 1;
  while (at > 0 && /(?:か|または|もしくは|あるいは)$/.test(parts[at - 1] ?? "")) at -= 1;
  return { asks: parts.slice(at).join("、"), isUnless: otherwise !== undefined };
}
