import { withoutZone } from "@proofroom/domain/design/moment";
import { plain, wordsIn } from "../../names.ts";

/** Whether a time is called after what happened then, rather than after what ends: `captured_at`, `incassato_il`, but not `locked_until`. */
export function isPast(called: string): boolean {
  const name = withoutZone(called);
  const words = wordsIn(name);
  const last = words.at(-1) ?? "";
  if (until.test(last) || folded.test(last) || words.some((word) => over.test(word))) return false;
  const done = words.slice(0, -1).join("");
  return past.test(plain(name)) || participles.some(([before, ending]) => before.test(last) && ending.test(done));
}

/** What happens to a hold or a booking other than that it ends, and how English says of anything that it has been done. */
const past =
  /creat|updat|delet|modif|insert|start|begin|since|sold|paid|confirm|book|purchas|bought|captur|held|hold|lock|reserv|erstell|geaendert|aktualis|gehalten|verkauf|bezahl|gebucht|kassiert|erstattet|bestaet|cread|actualiz|vendid|pagad|cobrad|comprad|criad|atualiz|cree|modifie|vendu|paye|encaiss|prelev|incassat|pagat|vendut|betaald|verkocht|oplacon|zaplacon|pobran|sprzedan|ed(?:at|on|ts|time|date)$|(?:sent|seen|made|taken|given|done|left|gone)(?:at|on)$/i;

/** How other languages say that something has been done at a time: `eingezogen_am`, `registrado_en`, `emis_le`, `spedito_il`, `wyslano_o`. */
const participles: readonly (readonly [before: RegExp, ending: RegExp])[] = [
  [/^(?:am|um|zeit|zeitpunkt)$/, /ge\w{2,14}(?:t|en)$|\wiert$|^(?:be|ver|er|ent|ueber)\w{2,14}(?:t|en)$/],
  [/^(?:en|em|el)$/, /\w(?:ad|id)[oa]$/],
  [/^le$/, /\w(?:ee?|u|i|is)$/],
  [/^(?:il|alle)$/, /\w(?:at|ut|it|ss|rs|st|tt)[oa]$/],
  [/^(?:op|om)$/, /ge\w{2,14}(?:d|t|en)$|^(?:be|ver|her|ont)\w{2,14}(?:d|t|en)$/],
  [/^(?:o|w|dnia)$/, /\w(?:an|on|t)[oaey]$/],
];

/** What is over then has ended: `expired_at`, `abgelaufen_am`, `scaduto_il`, `vencido_en`, `expire_le`, `verlopen_op`, `wygasa_o`. */
const over =
  /^(?:expir|elaps|laps|end|abgelauf|abgelaeuf|ablauf|ablaeuf|verfall|verfaell|verstrich|verstreich|erlosch|erlisch|beend|scad|termin|fini|conclus|vence|venci|caduc|acab|encerr|echu|echoit|echeance|verlop|verloop|verstrek|beeindig|geeindig|wygas|przetermin|zakoncz|uplyw|uplyn)/;

/** `reservado_ate`, `gesperrt_bis`, `lock_expire`: until when something is as a word of the past says. */
/** `HoldUntil` without quotes is `holduntil`. */
const folded =
  /\p{L}{2}(?:until|till|upto|deadline|bis|hasta|jusqua|expir(?:y|ation|(?:es?)(?:at|on)?)|ends?(?:at|on))$/u;
const until = /^(?:until|till|upto|to|through|thru|ends?|deadline|ate|até|bis|hasta|jusqu\w*|tot|do|fino|expir\w*)$/;
