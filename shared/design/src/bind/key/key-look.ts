import type { Table } from "@proofroom/domain/design/model";
import { sentencesIn } from "../../text/sentences.ts";
import { isDenied } from "../ways/told/locks/locked.ts";
import { literally, tableNamed } from "../ways/told/statement/statement.ts";

/** Where a text tells that a row is looked for by the key of a request. */
export interface KeyLook {
  text: string;
  /** Where that begins; the end of the text where words tell it, which stand in no order. */
  at: number;
  /** What a statement asks of the row; null where code or words tell of the key alone. */
  condition: string | null;
}

const key = String.raw`(?<![\p{L}_])(?:(?:idempot\p{L}*|dedup\p{L}*|request|retry)[-_ ]?(?:keys?|ids?|tokens?)|(?:this|that|the|its|same|a|one) key|keys?(?= first| before|[,:;.)])|\p{L}{0,12}schlüssels?|claves?|llaves?|clés?|clefs?|chaves?|chiav[ei]|sleutels?|klucz\p{L}*|nyck\p{L}{1,4}|anahtar\p{L}*|ключ\p{L}*)(?![\p{L}_])`;
const looks = String.raw`(?<![\p{L}_])(?:look(?:s|ed|ing)?|search\p{L}*|check\p{L}*|find|finds|found|read|reads|select\p{L}*|quer(?:y|ies|ied)|exists?|is there|there is|there['’]s|known|seen|(?:ge)?such(?:e|en|t)|nachges\p{L}+|prüf\p{L}*|geprüft|gibt es|es gibt|busc\p{L}*|consult\p{L}*|mir[ao]\p{L}*|hay|existe|cherch\p{L}*|regard\p{L}*|vérifi\p{L}*|il y a|procur\p{L}*|verific\p{L}*|há|cerc\p{L}*|controll\p{L}*|c['’]è|zoek\p{L}*|gezocht|szuka\p{L}*|sprawdz\p{L}*|sök\p{L}*|ara(?:r|n)\p{L}*|bakıl\p{L}*|ищ\p{L}+|провер\p{L}+)(?![\p{L}_])`;

const lookOfKey = new RegExp(`${looks}[^.;?!]{0,100}?${key}|${key}[^.;?!]{0,100}?${looks}`, "giu");
const mayLook = new RegExp(key, "iu");

const verb = "find|get|first|where|filter|query|select|exists|load|fetch|lookup|any|single";

/**
 * How a text tells that a row of a table is looked for by a column that keeps a request's key, before one is added: by a statement, a
 * call, `Link.find_by(request_key: key)`, or in words; null where it tells of none. `text` is what is done.
 */
export function keyLookIn(text: string, table: Table, column: string): KeyLook | null {
  const name = literally(column);
  const adds = new RegExp(`\\binsert\\s+(?:\\w+\\s+)?into\\s+${tableNamed(table.name)}(?!\\w)`, "i");
  // What is read behind the insert is no look before it.
  const first = text.slice(0, adds.exec(text)?.index);
  if (new RegExp(name, "i").test(first)) {
    const select = new RegExp(
      `\\bselect\\s(?:(?!\\bselect\\b)[^;]){1,200}?\\sfrom\\s+${tableNamed(table.name)}\\s+where\\s([^;\`]{1,300})`,
      "gi",
    );
    for (const { index, 1: behind = "" } of first.matchAll(select)) {
      const [condition = ""] = behind.split(endOfCondition, 1);
      if (new RegExp(`(?<!\\w)${literally(column)}"?\\s{0,3}=`, "i").test(condition))
        return { text, at: index, condition: condition.trim() };
    }
    const call = new RegExp(
      `\\b(?:${verb})\\w{0,20}!?(?:\\s?[({][^()\\n;]{0,100}?(?<![\\w.])["'\`:]?(?:\\w{1,30}\\.)?${name}["'\`]?\\s{0,2}(?:[:=,})]|=>)|_?by_?${name}\\()`,
      "i",
    );
    const at = first.search(call);
    if (at !== -1) return { text, at, condition: null };
  }
  if (!mayLook.test(text)) return null;
  const isTold = sentencesIn(text).some((one) => [...one.matchAll(lookOfKey)].some((found) => !isDenied(one, found)));
  return isTold ? { text, at: text.length, condition: null } : null;
}

const endOfCondition =
  /\b(?:limit|order\s+by|for\s+(?:no\s+key\s+)?(?:update|share)|then|returning)\b|["'\])]{0,3}\n\s{0,20}(?:\n|--|if|\d|-)|--|(?:->|→|=>)|[:,]\s|\)\s{0,3}[,;)]|\.\s/i;
