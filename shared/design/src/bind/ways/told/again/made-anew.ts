import { denying } from "../../../../text/denial.ts";
import { remembered } from "../../../../text/remembered.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { wordsIn } from "../../../names.ts";
import { literally } from "../statement/statement.ts";

const keys = (column: string): string =>
  String.raw`(?:${wordsIn(column).map(literally).join("[-_ ]?")}|(?:idempot\p{L}*|request)[-_ ]?(?:key|id)|key|schlüssel|clé|clef|clave|chave|chiave|klucz|sleutel)`;

/** What comes again, in the languages in which designs are written here. */
const again =
  /(?<!\p{L})(?:already|again|repeat\p{L}*|retr(?:y|ies|ied)|second time|twice|duplicates?|bereits|schon|erneut|wiederhol\p{L}*|déjà|répét\p{L}*|ya|repetid\p{L}|reintent\p{L}*|já|repetid\p{L}|già|ripetut\p{L}|już|powtór\p{L}*|al|herhaal\p{L}*)(?!\p{L})/iu;

const anew =
  "(?:an?other|an? (?:new|fresh|second)|eine?n? (?:neue|andere|zweite)\\p{L}?|une? (?:autre|nouve(?:au|lle)|second)\\p{L}?|otr[oa]|un[oa]? (?:nuev|segund)[oa]|outr[oa]|uma? (?:nov|segund)[oa]|un['’ ]?altr[oa]|una? (?:nuov|second)[oa]|now\\p{L}{1,2}|drug\\p{L}|een (?:nieuwe?|andere?|tweede))";
const gets =
  "(?:makes? up|mak(?:es?|ing)|generat\\p{L}*|draws?|tak(?:es?|ing)|us(?:es?|ing)|gets?|giv(?:es?|en)|creat\\p{L}*|insert\\p{L}*|stor\\p{L}*|answer\\p{L}*|erzeugt|bekommt|erhält|legt|génère|crée|reçoit|genera|crea|recibe|gera|cria|recebe|riceve|generuje|tworzy|dostaje|maakt|krijgt)";
const row =
  "(?:link|row|code|slug|short ?link|kurzlink|kürzel|lien|ligne|enlace|fila|código|linha|codice|collegamento|riga|kod|wiersz|rij)";

const denied = new RegExp(denying(["not", "no", "nothing", "without", "instead", "supposed"], "ni", "rather"), "iu");
/** It is another request, or what is drawn again is the code that another link has. */
const otherwise =
  /(?<!\p{L})(?:other|different|expired|older|code is taken|taken code|collision\p{L}*|returns? the (?:first|same)|same (?:code|link|answer)|without)(?!\p{L})/iu;

const patternsOf = remembered((column: string) => ({
  key: new RegExp(`(?<![\\p{L}\\d])${keys(column)}(?![\\p{L}\\d])`, "iu"),
  made: new RegExp(
    `(?<!\\p{L})${gets}\\s(?:\\p{L}{1,8}\\s){0,2}${anew}\\s(?:\\p{L}{1,8}\\s)?(?:${keys(column)}|${row})(?!\\p{L})`,
    "iu",
  ),
}));

/** The sentence that tells that a request whose key is there already makes a row of its own: `the service makes up a new request_id and inserts the link with that`. */
export function madeAnewIn(text: string, column: string): string | null {
  const { key, made } = patternsOf(column);
  const found = sentencesIn(text).find(
    (one) => again.test(one) && key.test(one) && made.test(one) && !denied.test(one) && !otherwise.test(one),
  );
  return found === undefined ? null : asSaid(found);
}

const deletes =
  /(?<!\p{L})(?:delet\p{L}*|remov\p{L}*|drop(?:ped|s)|forgotten|forgets?|gelöscht|löscht|entfernt|supprim\p{L}*|effac\p{L}*|borra\p{L}*|elimina\p{L}*|apaga\p{L}*|cancella\p{L}*|rimoss\p{L}*|usuwa\p{L}*|verwijder\p{L}*)(?!\p{L})/iu;
const atOnce =
  /(?<!\p{L})(?:(?:as soon as|once|right after|immediately after|straight after|sobald|gleich nachdem|dès que|aussitôt que|en cuanto|tan pronto como|assim que|logo que|non appena|appena|gdy tylko|zaraz po|zodra)\s[^.;,]{0,40}(?:answer|response|request|repl|antwort|anfrage|réponse|requête|respuesta|petición|resposta|pedido|risposta|richiesta|odpowied|żądani|antwoord|verzoek))/iu;

/** The sentence that tells that a key is deleted with the answer, when nobody has sent it again yet: `rows of keys_seen are deleted as soon as the answer has been sent`. */
export function keyForgottenIn(text: string, table: string, column: string): string | null {
  const key = new RegExp(`(?<![\\p{L}\\d])(?:${literally(table)}|${keys(column)}s?)(?![\\p{L}\\d])`, "iu");
  const found = sentencesIn(text).find(
    (one) => key.test(one) && deletes.test(one) && atOnce.test(one) && !denied.test(one.replace(/non appena/i, "")),
  );
  return found === undefined ? null : asSaid(found);
}
