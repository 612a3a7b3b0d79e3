import { sentencesIn } from "../../../../text/sentences.ts";
import { isDeniedIn } from "../time/denied-time.ts";
import { literally, withoutSets } from "../statement/statement.ts";

/** That somebody has to be the one, or is another: `403`, "not yours", "held by someone else". */
const another =
  /\b403\b|(?<!\p{L})(?:other|another|others|(?:\p{L}{2,5}(?:one|body)|no one|who|people)\s+else|different|foreign|caller|holder|owner|owns?|yours?|his|hers?|theirs?|mine|my|own|belongs?|same (?:user|person|customer|client|buyer|fan)|ander\p{L}*|fremd\p{L}*|eigene?\p{L}?|selbe\p{L}?|inhaber\p{L}*|autr\p{L}*|propri\p{L}*|tien|otr[oa]s?|ajen[oa]|dueñ[oa]|mism[oa] (?:usuario|cliente|persona)|outr[oa]s?|don[oa]|mesm[oa]|altr[oi]|altru[oi]|stess[oa]|anders?|eigenaar|inn\p{L}*|właścic\p{L}*|annan|başka\p{L}*|sahib\p{L}*|чуж\p{L}*|друг\p{L}*)(?!\p{L})/iu;

/** Of what is sold, or comes again, whose it is is another question. */
const ofSale =
  /(?<!\p{L})(?:sold|book\p{L}*|order\p{L}*|repeat\p{L}*|existing|verkauft|gebucht|buchung\p{L}*|vendid[oa]|compra\p{L}*|vendue?s?|réserv\p{L}*|vendut[oa]|acquist\p{L}*|verkocht|geboekt|sprzedan\p{L}*|såld|satıl\p{L}*|прод\p{L}*)(?!\p{L})/iu;

/** Whether a clause speaks of somebody who has to be the one, or is another. */
export const speaksOfAnother = (clause: string): boolean => another.test(clause);

/** Whether a clause speaks of what is sold, or of its sale. */
export const isSale = (clause: string): boolean => ofSale.test(clause);

/**
 * Whether what is told of an endpoint looks at whose a row is: by its column, or by speaking of others' where it does not speak of what is
 * sold. Where the column is only written, given to a row by code, sent or answered nobody asks for it, and what is told not to be looked at is not.
 */
export function asksWhose(told: string, column: string): boolean {
  const name = `\\b${literally(column)}\\b["'\`]?`;
  const given = new RegExp(`^[ \\t]*(?:\\$|this\\.|self\\.)?\\w{1,30}(?:\\.|->)${name}\\s?:?=(?![=>])`, "gim");
  const left = [given, listed, otherwise].reduce((text, one) => text.replaceAll(one, ";"), told);
  return sentencesIn(withoutSets(left))
    .filter((one) => !isDeniedIn(one))
    .flatMap((one) => one.split(/[.,;:|?\n]|!(?!=)|->|→|=>/))
    .some((clause) => isAsked(clause, name) || (speaksOfAnother(clause) && !isSale(clause)));
}

/** Whether a clause says more about a column than its name. */
function isAsked(clause: string, name: string): boolean {
  const around = clause.replace(new RegExp(name, "i"), " ");
  return around !== clause && /[\p{L}<>=]/u.test(around);
}

/** What comes where nothing else fits is nobody else's. */
const otherwise =
  /(?<!\p{L})(?:ander(?:n|en)falls|d['’]autre part|autrement|de otr[oa] (?:modo|forma|manera)|de outr[oa] (?:modo|forma|maneira))(?!\p{L})|(?<=[,.;:|\n]\s{0,4})anders(?!\p{L})/giu;

/** The columns of a row that is added, and the fields of what is sent or answered. */
const listed =
  /\binsert\s+into\s+["\w.]{1,80}\s{0,9}\([^()]{0,400}\)|(?:\b(?:get|post|put|patch|delete)\s+\/\S{1,120}|\b(?:body|corpo|cuerpo|corps|rumpf)\b|\b20\d)["'`:,\s]{0,9}\{[^{}]{0,400}\}/gi;
