import type { Table } from "@proofroom/domain/design/model";
import { denying } from "../../text/denial.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { around } from "./key-apart.ts";
import { singular, wordsIn } from "../names.ts";
import { chainsIn, isChainOf } from "../ways/told/statement/call-chain.ts";
import { literally } from "../ways/told/statement/statement.ts";

interface Tables {
  keys: Table;
  row: Table;
}

/**
 * Whether what is told of an endpoint adds the row first and looks then whether the key of the request is there: statements or calls in
 * this order, with none of the key between them, or "inserts the link and then looks for its key". In a transaction the row may be taken
 * back, and what the database refuses is looked at behind it in any case.
 */
export function isLookedAfter({ keys, row }: Tables, text: string): boolean {
  if (!mayLook.test(text) || undone.test(text.replaceAll(apart, " "))) return false;
  const deeds = [...inStatements({ keys, row }, text), ...inCalls({ keys, row }, text)].toSorted((a, b) => a.at - b.at);
  const first = deeds.find(({ does }) => does !== "adds the row");
  const added = deeds.find(({ does }) => does === "adds the row");
  if (first !== undefined && added !== undefined) return first.does === "looks for the key" && added.at < first.at;
  return sentencesIn(text).some((one) => isTold(one.slice(0, longest), row));
}

/** Whether a text has the key added by a statement of its own before the row that it is the key of, and says that no transaction holds both. */
export function isKeyFirst({ keys, row }: Tables, text: string): boolean {
  const told = [...text.matchAll(apart)].map(({ index }) => index);
  if (told.length === 0 || around.test(text) || undone.test(text.replaceAll(apart, " "))) return false;
  const deeds = [...inStatements({ keys, row }, text), ...inCalls({ keys, row }, text)].toSorted((a, b) => a.at - b.at);
  const [first, ...more] = deeds.filter(({ does }) => does !== "looks for the key");
  const isNear = told.some((at) => Math.abs(at - (first?.at ?? -farthest)) < farthest);
  return isNear && first?.does === "adds the key" && more.some(({ does }) => does === "adds the row");
}

/** What stands further away is of something else. */
const farthest = 900;
const longest = 400;
const mayLook = /key|schlüssel|clave|chave|clé|chiave|klucz/i;

const transaction = "transa[ck]?[ctzs]\\p{L}{2,8}";

/** What makes it one deed, or takes it back. */
const undone = new RegExp(
  `(?<!\\p{L})(?:${transaction}|atomic\\p{L}*|atomar\\p{L}*|roll(?:s|ed)? ?back|begin|tx|trx)(?!\\p{L})`,
  "iu",
);
/** Said of statements that each commit for themselves. */
const apart = new RegExp(
  `(?<!\\p{L})(?:auto-?\\s?commit\\p{L}*|(?:each|every) statement (?:commits|is committed)|(?:no|not|never|without|outside|kein\\p{L}{0,2}|ohne|sin|sans|sem|senza|bez)\\s(?:\\p{L}{1,8}\\s){0,3}?${transaction})`,
  "giu",
);

type Deed = { at: number; does: "adds the row" | "adds the key" | "looks for the key" };

function inStatements({ keys, row }: Tables, text: string): Deed[] {
  const called = ({ name }: Table): string => `(?:["\`]?\\w{1,60}["\`]?\\.)?["\`]?${literally(name)}["\`]?(?![\\w])`;
  const deeds = new RegExp(
    `\\binsert\\s(?:ignore\\s)?into\\s+(?:(${called(row)})|(${called(keys)}))|\\bfrom\\s+(${called(keys)})\\s+where\\b`,
    "gi",
  );
  return [...text.matchAll(deeds)].map(({ index, 1: added, 2: kept }) => ({
    at: index,
    does: added !== undefined ? "adds the row" : kept !== undefined ? "adds the key" : "looks for the key",
  }));
}

function inCalls({ keys, row }: Tables, text: string): Deed[] {
  if (!/\.|->|::/.test(text)) return [];
  return chainsIn(text).flatMap((chain): Deed[] => {
    const at = chain.from;
    if (isChainOf(chain, keys)) {
      const does = chain.calls.some(({ name }) => adds.test(name)) ? "adds the key" : "looks for the key";
      return chain.calls.some(({ name }) => adds.test(name) || looks.test(name)) ? [{ at, does }] : [];
    }
    return isChainOf(chain, row) && chain.calls.some(({ name }) => adds.test(name))
      ? [{ at, does: "adds the row" }]
      : [];
  });
}

const adds = /^(?:create|insert|save|add|put|store|persist|upsert)/i;
const looks = /^(?:find|get|first|exists|where|filter|select|query|lookup|contains|has)/i;

/** `It inserts the link and then looks whether its key is there already.` */
function isTold(sentence: string, { name }: Table): boolean {
  if (!then.test(sentence) || refused.test(sentence) || denied.test(sentence)) return false;
  const thing = `(?:row|record|zeile|fila|linha|ligne|${wordsIn(name)
    .map((one) => literally(singular(one)))
    .join("[-_ ]?")})`;
  const added = new RegExp(
    `${adding}[^.;]{0,40}${thing}[^.;]{0,60}?(?:${afterwards}[^.;]{0,30}?${looking}|${looking}\\s${afterwards})[^.;]{0,60}${key}`,
    "iu",
  );
  const behind = new RegExp(
    `(?<!\\p{L})(?:after|once|nach)(?!\\p{L})[^.;,]{0,30}(?:insert\\p{L}*|written|added|stored|${thing})[^.;]{0,40}?${looking}[^.;]{0,60}${key}`,
    "iu",
  );
  return added.test(sentence) || behind.test(sentence);
}

const afterwards = String.raw`(?<!\p{L})(?:then|afterwards?|after that|next|only then|danach|dann|anschließend|puis|ensuite|después|luego|depois|poi|potem)(?!\p{L})`;
const then = new RegExp(`${afterwards}|(?<!\\p{L})(?:after|once|nach)(?!\\p{L})`, "iu");
const adding = String.raw`(?<!\p{L})(?:insert|add|creat|writ|stor|sav|leg|schreib|speicher|insèr|ajout|écri|insert|guard|crea|grav|cria|inser|scriv|dodaj|zapis)\p{L}{0,6}`;
const looking = String.raw`(?<!\p{L})(?:look|check|search|test|find|ask|schau|prüf|such|regard|vérifi|cherch|mira|busca|comprueb|verific|procura|controll|cerca|sprawdz)\p{L}{0,6}`;
const key = String.raw`(?<!\p{L})(?:idempoten\p{L}*|keys?|schlüssel|clave|chave|clé|chiave|klucz\p{L}{0,2})(?!\p{L})`;
/** What the database refuses is read behind it. */
const refused =
  /(?<!\p{L})(?:unique|conflict\p{L}*|violat\p{L}*|duplicat\p{L}*|refus\p{L}*|fail\p{L}*|reject\p{L}*|before|vor|avant|antes|prima)(?!\p{L})/iu;
const denied = new RegExp(denying(["not", "instead", "supposed"]), "iu");
