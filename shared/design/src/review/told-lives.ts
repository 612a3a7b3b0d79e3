import { plainSteps } from "@proofroom/domain/design/steps-within";
import { doneIn } from "../bind/ways/told/done/not-done.ts";
import { asSaid, sentencesIn } from "../text/sentences.ts";
import { denying } from "../text/denial.ts";
import type { Review, Served } from "./seen.ts";

/**
 * A life that words give to what somebody is sent on by: "links expire after thirty days", "we purge links not opened for a year". Nothing
 * of a schema shows it, and no test waits for it. A life that whoever makes a link may choose, or of something beside it, is none.
 */
export const reviewToldLives: Review = ({ texts, served }, tell) => {
  const opened = (served ?? []).find(isOpened);
  if (opened === undefined || !span.test(texts.design)) return;
  const said = sentencesIn(doneIn(texts.design)).find((one) => isLife(one));
  if (said === undefined) return;
  const from = Math.max(0, texts.design.indexOf(said.trim().slice(0, 30)));
  tell("life-in-words", {
    from,
    to: Math.min(texts.design.length, from + 30),
    message: `What ${opened.operation.opId} opens is told to end after a while (${asSaid(said)}), and it is run as if it were there for good: no test waits that long. Where it has to be there for good, leave that out; else keep until when each is in a column, and look at it.`,
  });
};

/** Whoever asks is sent on, and no statement looks at an end. */
const isOpened = ({ operation, read }: Served): boolean =>
  read.operation === null &&
  plainSteps(operation.steps).some((step) => "redirect" in step) &&
  !JSON.stringify(operation.steps).includes("$now");

/** No sentence tells more of one thing. */
const longest = 300;

const isLife = (sentence: string): boolean =>
  sentence.length <= longest &&
  span.test(sentence) &&
  thing.test(sentence) &&
  ends.test(sentence) &&
  !others.test(sentence) &&
  !denied.test(sentence.replace(unused, " "));

const span =
  /(?<!\p{L})(?:\d{1,4}|an?|one|two|three|six|seven|ten|twelve|thirty|sixty|ninety|ein\p{L}{0,2}|zwei|drei|sechs|sieben|zwölf|dreißig|neunzig|une?|trois|six|douze|trente|un[ao]?|dos|tres|seis|doce|treinta|dois|três|doze|trinta|due|tre|sei|dodici|trenta)[\s-](?:full )?(?:hours?|days?|weeks?|months?|years?|stunden?|tag\p{L}{0,2}|wochen?|monat\p{L}{0,2}|jahr\p{L}{0,2}|heures?|jours?|semaines?|mois|ans?|années?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|ore|giorn[oi]|settiman[ae]|mesi|mese|ann[oi])(?!\p{L})/iu;

const thing = /(?<!\p{L})(?:short[- ]?)?(?:links?|urls?|liens?|enlaces?|kürzel|kurzlinks?|collegament[oi])(?!\p{L})/iu;

const ends =
  /(?<!\p{L})(?:expir\p{L}{0,4}|delet\p{L}{1,3}|purg\p{L}{1,3}|remov\p{L}{1,3}|drop\p{L}{0,4}|die|dies|vanish\p{L}{0,3}|gone|liv(?:es?|ed)|last|lasts|(?:are|is) (?:only )?(?:kept|valid|stored|there) for|answers? 4(?:04|10)|4(?:04|10) for|verfall\p{L}{0,3}|ablaufen|läuft ab|laufen ab|gelöscht|lösch\p{L}{1,2}|lebt|leben|gilt|caduc\p{L}{1,3}|borra\p{L}{0,3}|elimin\p{L}{1,4}|viv\p{L}{1,3}|dur[ae]n?|supprim\p{L}{1,3}|efface\p{L}{0,3}|apagad\p{L}{1,2}|remov\p{L}{1,4}|scad\p{L}{1,4}|cancell\p{L}{1,4})(?!\p{L})/iu;

/** Something beside it ends, whoever makes it chooses, or it says how fast or how often. */
const others =
  /(?<!\p{L})(?:\p{L}{0,12}keys?|requests?|cache[ds]?|redis|ttl|tokens?|sessions?|clicks?|visits?|stat\p{L}{0,8}|counts?|counters?|logs?|backups?|snapshots?|events?|messages?|archiv\p{L}{0,4}|index\p{L}{0,3}|rate|limits?|cookies?|cdn|edge|browsers?|headers?|max-age|replica\p{L}{0,1}|may|can|could|optional\p{L}{0,2}|wish\p{L}{0,2}|wants?|choose\p{L}?|chosen|unless|expires_at|expiry date|per (?:second|day|hour|year|month)|a (?:second|day) (?:are|is)|schlüssel|besuche|klicks|kann|können|optional|clés?|claves?|chaves?|chiav[ei]|peut|puede|pode|può|opcional|facultatif)(?!\p{L})/iu;

/** What nobody opens for so long is no denial. */
const unused =
  /(?<!\p{L})(?:not|never|nobody|nicht|no) (?:\p{L}{1,10} )?(?:been )?(?:open|us|visit|click|follow|read|seen|geöffnet|benutz|aufgerufen)\p{L}{0,6}/giu;

const denied = new RegExp(denying(["not", "no", "nothing", "without", "instead", "supposed"]), "iu");
