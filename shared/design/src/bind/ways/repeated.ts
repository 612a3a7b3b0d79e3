import { asSaid, sentencesIn } from "../../text/sentences.ts";

/** That something comes a second time, in the languages in which designs are written here. */
const again =
  /\b(?:again|repeat\w*|retr(?:y|ies|ied|ying)|twice|second (?:time|call|request|confirm\w*|attempt)|replay\w*|duplicates?|double[- ]?(?:click|submit)\w*|twin|wiederhol\w*|nochmals?|erneut\w*|zweimal|doppelt\w*|otra vez|dos veces|reintent\w*|repetid\w*|repit\w*|de nuevo|de novo|duas vezes|à nouveau|deux fois|rejou\w*|répét\w*|di nuovo|due volte|ripet\w*|opnieuw|herhaal\w*)(?![\p{L}])/iu;

/** That the answer is what is there already. */
const same =
  /\b(?:same (?:booking|reservation|order(?! (?:n|id))|ticket|purchase|row|claim|result|response|answer|body|link|code)|existing|already (?:there|exists?|booked|confirmed|made)|(?:is|was) there already|return(?:s|ed)? (?:it|that|the (?:first|booking|order|one))|(?:answers?|returns?|gets?) (?:a )?200|vorhandene\w*|bestehende\w*|dieselbe\w*|die gleiche\w*|misma|existente|mesma|même|existant\w*|stess[ao]|esistente|zelfde|bestaande)(?![\p{L}])|(?:→|->|=>)\s*`?200\b/iu;

/** That it is looked for first, and answered where it is there. */
const looksFirst =
  /\b(?:found|there|exists?|has (?:a|one)|done|confirmed|set)\b[^.;|]{0,30}(?:→|->|=>|:|,|\?)\s*(?:return|render|answer|200)\b|\breturn (?:it|that one|the (?:booking|order|row)) if\b|\b(?:return|render) (?:it|that|the) (?:existing|booking)\b/iu;

/** "Already confirmed", in the languages in which designs are written here. */
const already = String.raw`(?<![\p{L}_])(?:(?:already|bereits|schon|déjà|deja|già|ya|já|ja|reeds|już|redan|zaten|уже)\s(?:\p{L}{1,12}\s){0,2}(?:confirm|book|exist|there|made|paid|sold|done|t[eê]m\b|est[aá]|há|hay\b|hecho|gebucht|bestätigt|vorhanden|bezahlt|pag|pay|réserv|reserv|vend|compr|acquist|prenot|bevestigd|geboekt|betaald|potwierdz|bekräft|bokad|onay|подтвержд|оплач)|(?:existing|vorhandene\p{L}?|existant\p{L}?|existente|esistente|bestaande)(?!\p{L}))`;

/** What is there already beside the status of a success, on either side of it and with no other number between. */
const answersAlready = new RegExp(
  String.raw`\b20[01]\b[^.;|\d]{0,80}${already}(?![^.;|\d]{0,40}(?:→|->|=>|:|=)\s{0,3}4\d\d)|${already}[^.;|\d]{0,80}(?<![\d])20[01]\b`,
  "iu",
);

/** A question that is asked of what there is, and answered with it: `booking of this hold? -> 200 with it`. */
const asksFirst =
  /\b(?:booking|order|ticket|purchase|sale|confirmed|sold|buchung|réservation|commande|billet|reserva|compra|venda|venta|pedido|prenotazione|acquisto|boeking)\b[^.;|?\d]{0,60}\?\s{0,3}(?:→|->|=>|return\b|give\b|answer\b)[^.;|\d]{0,25}\b20[01]\b/iu;

const byNature = /\b(?:idempoten\w*)(?![\p{L}])/iu;
/** What another's server does with a repeated request is no word about this one. */
const others =
  /\b(?:provider|psp|stripe|adyen|paypal|charge[sd]?|capture[sd]?|intent|authoris\w*|authoriz\w*|zahlungsdienst\w*|pasarela|not idempotent|isn't idempotent|no idempot\w*)(?![\p{L}])/iu;

/** The sentence that tells that a repeated request is answered with what the first one made; null where none does. */
export function repeatedIn(text: string): string | null {
  const found = sentencesIn(text).find(
    (one) =>
      (again.test(one) && same.test(one)) ||
      looksFirst.test(one) ||
      answersAlready.test(one) ||
      (byNature.test(one) && !others.test(one)),
  );
  const said = found ?? asksFirst.exec(text)?.[0];
  return said === undefined ? null : asSaid(said);
}

const processed = /\balready (?:been )?(?:processed|seen|handled)\b/iu;
const refused =
  /\b409\b|\b(?:reject\w*|refus\w*|conflict|abgelehnt|abgewiesen|rechaz\w*|rejet\w*|rifiut\w*|recus\w*|geweiger\w*)(?![\p{L}])/iu;
const ofKey = /\b(?:\w*key|requests?|confirm\w*|schlüssel|anfrage|clave|clé|chave|chiave|sleutel)(?![\p{L}])/iu;
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
export function refusedAgainIn(text: string): string | null {
  const sentences = sentencesIn(text)
    .flatMap((one) => one.split(nextAnswer))
    .filter((one) => !others.test(one) && !isCode.test(one) && !forgotten.test(one));
  if (sentences.some((one) => again.test(one) && same.test(one))) return null;
  const found = sentences.find(
    (one) => (again.test(one) || processed.test(one)) && refused.test(one) && ofKey.test(one) && !otherwise.test(one),
  );
  return found === undefined ? null : asSaid(found);
}
