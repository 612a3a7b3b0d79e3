import { sentencesIn } from "../../../../text/sentences.ts";

const refusing =
  "(?:refus|reject|declin|rechaz|recus|rejeit|rejet|rifiut|respin|odrzuc|weiger|geweiger|avvis|отклон|отверг)\\p{L}*|abgelehnt|abgewiesen|ab";
const database =
  "database|db|postgres\\p{L}*|datenbank|base(?: de (?:données|datos|dados))?|banco(?: de dados)?|baz[aę](?: danych)?|databas\\p{L}{0,3}|constraint|contrainte|restricci[oó]n|restrição|vincolo|ograniczeni\\p{L}{1,2}|index|[ií]ndice|indeks|primary key|clé primaire|clave primaria|chave prim[aá]ria|chiave primaria|primaire sleutel|klucz główny|primärschlüssel|баз[аы]";
const by = "by|par|von|vom|durch|por|pel[ao]|da|dal(?:la)?|door|przez|av";

/** That a row is refused by the database, which is no answer yet: `si la base refuse`, `baza odrzuca`, `abgelehnt von der Datenbank`. */
const turnedAway = new RegExp(
  `(?<!\\p{L})(?:(?:${database})(?!\\p{L})[^.;|\\n]{0,40}?(?<!\\p{L})(?:${refusing})|(?:${refusing})\\s(?:${by})\\s[^.;|\\n]{0,25}?(?<!\\p{L})(?:${database}))(?!\\p{L})`,
  "iu",
);

/** What an answer is known by. */
const answers =
  /(?<!\d)[1-5]\d\d(?!\d)|(?<!\p{L})(?:conflict\p{L}*|conflit\p{L}*|errors?|fehler\p{L}*|erreurs?|erro|errore|błąd\p{L}*|foutmelding|clients?|cliente|klient\p{L}*|caller)(?!\p{L})/iu;

/** Whether a sentence tells that the database refuses a row, and leaves what is answered then to those behind it. */
export const isLeftToNext = (sentence: string): boolean => turnedAway.test(sentence) && !answers.test(sentence);

/** `500, client retries with the same key`: whether the failure that a sentence tells of is that of the first send, which is why there is a second. */
export const isRetriedAfter = (sentence: string): boolean =>
  /(?<!\d)50[0-4](?!\d)[^.;|\d]{0,40}?(?<!\p{L})(?:clients?|callers?|apps?|browsers?|clientes?|klient\p{L}{0,3}|aufrufer)(?!\p{L})[^.;|\d]{0,20}?(?<!\p{L})(?:retr(?:y|ies)|tries|sends|wiederhol\p{L}{1,2}|schickt|sendet|réessaie|renvoie|reintenta|reenvía|repete|reenvia|riprova|rimanda|probeert|stuurt|herhaalt|ponawia|wysyła)(?!\p{L})/iu.test(
    sentence,
  );

/** That the row is there already, or was sent before. */
const there =
  /(?<!\p{L})(?:already|exists?|(?:primary|unique|same|request|idempotency)[ -]key|there|before|repeat\p{L}*|retry|bereits|schon|vorhanden|ya|existe|déjà|clé|clave|já|chave|già|esiste|chiave|bestaat|al|sleutel|już|jest|klucz\p{L}*|ponowi\p{L}*|redan|уже)(?!\p{L})/iu;

const refused = /(?<!\d)(?:409|422|400|500)(?!\d)/;

/** That it is answered after all, or only where it is something else that was sent. */
const otherwise =
  /(?<!\d)20[01](?!\d)|(?<!\p{L})(?:other\p{L}*|another|different|differs?|unless|same|else|ander\p{L}*|gleich\p{L}*|dieselbe\p{L}*|sonst|autre|même|sinon|otr[ao]s?|mism[ao]|outr[ao]s?|mesm[ao]|altr[aio]|stess[aio]|altrimenti|zelfde|inn\p{L}{1,3}|sam[ay]?|inaczej|annan|samma|друг\p{L}*)(?!\p{L})/iu;

/**
 * Where the database refuses what is there already and the next sentences of that point answer it by a refusal alone, as far as that
 * one; null where they answer it, or tell apart what was sent.
 */
export function refusedBehind(text: string): string | null {
  for (const point of text.split(newPoint)) {
    const sentences = sentencesIn(point.slice(0, longestPoint));
    const at = sentences.findIndex((one) => isLeftToNext(one) && there.test(one));
    const behind = at === -1 ? "" : sentences.slice(at, at + farthest).join(" ");
    const status = refused.exec(behind);
    if (status !== null && !otherwise.test(behind)) return behind.slice(0, status.index + status[0].length);
  }
  return null;
}

const newPoint = /\n[ \t]{0,12}(?:\n|(?=[-*•#]|\d{1,2}[.)]))/;
const longestPoint = 1_000;
const farthest = 5;
