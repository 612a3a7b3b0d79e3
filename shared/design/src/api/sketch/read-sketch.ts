import type { Tell } from "../../text/report.ts";
import type { Entry, YamlRead } from "../../text/yaml.ts";
import type { Draft } from "./draft.ts";
import { formOf, isSent, wholeCommand } from "./command.ts";
import { methodIn, readEndpointLine } from "./endpoint-line.ts";
import { exampleNames } from "./example-paths.ts";
import { meantMethod, sayMethod } from "./meant-method.ts";
import { withPlaceholders } from "./named-placeholders.ts";
import { oneEach } from "./one-endpoint.ts";
import { saidQuery } from "./said-query.ts";
import { headersBefore, headersOnLine, tellsOfAll } from "./said-headers.ts";
import { isPathless, pathsBesideMethods, roughIn, tellSeveral } from "./rough-lines.ts";
import { scannerOf } from "./scanner.ts";
import { readBelow } from "./read-below.ts";
import { addHeaders, addKeyHeader, addQuery, addRefusal, addText, type Sketched, unread } from "./sketched.ts";
import { endOf } from "./structure-end.ts";
import { type Column, columnsOf } from "./table-cells.ts";
import { readRow } from "./table-row.ts";
import { withUrl } from "./refused-url.ts";
import { extension, type Line, ofWorkers, readKeyBlock } from "./key-block.ts";
import { fieldOfText, textSentAs } from "../text-body.ts";
import { treeOf } from "./tree.ts";
import { uncommented } from "./uncommented.ts";

/**
 * Reads endpoints that are sketched one a line, with prose around them, as the OpenAPI that they mean: the same nodes,
 * each with its place in the sketch.
 */
export function readSketch(document: string, tell: Tell): YamlRead {
  const text = uncommented(document);
  const lines = linesOf(text);
  const effort = { left: 1_000_000 };
  const drafts: Sketched[] = [];
  const workers: Entry[] = [];
  const everywhere: Draft["headers"] = [];
  const ofAll: Line[] = [];
  let columns: Column[] | null = null;
  let known: ReadonlySet<string> | null = null;
  for (let n = 0; n < lines.length && drafts.length < mostEndpoints; n++) {
    const line = lines[n];
    if (line === undefined) break;
    const last = drafts.at(-1);
    columns = columnsOf(line.text) ?? (line.text.includes("|") || extension.test(line.text) ? columns : null);
    const row = columns === null ? null : readRow(text, line, columns, tell);
    if (row !== null) {
      drafts.push(row);
      continue;
    }
    const command = wholeCommand(text, line.from, line.from + line.text.length);
    const found =
      methodIn(command) ?? meantIn(line, tell) ?? roughIn(line, (known ??= pathsBesideMethods(lines)), tell);
    if (found !== null) {
      tellSeveral({ text: document.slice(line.from, line.from + line.text.length), from: line.from }, tell);
      const at = line.from + found.pathAt;
      const pathLine = lines[lineAt(lines, at, n)] ?? line;
      const scanner = scannerOf(text, at, endOf(text, pathLine, at - pathLine.from, effort));
      const span = { from: line.from + found.at, to: line.from + found.at + found.length };
      const draft = readEndpointLine(scanner, { method: found.method, methodAt: span }, tell);
      const form = isSent(line.text) ? formOf(command, line.from) : null;
      const body = form ?? draft.body;
      const drafted: Sketched = { ...draft, ...unread, ...(body && { body }), isExample: isSent(line.text) };
      drafts.push(drafted);
      const own = { text: text.slice(at, scanner.end), from: at };
      addKeyHeader(own, drafted);
      addHeaders(drafted, headersOnLine(own));
      addRefusal(own, drafted);
      addText({ ...own, text: own.text.replace(/(?:-{1,4}>|={1,4}>|[→⇒]).*/s, "") }, drafted);
      addQuery(drafted, saidQuery(own.text, own.from));
      n = lineAt(lines, scanner.end, n);
    } else if (isPathless(line, tell)) continue;
    else if (isBlock(line.text, last) && workers.length < mostBelow) {
      const { entries, end } = readKeyBlock(text, lines, n, tell);
      for (const entry of entries) (entry.key === "x-workers" ? workers : last?.keys)?.push(entry);
      n = end - 1;
    } else if (last !== undefined && last.told < mostBelow)
      n = lineAt(lines, readBelow(text, line, last, { effort, tell }), n);
    else if (last === undefined && n < mostBelow) {
      everywhere.push(...headersBefore(line));
      ofAll.push(line);
    }
  }
  for (const draft of drafts) {
    addHeaders(draft, everywhere);
    for (const line of ofAll) if (tellsOfAll(line.text, draft.method)) addKeyHeader(line, draft);
  }
  const named = exampleNames(text);
  const whole = drafts.map((draft) => {
    const path = named(draft.path);
    return { ...draft, path, isExample: draft.isExample || path !== draft.path, ...checkedBody(draft, tell) };
  });
  return treeOf(oneEach(withPlaceholders(whole), tell), workers, tell);
}

function meantIn({ text, from }: Line, tell: Tell): ReturnType<typeof methodIn> {
  const meant = meantMethod(text);
  if (meant === null) return null;
  const at = from + meant.at;
  tell({ severity: "error", rule: "method", from: at, to: at + meant.word.length, ...sayMethod(meant, at) });
  return { ...meant, length: meant.word.length };
}

const linesOf = (text: string): Line[] => {
  let from = 0;
  return text.split("\n").map((line) => {
    const one = { text: line.replace(/\r$/, ""), from };
    from += line.length + 1;
    return one;
  });
};

/** More are refused anyway; see `readApi`. */
const mostEndpoints = 400;
const mostBelow = 50;

const isBlock = (line: string, last: Sketched | undefined): boolean =>
  ofWorkers.test(line) || (last !== undefined && last.keys.length < mostBelow && extension.test(line));

/** The index of the line in which an offset lies. */
function lineAt(lines: readonly Line[], offset: number, from: number): number {
  let n = from;
  while ((lines[n + 1]?.from ?? Number.POSITIVE_INFINITY) <= offset) n++;
  return n;
}

function checkedBody({ body, text, refusesUrls }: Sketched, tell: Tell): Pick<Draft, "body"> {
  if (body === undefined && text !== null) {
    const { name, schema } = fieldOfText(text.said);
    tell({ severity: "warning", rule: "media-type", message: textSentAs(name), ...text.span });
    return { body: { schema, span: text.span } };
  }
  return body !== undefined && refusesUrls ? { body: { ...body, schema: withUrl(body.schema) } } : {};
}
