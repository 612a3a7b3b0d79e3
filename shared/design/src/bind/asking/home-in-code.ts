/** A page of the design's own: `'/'`, `root_path`, `HOME_URL`, `route('home')`. */
const ownPage = String.raw`(?:["'\`](?:redirect:)?(?:\/|\/?(?:home|welcome|index|start|landing)(?:\.html)?\/?)["'\`]|\b(?:root|home|landing|welcome|homepage|start)_?(?:path|url|page)\b|\bhome(?:page)?\b)`;

/** That somebody is sent on to it: `redirect '/', 302`, `res.redirect("/")`, `http.Redirect(w, r, "/", 302)`, `URI.create("/")`. */
const leads = String.raw`(?:redirect\w{0,12}|location|sendredirect|uri\.create)\W{1,4}[^\n;{}]{0,40}?${ownPage}`;

/** That nothing was found, and what is done then. */
const missing = String.raw`\bif\b[^\n]{0,12}(?:!|\bnot\b|\bnil\b|\bnull\b|\bnone\b|\bempty\b)|\bunless\b|(?:\bis|={2,3})\s?(?:none|null|nil|undefined)\b|\berrnorows\b|\.isempty\(\)|\.empty\?|\bisnull\b|\bnil\s?(?:->|=>)|\bnull\s?(?:->|=>)|\bnone\s?=>`;

const missingFirst = new RegExp(`(?:${missing})[^;}]{0,80}?${leads}`, "i");
const leadsFirst = new RegExp(`${leads}[^\\n;]{0,24}?\\b(?:unless|if not|if !)[^\\n;]{0,40}`, "i");
const otherwise = new RegExp(
  `\\b(?:orelse(?:get)?\\(|\\?:|or\\s)[^;\\n]{0,40}?${leads}|redirect\\w{0,12}\\W{1,3}[^\\n;]{0,60}?(?:\\?\\?|\\|\\||\\?:|\\bor\\b|\\?[^\\n;:]{1,40}:)\\s?${ownPage}`,
  "i",
);

/** Somebody has to log in, or nobody is asked for a code. */
const ofOthers = /\b(?:user|session|token|auth\w*|login|logged|admin|current_user)\b/i;

/** Code that sends whoever asks for what is not there to a page of the design's own: `redirect '/' unless row`; null where none does. */
export function homeInCode(code: string): string | null {
  for (const pattern of [missingFirst, leadsFirst, otherwise]) {
    const [found] = pattern.exec(code) ?? [];
    if (found !== undefined && !ofOthers.test(found) && !/\b404\b/.test(found)) return found.replaceAll(/\s+/g, " ");
  }
  return null;
}
