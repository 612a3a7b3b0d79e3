import { arrowSigns } from "./endpoint-line.ts";

const reasons =
  "OK|Created|Accepted|No Content|Found|Moved|See Other|Temporary|Permanent|Bad Request|Unauthori[sz]ed|Forbidden|Not Found|Conflict|Gone|Unprocessable|Too Many";
const behind = `[\`*_).,;|:/]|\\s*[{[(]|\\s*$|\\s+(?:if|when|for|on|and|or|where|unless|once|with|plus|${reasons})\\b`;
const verb =
  "\\b(?:returns?|responds?|answers?|replies|gives?(?: back)?|yields?|fails|redirects?(?: to (?:the )?(?:\\w+ ){0,2}\\w+)?)";
const aside = "(?:\\s*:)?(?:\\s+(?:with|an?|the|http|status|code|either|by|as|using))*";
const said = new RegExp(
  `(?:${arrowSigns}|(?<=[\\s(.;,*_])${verb}${aside})[\\s*_\`(]*(?=[2-5]\\d\\d(?:${behind}))`,
  "i",
);

/** What is denied, or said of another endpoint. */
const denying =
  /\b(?:get|post|put|patch|delete)\s+\/|\b(?:not|never|no longer|without|instead of|nothing)\s{0,3}(?:\w{1,30}\s{1,3}){0,2}$/i;

/**
 * Where the answers begin in a sentence that says something else before them: ``Header `Idempotency-Key`. Returns `200` …``,
 * not `returns at most 200 rows`; null where there are none.
 */
export function statusSaidAt(line: string): number | null {
  const found = said.exec(line.slice(0, 2_000));
  if (found === null || denying.test(line.slice(0, found.index))) return null;
  return found.index + found[0].length;
}
