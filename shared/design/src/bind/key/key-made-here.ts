import type { Column } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { codeApart } from "../../text/code-apart.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { drawn, isDrawnInCode } from "./drawn-key.ts";
import { isKeyName } from "./idempotency.ts";
import { wordsIn } from "../names.ts";
import { randomText } from "../code/random-text.ts";

/** That somebody makes it, in the languages that documents are written in. */
const makes =
  /(?<!\p{L})(?:generat\p{L}{1,4}|creat(?:es|ed)|mak(?:es|e)|made|mints?|minted|assign\p{L}{0,3}|giv(?:es|e|en)|attach\p{L}{0,3}|stamp\p{L}{0,3}|add(?:s|ed)|erzeug\p{L}{1,3}|generier\p{L}{1,3}|vergib\p{L}{1,2}|vergeben|génèr\p{L}{1,3}|générée?s?|attribu\p{L}{1,3}|genera\p{L}{0,3}|crea|asigna|gera(?:do|da|mos)?|cria|atribui|generuj\p{L}{1,3}|nadaje\p{L}{0,2}|vygeneruj\p{L}{1,2}|přiděl\p{L}{1,3}|генериру\p{L}{1,4}|созда[её]т)(?!\p{L})/iu;

const byService =
  /(?<!\p{L})(?:servers?|servidor|serveur|serwer\p{L}{0,3}|сервер\p{L}{0,3}|backend|back-end|middlewares?|interceptor|handler|controller|service|api|we|wir|nous|nosotros|my|мы|filter|req|ctx|(?:each|every|per|jede[rmn]?|chaque|cada|każde\p{L}{0,2}|každ\p{L}{1,3}|кажд\p{L}{1,3}) (?:incoming |eingehende[rn]? |single |new )?(?:request|anfrage|requête|petición|solicitud|requisição|żądani\p{L}{1,2}|požadav\p{L}{1,2}|запрос\p{L}{0,2}))(?!\p{L})/iu;

/** Who else might make it. */
const byOthers =
  /(?<!\p{L})(?:clients?|clientes?|klient\p{L}{0,3}|клиент\p{L}{0,3}|callers?|browsers?|navigateur|navegador|front-?end|sdks?|apps?(?!\.)|mobile|users?|headers?|fetch|axios|sends?|sent|passes|supplies|supplied|provides?)(?![\p{L}_])/iu;

/** It is made only where none came, or is not made at all. */
const otherwise =
  /(?<!\p{L})(?:if|when|unless|otherwise|missing|absent|fallback|omitted|wenn|falls|fehlt|si|sinon|se|jeśli|pokud|если|not|never|no|instead of|rather than|would|could|might|nicht|kein\p{L}{0,2}|pas|não|nao|nie|не)(?!\p{L})/iu;

/** What is said of a key by its column's name, or by what such keys are called anywhere. */
function aboutKey(column: string, texts: readonly string[]): string[] {
  const called = new RegExp(`(?<!\\p{L})${wordsIn(column).join("[\\s_-]?")}s?(?!\\p{L})`, "iu");
  return texts
    .flatMap(sentencesIn)
    .map((one) => one.slice(0, longest))
    .filter((one) => called.test(one) || keyWords.test(one));
}

/**
 * Whether the documents say that the service makes a request's key itself, for each request anew: such a key tells no repeated send
 * from another. What is said of a key that a client makes takes that back.
 */
function isMadeHere({ name, comment }: Column, texts: readonly string[]): boolean {
  if (aboutKey(name, texts).some((one) => byOthers.test(one) && !otherwise.test(one))) return false;
  const own = comment === undefined ? [] : [comment.slice(0, longest)];
  return [...own, ...aboutKey(name, texts.map(withoutCode))].some(
    (one) =>
      !otherwise.test(one) &&
      !byOthers.test(one) &&
      (drawn.test(one) || (makes.test(one) && (byService.test(one) || own.includes(one)))),
  );
}

/** Whether the code makes it, and no sentence beside the code says that it is sent. */
const isMadeInCode = ({ name }: Column, texts: readonly string[]): boolean =>
  isDrawnInCode(name, texts) && !aboutKey(name, texts.map(withoutCode)).some((one) => sent.test(one));

const withoutCode = (text: string): string => codeApart(text, () => "");

/** That somebody else sends it or makes it, in the languages that documents are written in. */
const sent =
  /(?<!\p{L})(?:headers?|kopfzeile|cabecera|en-tête|cabeçalho|intestazione|nagłówk\p{L}{0,3}|(?:clients?|clientes?|klient\p{L}{0,3}|callers?|browsers?|navigateur|navegador|przeglądark\p{L}{1,3}|front-?end|sdk|app)(?!\p{L})[^.;]{0,40}?(?<!\p{L})(?:send|sent|pass|suppl|provid|generat|creat|makes?|mints?|schick|sende|gesendet|erzeugt|generiert|liefert|env[ií]|manda|genera|crea|envo|génèr|fourni|crée|gera|cria|invia|stuur|genereert|maakt|lever|wysył|przysył|generuj|tworzy|podaj)\p{L}{0,6})(?!\p{L})/iu;

const longest = 400;

const keyWords =
  /(?<!\p{L})(?:request[\s_-]?(?:id|key|token)s?|idempoten\p{L}{1,5}[\s_-]?(?:key|token|schlüssel|sleutel)s?|(?:clave|llave|chave|clé|chiave|klucz\p{L}{0,2}) (?:d[eai] |d['’])?idempoten\p{L}{2,9}|dedup\p{L}{0,12}[\s_-]?(?:key|id)s?|anfrage-?ids?|identifiant de (?:la )?requête|id de (?:la )?(?:petición|solicitud)|id da requisição|id żądania|id požadavku)(?!\p{L})/iu;

/** What fills the column of a key that nobody sends, where it is told that the service makes one for each request. */
export function keyMadeHere(column: Column, texts: readonly string[]): Value | undefined {
  if (!isKeyName(column.name) || !(isMadeHere(column, texts) || isMadeInCode(column, texts))) return undefined;
  if (column.type === "uuid") return { uuid: true };
  return /^(?:text|varchar|char|citext)/.test(column.type) ? randomText(column, length) : undefined;
}

const length = 12;
