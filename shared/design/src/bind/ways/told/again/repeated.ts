import { isAddedAgain } from "./added-again.ts";
import { answeredWhereThere } from "./answered-where-there.ts";
import { ofReading, ofSentences, ofTexts, remembered } from "../../../../text/remembered.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { isGivenBack, isKnownKeyRefused, soughtAndRefused } from "./known-key.ts";
import { isLeftToNext, isRetriedAfter, refusedBehind } from "./refused-by-database.ts";
import { again } from "./repeat-words.ts";
import { sold } from "./sold-words.ts";
import { isRefusedLikeAnyOther } from "./like-any-other.ts";
import { isAnsweredUnspaced } from "./repeated-unspaced.ts";

/** That the answer is what is there already. */
const same =
  /(?<![\p{L}_])(?:(?:returns?|answers?|gives?(?: back)?) (?:exactly )?the same thing|(?:same|original) (?:booking|reservation|order(?! (?:n|id))|ticket|purchase|row|claim|allocation|assignment|sale|record|resource|representation|result|response|answer|body|link|code)|(?:same|original) (?:booking|reservation|ticket|purchase|sale)[ _-]?(?:ids?|no|nr|numbers?|ref\w*)|existing|identical(?:ly)?|à l['’]identique|identisch\w*|idéntic\w*|idêntic\w*|identic[oa]|already (?:there|exists?|booked|confirmed|made)|(?:is|was) there already|return(?:s|ed)? (?:it|that|the (?:first|booking|order|one))|(?:answers?|returns?|gets?|da|devuelve|responde|recibe|dá|retorna|devolve|recebe|donne|renvoie|rend|reçoit|gibt|liefert|bekommt|dà|restituisce|riceve|geeft|krijgt|daje|zwraca|oddaje|dostaje) (?:(?:an?|ein|un|een|también|também|aussi|auch|wieder|anche|ook|też|również) ){0,2}200|no-?op|(?:just|only|nothing (?:more )?(?:but|than)) a read|vorhandene\w*|bestehende\w*|existente|existant\w*|esistente|bestaande|befintlig\p{L}*|mevcut|существующ\p{L}*|(?:نفس|ذات) ال(?:حجز|جواب|رد|نتيجة|تذكرة|سجل)|(?:das(?:selbe|\s?gleiche)|dieselbe\w*|die gleiche\w*|gleiche\w? (?:buchung|bestellung|reservierung|antwort|zeile|karte|verkauf)|lo mismo|el mismo(?!\s(?:asiento|sitio|lugar|usuario|cliente|cuerpo|pedido\sde|milisegundo|instante))|o mesmo|lo stesso|hetzelfde|to samo|misma|mesma|même|stess[ao]|zelfde|t[eęą] sam\p{L}{1,2}|ten sam|samma|aynı|(?:ту|тот|то|та) же)(?!\p{L}|\s(?:zeit|anfrage|vez|clave|chave|petición|solicitud|requisição|temps|moment|clé|requête|tempo|momento|instante|chiave|richiesta|tijd|sleutel|verzoek|czas|klucz|gång|tid|anda|zaman|anahtar|врем|ключ)))(?![\p{L}])|(?:→|->|=>)\s*`?200\b/iu;

/** That it is looked for first, and answered where it is there. */
const looksFirst =
  /(?<!\bset\b[^.;|]{0,60})\b(?:found|there|exists?|has (?:a|one)|done|confirmed|set)\b[^.;|]{0,30}(?:→|->|=>|:|,|\?)\s*(?:return|render|answer|200)\b|\breturn (?:it|that one|the (?:booking|order|row)) if\b|\b(?:return|render) (?:it|that|the) existing\b/iu;

/** "Already confirmed", in the languages in which designs are written here. */
const already = String.raw`(?<![\p{L}_])(?:(?:already|bereits|schon|déjà|deja|già|ya|já|ja|reeds|już|redan|zaten|уже)\s(?:\p{L}{1,12}\s){0,2}(?:confirm|conferm|book|exist|there|made|paid|sold|sale|done|t[eê]m\b|est[aá]|há|hay\b|hecho|gebucht|buchung|bestellung|bestätigt|vorhanden|bezahlt|pag|pay|réserv|reserv|vend|vente|compr|acquist|achat|achet|prenot|bevestigd|geboekt|betaald|potwierdz|opłac|bekräft|bokad|betald|onay|подтвержд|оплач)|al (?:bevestigd|geboekt|betaald|verkocht)|(?:confirmed|booked|bought|paid|purchased|sold|there|exists) (?:(?:it|this|that|one) )?already|(?:was|were|been) (?:confirmed|booked|bought|paid|sold|purchased) before|already\s(?:bought|purchas)\w*|(?:confirmed|booked|bought|paid|sold|purchased) (?:earlier|previously|before(?=\s?[,;:.)]))|previously (?:confirmed|booked|paid|sold|purchased)|now or (?:earlier|before)|jetzt oder (?:früher|vorher)|maintenant ou (?:avant|plus tôt)|ahora o antes|agora ou antes|ora o prima|nu of eerder|teraz lub wcześniej|nu eller tidigare|şimdi ya da önce|сейчас или раньше|(?:existing|vorhandene\p{L}?|existant\p{L}?|existente|esistente|bestaande)(?!\p{L}))`;

const isAlready = new RegExp(already, "iu");

/** That what is there is given back. */
const givesBack =
  /(?<![\p{L}_])(?:returns?|give[sn]? (?:it )?back|zurückgeg\p{L}*|zurückgeb\p{L}*|gibt|geben|liefer\p{L}*|devuelv\p{L}*|devolv\p{L}*|retorna\p{L}*|renvo\p{L}*|retourn\p{L}*|restitu\p{L}*|ritorn\p{L}*|terugge[gv]\p{L}*|geeft|zwrac\p{L}*|returnera\p{L}*|döner|döndür\p{L}*|верн\p{L}*|возвращ\p{L}*|ok(?=\())(?!\p{L})/iu;

const refuses =
  /\b[45]\d\d\b|\b(?:errors?|conflict\w*|reject\w*|refus\w*|fail\w*|throw\w*|raise\w*|abort\w*|gone|forbidden|fehler\w*|erreur\w*|erro|errore|conflicto|conflito)\b/iu;

/** Between a condition and its answer something is written: what is answered is that. */
const writes = /(?<![\p{L}_])(?:insert\w*|creat\w*|mark\w*|updat\w*|charg\w*|capture\w*)(?!\p{L})/iu;

/** What is there already beside the status of a success, on either side of it and with no other number between. */
const answersAlready = new RegExp(
  String.raw`\b20[01]\b[^.;|\d]{0,80}${already}(?![^.;|\d]{0,40}(?:→|->|=>|:|=)\s{0,3}4\d\d)|${already}[^.;|\d]{0,80}(?<![\d])20[01]\b`,
  "iu",
);

/** Of what is sold it is told that it is given back: `cas CONFIRMEE : on renvoie la même réservation`. */
const ofSold =
  /(?<![\p{L}_])(?:case|cas|caso|fall|if|when|wenn|falls|si|se|quand|cuando|quando|als|jeśli|om|если)\s[^.;|]{0,40}?(?:confirm|conferm|\bbooked\b|\bsold\b|\bpaid\b|gebucht|bestätigt|verkauft|bezahlt|vendid|vendu|pagad|payée?|bevestigd|geboekt|potwierdz|bekräft|onay|подтвержд)/iu;

/** `estado = 'confirmada' -> devolver la compra con ese retencion_id`: where it is compared, and not set, what is there is given back. */
const soldThenGiven = new RegExp(
  String.raw`(?<!(?<!\p{L})set(?!\p{L})[^.;|]{0,60})(?:=|(?<!\p{L})(?:is|ist|es|est[áa]?|è|é|jest)\s)\s?["']?(?:${sold})\p{L}{0,8}["']?\s{0,3}(?:→|->|=>|:)\s{0,3}(?:[\p{L}_]{1,16}\s){0,5}${givesBack.source}`,
  "iu",
);

/** A row that the database refuses is there already, and is answered. */
const onConflict =
  /\b(?:do nothing|unique[- ]violation|23505|duplicate key)\b[^.\n]{0,80}\b(?:read|select|load|fetch|find)\b[^.\n]{0,60}\b(?:return|answer|give|200)\b[^.\n]{0,30}/iu;

/** A question that is asked of what there is, and answered with it: `booking of this hold? -> 200 with it`. */
const asksFirst =
  /\b(?:booking|order|ticket|purchase|sale|confirmed|sold|buchung|réservation|commande|billet|reserva|compra|venda|venta|pedido|prenotazione|acquisto|boeking)\b[^.;|?\d]{0,60}\?\s{0,3}(?:→|->|=>|return\b|give\b|answer\b)[^.;|\d]{0,25}\b20[01]\b/iu;

/** `Il y a une vente : 200 avec elle`, `there is a booking: 200 with it`, `A booking with this hold: 200` */
const whereThereIs =
  /(?<![\p{L}_])(?:^\s{0,3}(?:an?|eine?|une?|una|uma)|there(?:['’]s| is)|il y a|il existe|hay|existe|há|es gibt|gibt es|c['’]è|esiste|er is|det finns|jest|есть)\s(?!(?:\p{L}{1,6}\s)?(?:not?|nicht|keine?n?|pas|aucune?|ning[uú]n[ao]?|nenhuma?|nessuna?|geen|ingen|нет)(?!\p{L}))[^.;|?\d]{0,30}?(?:booking|order|ticket|sale|purchase|buchung|verkauf|vente|réservation|commande|billet|compra|venta|venda|pedido|vendita|acquisto|boeking|köp|sprzedaż|покупк|продаж)\p{L}{0,4}[^.;|?\d]{0,40}(?:→|->|=>|:|,)\s{0,3}200\b/iu;

/** `booked and paid -> 200, same thing` */
const ofWhatIsSold =
  /(?<!\bset\b[^.;|]{0,60})(?<![\p{L}_])(?:booked|confirmed|sold|paid)\b[^.;|?\d=]{0,40}(?:→|->|=>)\s{0,3}20[01]\b[^.;|\n\d]{0,30}\b(?:same|existing|as it is|as is|again|already|that (?:booking|order|ticket|sale|one)|with it)\b/iu;

/** `200 the order and its tickets. Also what you get for every repeat` */
const alsoAgain = new RegExp(
  String.raw`(?<!\d)20[01](?!\d)(?:(?![45]\d\d)[^\n|]){0,160}?(?<!\p{L})(?:also|too|auch|aussi|también|também|anche|ook|również|także|też|även|ayrıca|также|(?:and|und|y|e|et|en|i) (?:(?:at|on|for|bei|à|a|ad|bij|za|przy|por|em) )?(?:each|every|jede[mrs]?|cada|chaque|ogni|elke|każd\p{L}{1,3})|whenever)(?!\p{L})[^.\n|\d]{0,60}${again.source}`,
  "iu",
);

const byNature = /\b(?:idempoten\w*)(?![\p{L}])/iu;
/** A key that is sent to somebody, `llave de idempotencia = id`, says nothing of what sends it. */
const keyOfIt =
  /\bidempot\w*[- ]?(?:keys?|schlüssel)(?!\p{L})|(?<!\p{L})(?:keys?|llaves?|claves?|chaves?|cl[eé]s?|chiav[ei]|sleutels?|schlüssel|klucz\p{L}{0,3})\s(?:(?:de|of|for|di|van|der|für)\s(?:la\s)?|d['’])?idempot\w*/giu;
/** "I don't need any idempotency table": what is not there answers nothing. */
const nothingOfIt =
  /(?:(?<!\p{L})(?:no|not|never|without|kein\p{L}{0,2}|ohne|nicht|sin|ning[uú]n[ao]?|sem|nenhuma?|sans|aucune?|senza|nessuna?|geen|zonder|bez|inte|ingen)|n['’]t)\s(?:\p{L}{1,12}\s){0,3}idempot\p{L}*[- ](?:tables?|keys?|records?|stor\p{L}*|cache|layer|logic|tabell?[ea]?|tabla|tabela|schl[uü]ssel)(?!\p{L})/giu;
/** What another's server does with a repeated request is no word about this one. */
const others =
  /\b(?:payment['’]?s? (?:idempot\w*|key)|(?:idempot\w*[- ]?key|clé|clave|chave|schlüssel) (?:of|for|to|der|für|del?|du|do|da|della?) (?:the |die |la |le |o |il )?(?:payment|zahlung|pago|paiement|pagamento)|provider|psp|stripe|adyen|paypal|charge[sd]?|capture[sd]?|intent|authoris\w*|authoriz\w*|zahlungsdienst\w*|pasarela|not idempotent|isn't idempotent|no idempot\w*)(?![\p{L}])/iu;

/**
 * The sentence, row of a table or branch of code that tells that a repeated request is answered with what the first one made;
 * null where none does. Of a request with a key what is told of the key is that one's.
 */
export const repeatedIn = (whole: string, { isKeyed = false } = {}): string | null =>
  isKeyed ? repeatedBesideKey(whole) : repeatedWithoutKey(whole);

/** A reading asks before and after it is known who is kept where. */
const repeatedBesideKey = remembered((whole) => readRepeated(whole, true), ofReading);
const repeatedWithoutKey = remembered((whole) => readRepeated(whole, false), ofReading);

function readRepeated(whole: string, isKeyed: boolean): string | null {
  // A state stands in backticks or bold as often as not: "already `confirmed`".
  const plainly = whole.replaceAll(/[`*]/g, "").replaceAll(givenLine, spelledOut);
  const text = isKeyed ? withoutKeys(plainly) : plainly;
  const sentences = sentencesIn(text).filter(
    (one) => (isAnswered(one.replace(ofWrite, " ")) || looksFirst.test(one)) && !isAddedAgain(one),
  );
  const rows = rowsIn(text).filter(
    (one) =>
      isAnswered(one) || isSame(`if ${one}`) || (looksFirst.test(one) && ofWhatIs.test(one)) || alsoAgain.test(one),
  );
  const said =
    [...sentences, ...rows].toSorted((a, b) => a.length - b.length)[0] ??
    asksFirst.exec(text)?.[0] ??
    ofWhatIsSold.exec(text)?.[0] ??
    alsoAgain.exec(text)?.[0];
  const found = said ?? conflictIn(text) ?? answeredWhereThere(text);
  return found === null ? null : asSaid(found);
}

/** A line that tells of a success and of no refusal. */
const givenLine = /^(?=[^\n]*\b20[01]\b)(?![^\n]*\b[45]\d\d\b)[^\n]*/gm;

/** `200 {bookingId}  ALREADY_BOOKED`: what a function calls its outcome says it in words. */
const spelledOut = (line: string): string =>
  line.replaceAll(/\b[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}\b/g, (name) => name.replaceAll("_", " "));

const withoutKeys = (text: string): string =>
  sentencesIn(text)
    .filter((one) => !byKey.test(one))
    .join("\n");

const byKey =
  /(?<![\p{L}])(?:idempot\w*|\w*key|schlüssel\w*|clave|clé|chave|chiave|sleutel|klucz\p{L}*|anahtar\p{L}*|ключ\p{L}*)(?!\p{L})/iu;

/** That a row is written a second time as it is says nothing of what is answered, nor of what else is written. */
const ofWrite =
  /(?<!\p{L})(?:(?:mark|sett|updat|writ|flipp|turn|sell)ing|setzen|markieren|marcar|marquer|segnare)\s[^.;|]{0,60}(?<!\p{L})(?:again|twice|de novo|otra vez|de nuevo|à nouveau|deux fois|nochmals?|erneut|di nuovo)(?!\p{L})[^.;|\d]{0,30}(?:no-?op|harmless|changes nothing|nothing changes)/iu;

const isByNature = (one: string): boolean => byNature.test(one) && !others.test(one);

const isAnswered = remembered(
  (one: string): boolean =>
    (again.test(one) && same.test(one)) ||
    answersAlready.test(one) ||
    isAnsweredUnspaced(one) ||
    isByNature(one.replace(keyOfIt, " ").replace(nothingOfIt, " ")) ||
    ((isAlready.test(one) || (ofSold.test(one) && same.test(one))) &&
      givesBack.test(one) &&
      !refuses.test(one) &&
      !writes.test(one)) ||
    (soldThenGiven.test(one) && !refuses.test(one) && !writes.test(one)) ||
    (whereThereIs.test(one) && !refuses.test(one) && !writes.test(one)) ||
    isSame(one) ||
    (/\bno-?op\b/i.test(one) && ofSold.test(`if ${one}`)),
  ofSentences,
);

/** `BOOKED → 200, the same order`: of what is sold a success is answered, and in words it is with what is there. */
const isSame = (one: string): boolean =>
  ofSold.test(one) &&
  same.test(one.replaceAll(/→|->|=>/g, ",")) &&
  /\b20[01]\b/.test(one) &&
  !refuses.test(one) &&
  !writes.test(one);

/** `confirmed | 200` alone may be what comes of it. */
const ofWhatIs = /\b(?:is|are|returns?|existing|same|already)\b/i;

/** Rows of tables, whose cells belong together: `| already confirmed | 200, same booking |`. */
const rowsIn = (text: string): string[] =>
  text.split("\n").flatMap((line) => {
    const [, row] = /^\s*\|(.{1,400})\|\s*$/.exec(line) ?? [];
    return row === undefined ? [] : [row.replace(/\s*\|\s*/g, " → ").trim()];
  });

function conflictIn(text: string): string | null {
  const said = onConflict.exec(text)?.[0];
  return said === undefined || refuses.test(said.replace("23505", "")) ? null : said;
}

const processed = /\balready (?:been )?(?:processed|seen|handled)\b/iu;
const refused =
  /\b(?:409|500)\b|\b(?:reject\w*|refus\w*|conflict|abgelehnt|abgewiesen|rechaz\w*|rejet\w*|rifiut\w*|recus\w*|geweiger\w*)(?![\p{L}])/iu;
const ofKey =
  /\b(?:(?<!primary\s)\w*key|requests?|confirm\w*|schlüssel|anfrage|clave|clé|chave|chiave|sleutel)(?![\p{L}])/iu;
/** That it is another request, a late one, or answered after all. */
const otherwise =
  /\b(?:other|another|different|new|fresh|wrong|without|no|unless|if the|mismatch\w*|differs?|expired|late|ander\w*|neue\w*|otr[ao]s?|autre|altr[ao]|outr[ao]s?|20[01]|410|422)(?![\p{L}])/iu;

/** What is not kept is no answer to a repeat. */
const forgotten =
  /\b(?:isn['’]?t|not|never|aren['’]?t|don['’]?t|doesn['’]?t)\s(?:\w+\s)?(?:remember|stor|kept|keep|cach|record|sav|persist)\w*/i;

/** Code says by all its branches what is refused. */
const isCode = /\belsif\b|\belse if\b|\bdo if\b|[=!]==?|&&|\|\||\bdef \w|\b\w+!?\((?:\w+: |\w+, )/;

/** Where what is said of one status is over: `} "409": {description: …`. */
const nextAnswer = /\}|(?=["'][1-5]\d\d["']\s{0,3}:)/;

/** The sentence that tells that what comes again under its key is refused; null where none does, or where one tells otherwise. */
export const refusedAgainIn = remembered((text: string): string | null => {
  const sentences = sentencesIn(text)
    .flatMap((one) => one.split(nextAnswer))
    .filter((one) => !others.test(one) && !isCode.test(one) && !forgotten.test(one))
    .filter((one) => !isLeftToNext(one) && !isRetriedAfter(one));
  if (sentences.some((one) => again.test(one) && same.test(one))) return null;
  const found =
    sentences.find(
      (one) => (again.test(one) || processed.test(one)) && refused.test(one) && ofKey.test(one) && !otherwise.test(one),
    ) ??
    soughtAndRefused(text) ??
    refusedBehind(text) ??
    sentences.find((one) => again.test(one) && ofKey.test(one) && !same.test(one) && isRefusedLikeAnyOther(one)) ??
    (sentences.some(isGivenBack) ? undefined : sentences.find(isKnownKeyRefused));
  return found === undefined ? null : asSaid(found);
}, ofTexts);
