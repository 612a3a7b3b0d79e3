import { isNamedIn } from "./statement.ts";

/** That somebody has to be the one, or is another: `403`, "not yours", "held by someone else". */
const another =
  /\b403\b|(?<!\p{L})(?:other|another|others|someone|somebody|else|different|foreign|caller|holder|owner|owns?|yours?|his|hers?|theirs?|mine|my|own|belongs?|same (?:user|person|customer|client|buyer|fan)|ander\p{L}*|fremd\p{L}*|eigene?\p{L}?|selbe\p{L}?|inhaber\p{L}*|autr\p{L}*|propri\p{L}*|tien|otr[oa]s?|ajen[oa]|dueñ[oa]|mism[oa] (?:usuario|cliente|persona)|outr[oa]s?|don[oa]|mesm[oa]|altr[oi]|altru[oi]|stess[oa]|anders?|eigenaar|inn\p{L}*|właścic\p{L}*|annan|başka\p{L}*|sahib\p{L}*|чуж\p{L}*|друг\p{L}*)(?!\p{L})/iu;

/** Of what is sold, or comes again, whose it is is another question. */
const ofSale =
  /(?<!\p{L})(?:sold|book\p{L}*|order\p{L}*|repeat\p{L}*|existing|verkauft|gebucht|buchung\p{L}*|vendid[oa]|compra\p{L}*|vendue?s?|réserv\p{L}*|vendut[oa]|acquist\p{L}*|verkocht|geboekt|sprzedan\p{L}*|såld|satıl\p{L}*|прод\p{L}*)(?!\p{L})/iu;

/** Whether a clause speaks of what is sold, or of its sale. */
export const isSale = (clause: string): boolean => ofSale.test(clause);

/** Whether what is told of an endpoint looks at whose a row is: by its column, or by speaking of others' where it does not speak of what is sold. */
export const asksWhose = (told: string, column: string): boolean =>
  told
    .split(/[.,;:|!?\n]|->|→|=>/)
    .some((clause) => isNamedIn(clause, column) || (another.test(clause) && !isSale(clause)));
