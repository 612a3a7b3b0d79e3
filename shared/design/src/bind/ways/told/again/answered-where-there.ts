import { readThenAnswered } from "./read-then-answered.ts";
import { sold } from "./sold-words.ts";

/** In code: `if (hold.status === "CONFIRMED")`, `WHEN v_status = 'SOLD'`, `if existing:`, `if (booking != null)`, `if v.sold_at is not null`, `if b, ok := bookingByHold(id); ok {`. */
const whereThere = new RegExp(
  [
    String.raw`(?<![\p{L}_])(?:else\s?if|elsif|elif|if|when)\s?\(?\s?[\w$.>()[\]"'@-]{1,60}\s?(?:={1,3}|\.equals\(|\beq\b|\bis\b)\s?["':]?(?:\w{1,30}(?:\.|::)){0,3}\w{0,20}(?:${sold})\p{L}{0,8}["']?`,
    String.raw`(?<![\p{L}_])(?:else\s?if|elsif|elif|if)\s?\(?\s?\$?(?:[a-z]{1,2}_)?(?:existing|booking|found|prior|previous|already|order|ticket|purchase|sale|resa|reserva|venda|venta|compra|buchung|vorhanden|bestehend|prenotazione|acquisto|boeking)\w{0,20}(?:\.isPresent\(\)|\.present\?|\?\.\w{1,20}|\s?(?:!==?|<>|is not|~=)\s?(?:null|nil|none|undefined)|\s?\.exists\(\))?(?=\s?(?:\)|:|\{|then\b|do\b|return\b|\n))`,
    String.raw`(?<![\p{L}_])(?:else\s?if|elsif|elif|if|when)\s?\(?\s?\$?(?:\w{1,40}(?:\.|->))?(?:${sold})\w{0,12}(?:\.isPresent\(\)|\.present\?|\s?(?:!==?|<>|\bis not|~=)\s?(?:null|nil|none|undefined))`,
    String.raw`(?<![\p{L}_])if\s\w{1,20},\s?(?:ok|found|err)\s?:=\s?[\w.]{0,30}(?:(?:find|get|load|lookup|fetch|existing)_?(?:booking|order|ticket|sale)|(?:booking|order|ticket|sale)_?(?:by|for|of)|by_?hold|for_?hold)\w{0,20}\([^;\n]{0,80}\);\s?(?:ok|found|err == nil)(?=\s?\{)`,
    // `err := db.QueryRow(ctx, "SELECT id FROM bookings WHERE hold_id = $1", id).Scan(&id); if err == nil`
    String.raw`\bfrom\s(?:bookings?|orders?|tickets?|sales?|purchases?|confirmations?|buchung(?:en)?|ventas?|vendas?|reservas?|r[eé]servations?|prenotazioni|boekingen)\swhere\s[^;{}]{1,160}\.(?:scan|get|one|first)\([^;{}]{0,60}\)\s{0,20};?\s{0,20}(?:if\s(?:\w{1,10}\s:?=[^;{}]{1,60};\s)?)?\(?err\s==\s(?:nil|null)`,
  ].join("|"),
  "giu",
);

/** The thing itself says so, `if (seat.isSold())`, or the state stands first, `if ("SOLD".equals(…))`, or is one of several, `case "sold":`. */
const whereState = new RegExp(
  [
    String.raw`(?<![\p{L}_])(?:else\s?if|elsif|elif|if|when)\s?\(?\s?[$*]?(?:seat|hold|booking|order|ticket|reservation|row|locked|current|existing|[hsb](?=\W)|asiento|retenci|reserva|sitz|platz|buchung|siège|place|assento|posto|miejsce|stoel|plaats)\w{0,12}(?:\.|->|\?\.|&\.)(?:is_?|get_?)?(?:${sold})\w{0,12}(?:\(\)|\?)?(?=\s?(?:\)|:|\{|then\b|\n))`,
    String.raw`(?<![\p{L}_])(?:else\s?if|elsif|elif|if)\s?\(?\s?["']?(?:\w{1,30}(?:\.|::)){0,3}(?:${sold})\p{L}{0,8}["']?\s?(?:={2,3}|\.equals\()[^\n:{]{1,60}?(?=\)|:|\{)`,
    String.raw`(?<![\p{L}_])case\s["':.]?(?:\w{1,30}(?:\.|::)){0,3}(?:${sold})\p{L}{0,8}["']?(?=\s?(?::|=>|->|\{|,))`,
  ].join("|"),
  "giu",
);

/** The branch goes on with an answer. */
const answers =
  /^[\s)}]{0,6}(?:then\b|do\b|[{:,]|->|=>|→)?\s{0,20}(?:\(?\s?(?:return|render|respond|reply|answer)\b|(?:\w{1,20}\.)?(?:write_?json|json|encode|send_?json|write_?header)\s?\(|\{?:ok\b|(?:ok|200)\b)/i;

/** `return existing if existing`, `return hold.booking if hold.confirmed?`. */
const behind = new RegExp(
  String.raw`\b(?:return|render)\b[^\n;]{1,60}\bif \$?(?:existing|booking|found|prior|previous|\w{1,30}\.(?:booking|\w{0,12}(?:${sold})\w{0,6}\?))`,
  "iu",
);

/** In a function of the database: `then select booking_id into o_booking from booking …; outcome := 'SAME'; return;` */
const looksUp =
  /^\s{0,20}then\s{1,40}select\s[^;]{1,200}?\binto\s[^;]{1,200};(?:\s{0,40}\w{1,60}\s{0,9}:?=[^;]{1,120};){0,6}\s{0,40}return\b[^;]{0,60};/i;

/** Where a branch is over. */
const over = /\belse\b|\belif\b|\belsif\b|\bwhen\b|\bif\b|\bend\b|\}|\n\s*\n/i;

const refuses =
  /\b[45]\d\d\b|\bhttp\.status(?!ok\b|created\b|accepted\b)\w{3,30}|\b(?:throw\w*|raise\w*|abort\w*|conflict\w*|error\w*|err|refus\w*|reject\w*|gone|fail\w*|denied|forbidden|panic|exception\w*|false|return (?:null|nil|none))\b/i;

const longestBranch = 160;

/** The branch of code, or of pseudo code, that answers what is there where a hold is sold already; null where none does. */
export function answeredWhereThere(text: string): string | null {
  const there = [...text.matchAll(whereThere)];
  for (const found of there) {
    const from = found.index + found[0].length;
    const rest = text.slice(from, from + longestBranch);
    const looked = looksUp.exec(text.slice(from, from + 4 * longestBranch))?.[0];
    if (looked !== undefined && !refuses.test(looked)) return found[0] + looked;
    const begun = answers.exec(rest)?.[0];
    if (begun === undefined) continue;
    const branch = rest.slice(0, begun.length) + (rest.slice(begun.length).split(over)[0] ?? "");
    if (!refuses.test(branch)) return found[0] + branch;
  }
  for (const found of [...there, ...text.matchAll(whereState)]) {
    const from = found.index + found[0].length;
    const read = readThenAnswered(text.slice(from, from + 4 * longestBranch));
    if (read !== null) return found[0] + read;
  }
  const said = behind.exec(text)?.[0];
  return said === undefined || refuses.test(said) ? null : said;
}
