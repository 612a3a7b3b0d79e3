import type { ComponentKind } from "@proofroom/domain/design/model";
import type { Drawing } from "./drawing.ts";

const mostLines = 400;

/** The words with which C4, PlantUML and `architecture-beta` begin what is a component, with what they say of its kind. */
const kinds: readonly (readonly [word: RegExp, kind: ComponentKind])[] = [
  [/^(?:person\w*|actor|internet)$/i, "client"],
  [/^(?:database|\w+db(?:_ext)?)$/i, "database"],
  [/^(?:queue|\w+queue(?:_ext)?)$/i, "queue"],
  [/^(?:disk|storage)$/i, "objectstore"],
];

const begins =
  /^\s*(?:C4(?:Context|Container|Component|Dynamic|Deployment)\b|architecture-beta\b|block(?:-beta)?\b|@start\w+\b|(?:strict\s+)?(?:di)?graph\s+["\w]*\s*\{|direction:)/;

/** Whether a block is a drawing of components in another notation than a flowchart. */
export const isOtherNotation = (language: string, text: string): boolean =>
  /^(?:plantuml|puml|uml|dot|graphviz|d2|c4)$/.test(language) || begins.test(text);

/** What a C4, architecture or block diagram of Mermaid, PlantUML, Graphviz or D2 says of components and of who calls whom. */
export function readOtherNotation(text: string): Drawing {
  const drawing: Drawing = { parts: new Map(), calls: [] };
  const isSequence =
    /^\s*@startuml\b/.test(text) &&
    (/^[ \t]*(?:participant|activate|autonumber)\b/m.test(text) ||
      (/^[ \t]*\w+[ \t]+->[ \t]+\w+[ \t]*:/m.test(text) && !text.includes("[")));
  for (const line of text.split("\n").slice(0, mostLines)) {
    if (line.length > 400 || begins.test(line) || /^\s*(?:%%|'|\/\/|#|@|skinparam\b|title\b|note\b|hide\b)/.test(line))
      continue;
    readDeclared(line, drawing);
    readCalls(line, drawing, isSequence);
  }
  // In a sequence dotted arrows answer.
  return isSequence ? { ...drawing, calls: drawing.calls.filter((call) => call.async !== true) } : drawing;
}

const c4 =
  /^\s*((?:Person|System|Container|Component|Deployment_?Node|Node)\w*)\(\s*(\w{1,60})\s*,\s*"([^"]{1,80})"(?:\s*,\s*"([^"]{1,40})")?/;
const uml =
  /^\s*(actor|participant|component|database|queue|node|rectangle|cloud|storage|boundary|control|entity|collections|interface|agent|card|artifact|stack|frame)\s+(?:"([^"]{1,80})"|\[([^\]=]{1,80})\]|([\w.-]{1,60}))(?:\s+as\s+(\w{1,60}))?[^{]*$/;
const service = /^\s*service\s+(\w{1,60})\s*(?:\(([^)]{0,60})\))?\s*(?:\[([^\]]{1,80})\])?/;
const boxed = /^\s*\[([^\]]{1,80})\]\s+as\s+(\w{1,60})/;
const dot = /^\s*"?([\w .-]{1,60}?)"?\s*\[[^\]]*?\blabel\s*=\s*"([^"]{1,80})"([^\]]*)\]/;
const keyed =
  /^\s*(\w{1,60})\s*:\s*"?([^"{}:]{1,80}?)"?\s*(?:\{[^}]*(shape:\s*(?:cylinder|queue|person))?[^}]*\}?)?\s*$/;
const block = /(?:^|\s)(\w{1,60})(\[\(|\(\(|\[|\()"([^"]{1,80})"/g;

function readDeclared(line: string, { parts }: Drawing): void {
  const add = (id: string, label: string, word = ""): void => {
    const kind = kinds.find(([pattern]) => pattern.test(word))?.[1];
    parts.set(id, { label, ...(kind === undefined ? {} : { kind }) });
  };
  const [, c4Word = "", c4Id, name = "", technology = ""] = c4.exec(line) ?? [];
  if (c4Id !== undefined) {
    if (!/boundary|deployment/i.test(c4Word))
      add(c4Id, technology === "" || /^(?:person|system)/i.test(c4Word) ? name : `${name} (${technology})`, c4Word);
    return;
  }
  const [, word, quoted, inBox, bare, alias] = uml.exec(line) ?? [];
  if (word !== undefined && !arrow.test(line)) {
    const label = quoted ?? inBox ?? bare ?? "";
    return add(alias ?? label, label, word);
  }
  const [, id, icon = "", title] = service.exec(line) ?? [];
  if (id !== undefined) return add(id, title ?? id, icon.split(":").at(-1));
  const [, box, as] = boxed.exec(line) ?? [];
  if (box !== undefined && as !== undefined) return add(as, box);
  if (arrow.test(line)) return;
  const [, node, nodeLabel, rest = ""] = dot.exec(line) ?? [];
  if (node !== undefined && nodeLabel !== undefined) {
    if (!/^(?:node|edge|graph)$/.test(node)) add(node, nodeLabel, /cylinder/.test(rest) ? "database" : "");
    return;
  }
  for (const [, blockId = "", opens, label = ""] of line.matchAll(block))
    add(blockId, label, opens === "[(" ? "database" : "");
  const [, key, value, shape = ""] = keyed.exec(line) ?? [];
  if (key !== undefined && value !== undefined && !/^(?:direction|label|shape|columns|style|icon)$/.test(key))
    add(key, value, shape.replace(/^shape:\s*cylinder$/, "database").replace(/^shape:\s*/, ""));
}

const relation = /^\s*(?:Bi)?Rel\w*\(\s*(\w{1,60})\s*,\s*(\w{1,60})\s*(?:,\s*"([^"]{0,80})")?/;
const arrow =
  /(?:[-.=~]+(?:\[[^\]]{0,40}\]|left|right|up|down|[udlr])?[-.=~]*>{1,2}|<-{1,3}>?|(?<=\s)-{2,3}(?=\s)|(?<=:[LRTB]\s*)-{2}(?=\s*[LRTB]:))/;
const operand = String.raw`\[[^\]]{1,80}\]|"[^"]{1,80}"|\([^)]{1,80}\)|[\w.]{1,60}`;
const chain = new RegExp(
  String.raw`(${operand})(?:\{group\})?(?::[LRTB])?\s*(${arrow.source})\s*(?:\|[^|]{0,80}\|\s*)?(?:[LRTB]:)?(?=(${operand}))`,
  "g",
);

function readCalls(line: string, { calls, parts }: Drawing, isSequence: boolean): void {
  const [, from, to, label] = relation.exec(line) ?? [];
  if (from !== undefined && to !== undefined) {
    calls.push({ from, to, ...(label === undefined ? {} : { label }) });
    return;
  }
  const said = /\[[^\]]*\blabel\s*=\s*"([^"]{0,80})"/.exec(line)?.[1] ?? /[^:]:\s+([^:{}[\]"]{1,80})$/.exec(line)?.[1];
  for (const [, left = "", sign = "", right = ""] of line.matchAll(chain)) {
    const [a, b] = [nameOf(left, parts), nameOf(right, parts)];
    const [caller, called] = sign.startsWith("<") && !sign.endsWith(">") ? [b, a] : [a, b];
    calls.push({
      from: caller,
      to: called,
      async: sign.includes("..") || (isSequence && sign.includes("--")),
      ...(said === undefined ? {} : { label: said.trim() }),
    });
  }
}

/** `[API]`, `"API"` or `api`, by the name under which it was declared. */
function nameOf(written: string, parts: Drawing["parts"]): string {
  const name = written.replaceAll(/^[[("]|[\])"]$/g, "");
  return [...parts].find(([id, { label }]) => id === name || label === name)?.[0] ?? name;
}
