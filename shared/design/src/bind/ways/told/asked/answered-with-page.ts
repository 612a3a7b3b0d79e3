import { denying } from "../../../../text/denial.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { isElided } from "./looked-in-code.ts";

/**
 * That whoever opens a thing is answered its address as the content of a success, and not sent on to it: "answers 200 with the URL as
 * JSON", "200 and a page with a meta refresh", or code that answers JSON and nowhere redirects. Null where nothing says so, or the same
 * text speaks of a redirect.
 */
export function answeredWithPage(told: string, toldOfAll: string, code: string): string | null {
  const found =
    sentencesIn(told).find(isAnswered) ?? sentencesIn(toldOfAll).find((one) => opens.test(one) && isAnswered(one));
  if (found !== undefined) return asSaid(found);
  if (code === "" || isElided.test(code) || sendsOn.test(code)) return null;
  const [answer] = answersContent.exec(code) ?? [];
  return answer === undefined ? null : answer.replaceAll(/\s+/g, " ").trim();
}

const isAnswered = (sentence: string): boolean =>
  sentence.length <= longest &&
  success.test(sentence) &&
  content.test(sentence) &&
  !sendsOn.test(sentence) &&
  !ofOthers.test(sentence) &&
  !denied.test(sentence);

/** What begins so is about opening a thing wherever it stands. */
const opens =
  /^[\s*_>#-]{0,6}(?:to )?(?:the )?(?:open|visit|follow|resolv|redirect|öffnen|aufruf|abrir|ouvrir|ouverture|aprire|otwier)/iu;

/** No sentence tells more of one thing. */
const longest = 400;

const success = /(?<![\d.])200(?!\d)/;

const content =
  /(?<!\p{L})(?:json|html|body|page|meta[- ]refresh|interstitial|text\/\p{L}{2,10}|seite|página|pagina|strona|corpo|cuerpo|corps)(?!\p{L})|\{\s{0,3}["'\x60]?\p{L}{2,20}["'\x60]?\s{0,3}[:}]/iu;

/** A redirect, in words or in code. */
const sendsOn =
  /redirect(?! loop)|(?<![\d.])30[12378](?!\d)|\.location\(|(?<![.\w])location["'\x60]?\s{0,3}[,:\]=)]|weiterleit|weitergeleitet|umgeleitet|umleit|redirig|redirec|reindirizz|rimand|redirek|przekierow|doorverw|doorstu/iu;

/** What is not there, who asks for it otherwise, and what is not opened at all. */
const ofOthers =
  /(?<!\p{L})(?:unknown|not found|missing|expired?|cached?|redis|health\p{L}*|lists?|preview\p{L}*|head|options|post|put|patch|delete|accept|bots?|crawlers?|stats?|statisti\p{L}*|metrics|unbekannt\p{L}*|desconocid\p{L}|inconnu\p{L}{0,2}|sconosciut\p{L}|if|when|unless|wenn|falls|si|se|jeśli|als)(?!\p{L})|\b[45]\d\d\b/iu;

const denied = new RegExp(denying(["not", "no", "instead", "supposed"]), "iu");

/** What answers a body with success in the frameworks that people use. */
const answersContent =
  /\b(?:res|reply|c|ctx|w|response)\.(?:status\(200\)\.)?(?:json|send|JSON)\([^;\n]{1,120}|\breturn\s(?:jsonify|JsonResponse|JSONResponse|response\(\)->json|Ok|Results\.Ok|ResponseEntity\.ok)\([^;\n]{0,120}|\brender\s(?:json|plain|html):[^;\n]{1,120}/;
