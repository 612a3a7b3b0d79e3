import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { LogLine } from "@proofroom/domain/infrastructure/control";
import { requestTag } from "@proofroom/domain/judge/result";
import type { Hop, Trace, TraceLine } from "@proofroom/domain/judge/trace";
import type { Component } from "./component.ts";
import { explainStatements } from "./explain-statements.ts";

interface TraceParts {
  components: readonly Pick<Component, "trace">[];
  database: DatabaseAddress | null;
  /** The latest lines, asked last: components say theirs a little later than they answer. */
  lines: () => readonly LogLine[];
}

const most = { lines: 100, lineLength: 1_000, aroundMillis: 100 };

/** What all processes did for these requests, the last of which decided the test, in the order in which it began. */
export async function traceOf(requests: string[], { components, database, lines }: TraceParts): Promise<Trace> {
  const found = (await Promise.all(components.map((component) => component.trace(requests)))).flat();
  const hops = found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || b.millis - a.millis);
  const statements = hops.flatMap((hop) => hop.statements);
  const deciding = new Set(hops.flatMap((hop) => (hop.request === requests.at(-1) ? hop.statements : [])));
  const explained =
    database === null ? statements : await explainStatements(database, statements, (one) => deciding.has(one));
  let next = 0;
  const planned = hops.map((hop) => {
    const own = explained.slice(next, next + hop.statements.length);
    next += own.length;
    return { ...hop, statements: own };
  });
  return { hops: planned, log: about(requests, hops, lines()) };
}

/** How Postgres goes on about an error: `DETAIL:  Key (code)=(a) already exists.`, and further lines of a statement. */
const goesOn = /^(?:DETAIL|HINT|CONTEXT|QUERY|STATEMENT):|^\t/;

/**
 * Lines that name one of the requests, and what went to standard error while one of them was under way: a database knows no
 * request, and is found by the time of what it refuses.
 */
function about(requests: readonly string[], hops: readonly Hop[], lines: readonly LogLine[]): TraceLine[] {
  const tags = requests.map((request) => requestTag(request)).filter((tag) => tag !== "");
  const spans = hops.map(({ at, millis }) => [Date.parse(at), Date.parse(at) + millis + most.aroundMillis] as const);
  const speaking = new Set<string>();
  return lines
    .filter(({ at, component, stream, line }) => {
      if (tags.some((tag) => line.includes(tag))) return true;
      if (goesOn.test(line)) return speaking.has(component);
      const time = Date.parse(at);
      const isAbout = stream === "stderr" && spans.some(([from, to]) => time >= from && time <= to);
      if (isAbout) speaking.add(component);
      else speaking.delete(component);
      return isAbout;
    })
    .slice(-most.lines)
    .map(({ at, component, stream, line }) => ({ at, component, stream, line: line.slice(0, most.lineLength) }));
}
