import { denying } from "../../../../text/denial.ts";
import { ofSentences, ofTexts, remembered } from "../../../../text/remembered.ts";
import { byJob } from "./by-job.ts";

const word = (...words: string[]): string => `(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`;
const minutes = "(?:two|2|zwei|deux|dos|dois|due|dwóch|twee) min\\p{L}{0,6}";

/** That somebody comes after the end, in the languages in which designs are written here. */
const late = new RegExp(
  word(
    `late|however (?:late|long)|(?:after|past) (?:the |its |those )?(?:${minutes}|deadline|expiry|(?:hold )?expir(?:ed|ation))|even (?:if|when|though|after)\\b[^.;]{0,40}\\b(?:expir\\p{L}*|over|ended|lapsed|passed|run out)`,
    `spät|spät(?:e|er|en) (?:best|buch|kauf|zahl)\\p{L}*|verspätet\\p{L}*|nach (?:den )?${minutes}|nach (?:dem )?ablauf|auch wenn\\b[^.;]{0,40}\\b(?:abgelaufen|vorbei|um) (?:ist|sind)`,
    `tard|en retard|tardi(?:f|ve)s?|après (?:les )?${minutes}|même (?:si|après)\\b[^.;]{0,40}(?:expir\\p{L}*|écoulé\\p{L}*|dépassé\\p{L}*|passé\\p{L}*|échéance)`,
    `tarde|tardí[oa]s?|con retraso|después de (?:los )?${minutes}|pasados (?:los )?${minutes}|aunque\\b[^.;]{0,40}(?:vencid[oa]|vencido|caducad[oa]|expirad[oa]|pasado|vencido ya)`,
    `atrasad[oa]s?|com atraso|tardi[oa]s?|depois d(?:e|os|as) ${minutes}|mesmo (?:que|depois|após|se)\\b[^.;]{0,40}(?:expir\\p{L}*|vencid[oa]|passad[oa])`,
    `in ritardo|tardi|dopo (?:i )?${minutes}|anche (?:se|dopo)\\b[^.;]{0,40}(?:scadut[oa]|passat[oi]|scadenza)`,
    `spóźnion\\p{L}*|późno|po ${minutes}|nawet (?:jeśli|gdy|po)\\b[^.;]{0,40}(?:minę\\p{L}*|wygas\\p{L}*|upłyn\\p{L}*)`,
    `te laat|late|na (?:de )?${minutes}|ook (?:als|na)\\b[^.;]{0,40}(?:verlopen|voorbij|verstreken)`,
  ),
  "iu",
);

/** That what somebody asks for is done all the same. */
const accepted = new RegExp(
  word(
    "go(?:es)? (?:\\p{L}{1,12} )?through|(?:still|just|simply|also) (?:works?|succeeds?|counts?|valid|books?|confirms?)|(?:is|are|gets?) (?:(?:still|also|simply|just) )?(?:accepted|confirmed|booked|allowed|fine|ok(?:ay)?|honou?red|let through|valid)|(?:we|i) (?:\\p{L}{1,12} )?(?:accept|allow|honou?r|let)|accepts|succeeds?|works",
    "geh(?:t|en) (?:\\p{L}{1,16} ){0,5}durch|durchgeht|klappt|funktioniert|akzeptier\\p{L}*|angenommen|gelingt|erlaubt|wird (?:\\p{L}{1,12} )?(?:bestätigt|gebucht)|in ordnung",
    "passe(?:nt)?|accept(?:e|ons|ent|ée?s?)|fonctionne(?:nt)?|réussi(?:t|ssent)|aboutit|valables?|autorisée?s?",
    "pasan?|acepta(?:n|mos|d[oa]s?)?|funcionan?|valen?|válid[oa]s?|se confirma(?:n)? igual|entran? igual",
    "passam?|aceit(?:a|am|amos|e|[oa]s?)|funcionam?|valem|dá certo",
    "passa(?:no)?|accetta(?:no|t[oaei])?|accettiamo|funziona(?:no)?|valid[oaie]|va a buon fine|riesce",
    "przechodz\\p{L}*|przejdzie|akceptuj\\p{L}*|przyjmuj\\p{L}*|przyjęt\\p{L}*|działa\\p{L}{0,3}|ud(?:a|aje) się",
    "gaat (?:\\p{L}{1,16} ){0,5}door|geaccepteerd|accepteren|werkt|lukt|slaagt|toegestaan",
  ) + "|(?<!\\d)20[01](?!\\d)",
  "giu",
);

/** What comes before an end is not late. */
const before =
  /(?<!\p{L})(?:until|before|unless|except|bis|bevor|außer|avant|jusqu\p{L}*|sauf|antes|hasta|salvo|até|prima|finché|zanim|dopóki|tot|voor|voordat|tenzij)(?!\p{L})[^.;,]{0,24}$/iu;

const refused =
  /(?<!\d)4(?:\d\d|xx)(?!\d)|(?<!\p{L})(?:refund|revers|erstatt|rembours|reembols|rimbors|zwrot|zwrac|terugbet|gets? nothing|too late for|refus|reject|fail|error|gone|abgelehnt|abgewiesen|fehl|rechaz|rejet|rifiut|recus|rejeit|odrzuc|geweiger)/iu;

/** What may go on for another reason: it is there already, it began in time, it is on trial, or it is a job or a payment that is late. */
const otherwise = [
  /(?<!\p{L})(?:again|retr(?:y|ies|ied|ying)|repeat\p{L}*|twice|second|dup\p{L}*|replay\p{L}*|re-?sen[dt]\p{L}*|same|idempot\p{L}*|wiederhol\p{L}*|nochmal\p{L}*|erneut\p{L}*|zweit\p{L}*|dieselbe\p{L}*|rejou\p{L}*|rép[éè]t\p{L}*|réessa\p{L}*|nouveau|deuxième|même (?:réserv|répon|bill)\p{L}*|reint\p{L}*|repet\p{L}*|repit\p{L}*|otra vez|nuevo|segund[oa]|mism[ao]s?|novo|mesm[ao] (?:reserv|respost)\p{L}*|ripet\p{L}*|nuovo|seconda|stess[ao]|ponow\p{L}*|powt\p{L}*|drugi\p{L}*|opnieuw|herhaal\p{L}*|tweede|dezelfde)(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:already|bereits|schon|déjà|ya|já|già|już|al)\s(?:\p{L}{1,8}\s){0,2}(?:book|confirm|conferm|sold|paid|there|done|gebucht|bestätigt|bezahlt|verkauft|vend|pag|pay|réserv|reserv|compr|prenot|potwierdz|sprzedan|bevestigd|geboekt|betaald))/iu,
  /(?<!\p{L})(?:in time|beg[au]n|started|rechtzeitig|à temps|a tiempo|a tempo|in tempo|na czas|op tijd|grace|within|up to|while|during|kulanz|während|toléran\p{L}*|pendant|toleran\p{L}*|marge[nm]|margine|mientras|durante|enquanto|mentre|podczas|terwijl|lock\p{L}*|charge[sd]?|payments?|cards?|zahlung\p{L}*|paiement|pago|pagamento|płatnoś\p{L}*|betaling\p{L}*|webhooks?|psp|providers?|stripe|captur\p{L}*)(?!\p{L})|[<>]=?\s{0,2}now|\?/iu,
  byJob,
  new RegExp(
    denying(
      ["supposed"],
      "should",
      "would",
      "if we",
      "würde\\p{L}*",
      "könnte\\p{L}*",
      "pourrai\\p{L}*",
      "podría\\p{L}*",
      "poderia\\p{L}*",
      "potrebbe\\p{L}*",
      "mógłby",
      "zou",
    ),
    "iu",
  ),
];

const denied = new RegExp(denying(["not", "no", "nothing", "without"]), "iu");

/** What somebody says does not matter denies nothing, and neither does a condition that nobody else came. */
const indifferent =
  /(?<!\p{L})(?:no matter|all the same|(?:it )?do(?:es)?(?:n['’]t| not) matter|regardless of|no importa|sin importar|não importa|non importa|n['’]importe|peu importe|egal|spielt keine rolle|nie ma znaczenia|nieważne|maakt niet uit|ongeacht)(?!\p{L})/giu;
const ifNobody =
  /(?<!\p{L})(?:if|when|while|where|as long as|wenn|solange|falls|si|tant que|mientras|se|enquanto|finché|jeśli|dopóki|als|zolang)\s(?:nobody|no one|niemand|kein anderer|personne|nadie|ninguém|nessuno|nikt)(?:\selse)?(?!\p{L})/giu;
const orElse =
  /(?<!\p{L})(?:otherwise|else|sonst|andernfalls|sinon|si no|de lo contrario|senão|caso contrário|altrimenti|inaczej|w przeciwnym razie|anders)(?!\p{L})[^]{0,200}$/iu;

/** Whether a sentence tells that what comes too late is done all the same: "your confirm just goes through, no matter how late it is". */
export const isLateAccepted = remembered((sentence: string): boolean => {
  const said = sentence
    .replaceAll(/[`*_]/g, "")
    .replaceAll(ifNobody, " ")
    .replace(orElse, " ")
    .replaceAll(indifferent, " however ");
  const found = late.exec(said);
  if (found === null || refused.test(said) || otherwise.some((one) => one.test(said))) return false;
  const ahead = said.slice(0, found.index);
  if (before.test(ahead) || denied.test(ahead.slice(-12))) return false;
  return [...said.matchAll(accepted)].some(({ index, 0: words }) => !isDenied(said, index, words));
}, ofSentences);

/** The answer to a question after those who come too late, "And if it comes late?", that does what they ask for all the same; null of any other. */
export const lateAnswered = remembered((text: string): string | null => {
  for (const [, question = "", answer = ""] of text.matchAll(asking)) {
    const [first = "", second = ""] = answer.split(/(?<=[.!])\s+(?=\p{Lu})/u);
    const said = [first, second].map((one) => one.split(/[:;]\s/)[0] ?? one).find((one) => anyway.test(one));
    if (said !== undefined && late.test(question) && !refused.test(said) && !denied.test(said.split(anyway)[0] ?? ""))
      return said.trim();
  }
  return null;
}, ofTexts);

const asking = /([^?.!\n]{4,160})\?[)*_ ]{0,4}\s{1,3}([^]{1,400}?)(?=\n\s*\n|$)/g;
const anyway = new RegExp(
  word(
    "(?:confirm|book|accept|sell)\\p{L}* (?:(?:it|them|that) )?(?:anyway|all the same|nonetheless|nevertheless)",
    "(?:bestätig|buch|akzeptier|verkauf)\\p{L}* (?:\\p{L}{1,6} ){0,2}trotzdem|trotzdem (?:bestätig|gebucht|akzeptier)\\p{L}*",
    "(?:confirm|accept|vend|réserv)\\p{L}* quand même",
    "(?:confirm|acept|vend|reserv)\\p{L}* (?:igualmente|de todos modos|de todas formas|igual)",
    "(?:confirm|aceit|vend|reserv)\\p{L}* (?:mesmo assim|na mesma|igualmente)",
    "(?:conferm|accett|vend|prenot)\\p{L}* (?:lo stesso|comunque|ugualmente)",
    "(?:potwierdz|przyjm|sprzeda)\\p{L}* mimo to|mimo to (?:potwierdz|przyjm)\\p{L}*",
    "(?:bevestig|accepteer|verko)\\p{L}* (?:\\p{L}{1,6} ){0,2}toch",
  ),
  "iu",
);

/** Whether what is said at a place is denied within its clause. */
function isDenied(said: string, at: number, words: string): boolean {
  const clause =
    said
      .slice(0, at)
      .split(/[,;:–—]/)
      .at(-1) ?? "";
  return denied.test(clause + words + (/^\s?\p{L}{0,6}/u.exec(said.slice(at + words.length))?.[0] ?? ""));
}

/** Whether a sentence refuses what comes too late, whoever else has come. */
export const isLateRefused = (sentence: string): boolean =>
  refused.test(sentence) && !another.test(sentence) && late.test(sentence);

/** Whether a sentence speaks of somebody who has come in between. */
export const speaksOfWhoCame = (sentence: string): boolean => another.test(sentence);

const another =
  /(?<!\p{L})(?:(?:some|any)(?:body|one) else|another|others?|taken|jemand ander\p{L}*|ander\p{L}*|vergeben|quelqu['’]un d['’]autre|autre|pris\p{L}?|alguien más|otr[ao]|outr[ao]|qualcun altro|altr[ao]|ktoś inny|inn\p{L}*|iemand anders)(?!\p{L})/iu;
