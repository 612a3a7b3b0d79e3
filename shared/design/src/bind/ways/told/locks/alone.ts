import type { Table } from "@proofroom/domain/design/model";
import { ofReading, remembered } from "../../../../text/remembered.ts";
import { sentencesIn, withoutDots } from "../../../../text/sentences.ts";
import { asIf, isDenied } from "./locked.ts";
import { doneIn, doneSections } from "../done/not-done.ts";
import { doings, eachOf, isWeighed } from "../done/told-of-all.ts";

/** A transaction that is aborted where another one has changed what it saw keeps two apart as a lock does; Java has another one. */
const serial =
  /(?<!json|\bun|\bde|\bio\.|implements\s)(?:s[eé]riali[sz]able|seriali[sz]ierbar|seriali[sz]áve[li]|serializzabil|seriali[sz]eerbaar|serialiserbar|serializowaln|serializabil|serileştirilebilir|сериализуем|серіалізовн)\p{L}*|\bSSI\b/giu;

/** The clause in which a text says that a transaction sees what it does as if it were alone; null where none does. */
export function aloneIn(text: string, table: Table): string | null {
  if (text.search(serial) < 0) return null;
  const done = doneIn(text);
  const found = [...done.matchAll(serial)].find((one) => !isDenied(done, one));
  return found === undefined ? null : asIf(found[0], table);
}

/** As `aloneIn`, of what is said of every transaction, in what is told of no endpoint in particular. */
export const alwaysAloneIn = (toldOfAll: string, table: Table): string | null =>
  toldOfAll.search(serial) < 0 ? null : aloneIn(saidOfEach(toldOfAll), table);

/** Each table is asked for. */
const saidOfEach = remembered(
  (toldOfAll) =>
    doneSentences(toldOfAll)
      .filter((one) => ofAll.some((pattern) => pattern.test(one)))
      .join("\n"),
  ofReading,
);

/** As `alwaysAloneIn`, where it is spoken of and not said of what. */
export const aloneSomehow = (toldOfAll: string, table: Table): string | null =>
  toldOfAll.search(serial) < 0 ? null : aloneIn(saidOfSome(toldOfAll), table);

const saidOfSome = remembered(
  (toldOfAll) =>
    doneSentences(toldOfAll)
      .filter((one) => !isVerdict.test(one))
      .join("\n"),
  ofReading,
);

/** Sentences and headings, without what is weighed and left. */
const doneSentences = (text: string): string[] =>
  doneSections(withoutDots(text)).flatMap((section) => {
    const [heading = ""] = /^#{1,6}\s+[^\n]*/.exec(section) ?? [];
    return [heading, ...sentencesIn(section.slice(heading.length))].filter((one) => one !== "" && !isWeighed(one));
  });

/** "SERIALIZABLE: retries under contention" says what speaks against it. */
const isVerdict = /^[\s*#>+-]*["'`*]{0,3}s[eé]riali\p{L}{1,12}["'`*]{0,3}\s*[:–—]/iu;

/** Words that say of a sentence that it is about each transaction. */
const ofAll: readonly RegExp[] = [
  eachOf,
  doings,
  /(?<!\p{L})(?:we|i|wir|ich|nous|on) (?:use|run|set|rely on|go with|nutzen|verwenden|setzen|nutze|verwende|utilisons|utilise)(?!\p{L})|(?<!\p{L})(?:usamos|uso|utilizamos|usiamo|używamy|używam|gebruiken|использу\p{L}*|використову\p{L}*)(?!\p{L})/iu,
  /\b(?:begin|start\s+transaction|set\s+(?:session\s+|local\s+)?(?:characteristics\s+as\s+)?transaction)\b[^;\n]{0,40}\bserializable|(?:isolation[ _]?(?:level)?|isolationslevel|aislamiento|isolamento|isolamento|izolacj\p{L}{1,2})["'\x60*]{0,3}\s{0,2}(?:=>?|:|\bis\b|\bto\b)\s{0,2}["'\x60:*]{0,3}(?:\w{1,40}\.)?serializable/iu,
  /^#{1,6}\s[^\n]{0,80}\bs[eé]riali[sz]able/iu,
  /^[\s*+>-]*(?:\*\*|__)?[^:*_\n]{1,40}:(?:\*\*|__)?\s{0,2}["'\x60*]{0,3}s[eé]riali[sz]able/iu,
];
