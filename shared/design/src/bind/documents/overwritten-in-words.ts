import { denying } from "../../text/denial.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { inAscii } from "../names.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { literally } from "../ways/told/statement/statement.ts";

/**
 * Whether a text tells of a code which is taken that its row is written over: "if the code is taken already, the row is overwritten with
 * the newer url", "se il codice è già preso, il nuovo prende il posto del vecchio". What is drawn again in the place of the code is not.
 */
export function isOverwrittenInWords(column: string, text: string): boolean {
  const called = calledBy(column);
  return sentencesIn(doneIn(text)).some((sentence) => {
    const said = inAscii(sentence.slice(0, longest));
    const isOver = overwrites.test(said) || (replaces.test(said) && older.test(said));
    const isOfCode = collides.test(said) || (called.test(said) && taken.test(said));
    return isOver && isOfCode && !denied.test(said) && !otherwise.test(said);
  });
}

/**
 * Whether what is told of the endpoint that makes codes changes the row of one that is there: "if the code exists we update the URL". Of
 * an endpoint that changes links the same words are true, so that these have to be its own.
 */
export function isRenewedInWords(column: string, own: string): boolean {
  if (!renews.test(inAscii(own))) return false;
  const called = calledBy(column);
  return sentencesIn(own).some((sentence) => {
    const said = inAscii(sentence.slice(0, longest));
    const isOfCode = onceThere.test(said) && (collides.test(said) || (called.test(said) && taken.test(said)));
    return isOfCode && renews.test(said) && !changedByAnyone.test(said) && !denied.test(said) && !otherwise.test(said);
  });
}

const calledBy = (column: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${codes}|${literally(inAscii(column))})(?!\\p{L})`, "iu");

/** No sentence tells more of one thing. */
const longest = 400;

/** What a link is opened by, in the languages in which designs are written here; without accents, as all below. */
const codes = String.raw`(?:short[- ]?)?(?:codes?|slugs?|keys?)|\p{L}{0,8}kuerzel\p{L}{0,2}|kurzcodes?|codice|codici|codigos?|kod(?:u|y|em)?|kortekode|sleutel`;

const taken =
  /(?<!\p{L})(?:taken|already|exists?|existing|there|in use|used|twice|same|equal|bereits|schon|vergeben|existiert|belegt|zweimal|deja|pris|prise|existe|meme|ya|ocupado|em uso|ja|usado|repetid[oa]|mism[oa]|mesm[oa]|gia|preso|esiste|stess[oa]|usato|juz|zajety|istnieje|ten sam|al|bezet|bestaat|zelfde)(?!\p{L})/iu;

const collides =
  /(?<!\p{L})(?:collisions?|collid\p{L}*|clash\p{L}*|kollision\p{L}*|kollidier\p{L}*|colision\p{L}*|colisao|colisoes|collision\p{L}*|collisione|collisioni|kolizj\p{L}*|botsing\p{L}*)(?!\p{L})/iu;

const overwrites =
  /(?<!\p{L})(?:overwrit(?:es?|ten|ing)|overwrote|(?:written|writes|write|wrote) over|ueberschr(?:ie|ei)b\p{L}*|ecras\p{L}*|sobre?escri\p{L}*|sobrescrev\p{L}*|sovrascri\p{L}*|riscritt[oa]|nadpis\p{L}*|overschr\p{L}*|last (?:write|writer|one|link) wins|newe(?:r|st) (?:\p{L}{1,10} )?wins|latest (?:\p{L}{1,10} )?wins)(?!\p{L})/iu;

const replaces =
  /(?<!\p{L})(?:replac(?:es?|ed|ing)|takes? (?:over|the place)|supersed\p{L}*|ersetz\p{L}*|tritt an die stelle|verdraeng\p{L}*|remplac\p{L}*|prend la place|reemplaz\p{L}*|sustituy\p{L}*|ocupa el lugar|toma el lugar|substitu\p{L}*|toma o lugar|ocupa o lugar|prende il posto|sostitui\p{L}*|rimpiazz\p{L}*|zastep\p{L}*|zajmuje miejsce|vervang\p{L}*|neemt de plaats)(?!\p{L})/iu;

/** What is replaced by another is the row of before, not the code of now. */
const older =
  /(?<!\p{L})(?:older|old (?:\p{L}{3,10}|one)|earlier|previous|former|(?:the|its) first|existing (?:row|link|one|url|entry|record)|alte[nrs]?|altere[nrs]?|bisherige\p{L}?|vorherige\p{L}?|bestehende\p{L}?|ancien\p{L}{0,3}|precedent\p{L}?|antigu[oa]|anterior|viej[oa]|antig[oa]|velh[oa]|vecchi[oa]|precedente|star(?:y|ego|ej|a)|poprzedni\p{L}{0,3}|oude|vorige|bestaande)(?!\p{L})/iu;

const address = String.raw`(?:urls?|links?|rows?|records?|entr(?:y|ies)|targets?|destinations?|address(?:es)?|ziel(?:adresse|-url)?|zeile|eintrag|l['’]url|fila|registro|enlace|ligne|lien|enregistrement|cible|linha|riga|destinazione|destino|wiersz|adres|rij|rekord)`;
const own = String.raw`(?:(?:the|its|it|that|this|existing|old|long|target|den|die|das|seine?|ihre?|la|el|le|o|a|su|il|lo|de|het|present) ){0,3}`;

/** That an address, or its row, is made another one. */
const renews = new RegExp(
  String.raw`(?<!\p{L})(?:(?:(?:updat|chang|replac|rewrit|repoint)(?:es?|ed|ing)?|aktualisier\p{L}*(?: wir| sie| man)?|aender[nt]|actualiz\p{L}{1,5}|atualiz\p{L}{1,5}|aggiorn\p{L}{1,5}|met(?:tons)? a jour|z?aktualiz\p{L}{1,6}) ${own}${address}(?!\p{L})|${address} (?:(?:is|are|then|simply|just|gets?|wird|werden|est|se|es|e|viene) ){1,2}(?:updated|changed|rewritten|repointed|pointed (?:at|to)|set to|aktualisiert|geaendert|mis a jour|mise a jour|actualiz\p{L}{1,4}|atualiz\p{L}{1,4}|aggiornat\p{L})|(?:gets|receives|takes|is given) (?:the|its) new(?:er)? ${address}|(?:sets?|points?) ${own}${address} (?:to|at) the new)`,
  "iu",
);

/** On which condition. */
const onceThere =
  /(?<!\p{L})(?:if|when|where|once|in case|on an?|an?|is the|wenn|falls|ist|si|se|cuando|quando|lorsque|jesli|gdy|als|wanneer|bei)(?!\p{L})/iu;

/** Somebody changes a link that is theirs, later, by another request. */
const changedByAnyone =
  /(?<!\p{L})(?:patch|put|edit\p{L}*|can|may|later|users?|people|else|otherwise|sonst|sinon|si no|senao|altrimenti)(?!\p{L})|404/iu;

/** The code is drawn again, or it is somebody's own alias, a cache or a count. */
const otherwise =
  /(?<!\p{L})(?:again|redraw\p{L}*|retr(?:y|ies|ied)|regenerat\p{L}*|(?:another|new|fresh|different) (?:random )?(?:code|slug|key|one is drawn)|erneut|neue[rn]? code|nouveau code|nuovo codice|nuevo codigo|novo codigo|nowy kod|nieuwe code|cache[ds]?|redis|counters?|clicks?|index\p{L}*|deploy\p{L}*|owner|own|4(?:09|22))(?!\p{L})|idempot|alias|request/iu;

const denied = new RegExp(
  denying(["not", "no", "nothing", "without", "instead", "supposed"], "ni", "refus\\p{L}*", "prevent\\p{L}*"),
  "iu",
);
