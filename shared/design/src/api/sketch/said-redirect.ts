import { denying } from "../../text/denial.ts";

/** What a line below an endpoint begins with where it says what is answered. */
const answered =
  /^[\s>*_`|•▸▪◦‣●○–-]{0,40}(?:\p{L}{2,20}[ \t])?(?:returns?|responds?|response|responses|answers?|output|result|redirects?|renvoie|r[eé]ponse|retourne|redirige|antwort|gibt|leitet|weiterleitung|respuesta|devuelve|retorna|resposta|devolve|redireciona|risposta|restituisce|reindirizza)(?![\p{L}\p{N}])/iu;

const redirects =
  /(?<!\p{L})(?:(?:http[ \t-])?redirect(?:s|ion|ed|ing)?|redirection|redirige|redirecci[oó]n\p{L}{0,4}|redireciona\p{L}{0,5}|reindirizza\p{L}{0,5}|weiterleit\p{L}{0,4}|leitet[^.\n]{0,40}\bweiter)(?![\p{L}\p{N}])/iu;

const denied = new RegExp(denying(["not", "no", "without", "instead"]), "iu");

const longest = 300;

/** The status of a line that says no more than that what is answered is a redirect: `Return longURL for HTTP redirection`; null of any other. */
export function redirectSaid(line: string): number | null {
  const text = line.slice(0, longest);
  if (!answered.test(text) || !redirects.test(text) || denied.test(text)) return null;
  const [status, other] = text.match(/(?<![\d.])[1-5]\d\d(?![\d.])/g) ?? [];
  if (other !== undefined) return null;
  if (status === undefined) return 302;
  return /^30[12378]$/.test(status) ? Number(status) : null;
}
