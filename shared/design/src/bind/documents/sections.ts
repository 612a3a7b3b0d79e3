import { routeAt } from "../../api/code/routes-in.ts";
import { fenceIn } from "../../text/fence.ts";
import { firstWords, introducing } from "./introduced.ts";
import { subjectIn } from "./subject-in.ts";

/** More than anybody writes of one subject. */
const longest = 6_000;

/**
 * What the design document says of each subject: what stands under a heading, behind a bold lead, in a table's row that begins
 * with one of its words, from a block of code on that its words introduce, or below its route in one. `subjects` are their words, a word that several share
 * telling nothing; `named` is the subject of a title that says more than words. Of no subject is the rest, with its headings.
 */
export function sectionsOf(
  design: string,
  subjects: ReadonlyMap<string, readonly string[]>,
  named: (title: string) => string | undefined = () => undefined,
): (subject: string | undefined, only?: "code") => string {
  const said = new Map<string | undefined, { line: string; isCode: boolean }[]>();
  const add = (subject: string | undefined, line: string): void => {
    const lines = said.get(subject) ?? [];
    lines.push({ line, isCode: isCode(fence) });
    said.set(subject, lines);
  };
  const known = new Map<string, string | undefined>();
  const isTitled = design.split(/^#\s/m, 3).length === 2;
  let heading: Titled = { level: 0, subject: undefined };
  let lead: string | undefined;
  let isBold = false;
  const introducedAt = introducing();
  let opening: string | undefined;
  let fence: string | undefined;
  let part: string | undefined;
  let isRouted = false;
  for (const line of design.split("\n")) {
    const mark = fenceIn(line);
    const introduced = introducedAt(line);
    if (introduced !== undefined && !isBold && mark?.language !== "mermaid")
      lead = subjectOf(firstWords(introduced)) ?? lead;
    if (mark !== null) {
      fence = fence === undefined ? mark.language : undefined;
      part = undefined;
      isRouted = false;
    }
    if (fence === "mermaid" || mark !== null) continue;
    const [, signs, title] = (fence === undefined && /^(#{1,6})\s+(.*)/.exec(line)) || [];
    if (signs !== undefined) {
      heading = headed(title ?? "", signs.length, heading);
      lead = undefined;
      isBold = false;
      if (heading.subject === undefined) add(undefined, line);
      continue;
    }
    const own = fence === undefined && heading.subject === undefined ? leadIn(line) : undefined;
    if (own !== undefined && (own.isBold || subjectOf(own.title) !== undefined)) {
      lead = subjectOf(own.title);
      isBold = own.isBold;
    }
    const begun = fence === undefined ? openingIn(line) : undefined;
    opening = begun === undefined ? (/^\s*(?:$|[-*+]\s|\d+[.)]\s)/.test(line) ? undefined : opening) : subjectOf(begun);
    const label = fence === undefined ? undefined : labelIn(line);
    if (label !== undefined) part = subjectOf(label);
    const route = fence === undefined ? undefined : (commentedRoute.exec(line)?.[1] ?? routeAt(line));
    if (route !== undefined) {
      isRouted = true;
      part = named(route) ?? part;
    }
    const deed = !isCode(fence) || isRouted || heading.subject !== undefined ? undefined : functionIn(line);
    if (deed !== undefined) part = subjectOf(deed) ?? part;
    const subject = part ?? heading.subject ?? (/^\s*\|/.test(line) ? subjectOf(rowTitle(line)) : (lead ?? opening));
    add(subject, line);
  }
  return (subject, only) =>
    (said.get(subject) ?? [])
      .flatMap(({ line, isCode: isOfCode }) => (only === undefined || isOfCode ? [line] : []))
      .join("\n")
      .slice(0, subject === undefined ? undefined : longest);

  /** A document's own title is about all of it; what stands deeper than a subject's heading is still about that. */
  function headed(title: string, level: number, above: Titled): Titled {
    const subject = level === 1 && isTitled ? undefined : subjectOf(title);
    if (subject !== undefined) return { level, subject };
    return level > above.level && above.subject !== undefined ? above : { level, subject: undefined };
  }

  /** A long text says the same few titles over and over. */
  function subjectOf(title: string): string | undefined {
    const found = known.has(title) ? known.get(title) : (named(title) ?? subjectIn(title, subjects));
    known.set(title, found);
    return found;
  }
}

/** `// GET /links`, `# POST /links`: above the code of an endpoint, whose framework may have its route elsewhere. */
const commentedRoute =
  /^[ \t]{0,8}(?:\/\/|#|--|\/?\*{1,2})[ \t]{0,3}(?:\d{1,2}[.)] )?((?:GET|POST|PUT|PATCH|DELETE) {1,3}\/[^\s*]{0,100})/;

/** Whether a fence names a language in which services are written. */
const isCode = (language: string | undefined): boolean => language !== undefined && languages.test(language);

const languages =
  /^(?:js|jsx|javascript|mjs|ts|tsx|typescript|go|golang|java|kt|kotlin|scala|groovy|cs|csharp|c#|fs|fsharp|vb|php|py|python|python3|rb|ruby|rs|rust|ex|elixir|erl|erlang|clj|clojure|swift|dart|cpp|c|perl|hs|haskell)$/;

interface Titled {
  level: number;
  subject: string | undefined;
}

const rowTitle = (line: string): string => /^\s*\|([^|]*)/.exec(line)?.[1] ?? "";

/** `To hold a seat, …`, `When somebody confirms, …`, `POST /bookings does …`, `POST confirm = …`: what a paragraph or an item is about. */
const openingIn = (line: string): string | undefined =>
  /^\s*(?:[-*+]\s+|\d+[.)]\s+)?["'`]?((?:to|when|once)\s[^.,:;|]{3,50}(?=,)|(?:get|post|put|patch|delete)\s+(?:\/[^\s`]{1,80}|[\w-]{2,40}(?=`?\s{0,3}(?:[=:(—–]|->|→))))/i.exec(
    line,
  )?.[1];

/** `reservar:`, `confirm(hold_id):`, `-- confirm`: what a part of a block of code is about, which goes on until the next one. */
function labelIn(line: string): string | undefined {
  const called = /^(\p{L}[\p{L}\p{N}_ -]{0,40})(?:\([^()]{0,80}\))?[ \t]{0,3}:[ \t]{0,3}$/u.exec(line)?.[1];
  const label =
    called ?? /^(?:--|\/\/|#)[ \t]{0,3}(?:\d[.)][ \t])?(\p{L}[\p{L}\p{N}_-]{0,40}):?[ \t]{0,3}$/u.exec(line)?.[1];
  return label === undefined || /^(?:else|try|except|finally|ensure|begin|commit|default|tx|transaction)\b/i.test(label)
    ? undefined
    : label;
}

/** `pub async fn hold(…`, `func (s *Svc) Confirm(…`, `public Booking confirm(…`: the name of a function that begins at a line of code. */
function functionIn(line: string): string | undefined {
  const [, named, typed, bare] =
    /^[ \t]{0,8}(?:(?:pub(?:\(\w+\))?|export|default|public|private|internal|protected|static|async|suspend|override|final)\s+){0,5}(?:(?:fn|func|fun|function|def|defp)\s+(?:\([^()]{0,60}\)\s*)?(\w{2,60})|[A-Z][\w<>[\], .?]{0,60}\s(\w{2,60}))\s?(?:<[^<>]{0,40}>)?\(|^[ \t]{0,8}def[ \t](\w{2,60})[!?]?[ \t]{0,3}$/.exec(
      line,
    ) ?? [];
  return named ?? typed ?? bare;
}

/** `**Hold.**`, `1. Hold: …`, `锁座:…`, behind which no blank stands where words have none between them. */
function leadIn(line: string): { title: string; isBold: boolean } | undefined {
  const bold = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)(.{1,80}?)(?:\*\*|__)/.exec(line)?.[1];
  if (bold !== undefined) return { title: bold, isBold: true };
  const plain =
    /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:([^\s:`|.;!?>][^:`|.;!?>]{0,40}):(?:\s|$)|([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,12})[:：])/u.exec(
      line,
    );
  const title = plain?.[1] ?? plain?.[2];
  return title === undefined ? undefined : { title, isBold: false };
}
