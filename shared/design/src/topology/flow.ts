import type { Tell } from "../text/report.ts";
import { readArrow } from "./arrow.ts";
import { type Shape, readNode } from "./node.ts";
import { groupsOf } from "./groups.ts";
import { type Scanner, scan } from "./scanner.ts";
import { linesIn, statementsIn } from "./statements.ts";

export interface FlowNode {
  id: string;
  label: string;
  shape: Shape;
  at: number;
}

export interface FlowEdge {
  from: string;
  to: string;
  label: string;
  async: boolean;
  at: number;
}

export interface Flow {
  nodes: Map<string, FlowNode>;
  edges: FlowEdge[];
  directives: { id: string; attrs: Record<string, string>; at: number }[];
  /** Whether every statement could be read. */
  isWhole: boolean;
}

const ignored = /^(?:direction|classDef|class|style|linkStyle|click|accTitle|accDescr|title)\b/;
const most = { nodes: 100, edges: 400 };

/** Reads the flowchart between two offsets of the text; what it cannot read is told at its place, and passed over. */
export function readFlow(text: string, from: number, to: number, tell: Tell): Flow {
  const flow: Flow = { nodes: new Map(), edges: [], directives: [], isWhole: true };
  const groups = groupsOf();
  const arrows = new Set<string>();
  const open: number[] = [];
  for (const line of linesIn(text, from, to)) {
    const directive = /^\s*%%\s*@([\p{L}\p{N}_.-]+)[ \t]+([^\n]*)/u.exec(text.slice(line.from, line.to));
    if (directive !== null) {
      const [whole, id = "", pairs = ""] = directive;
      flow.directives.push({ id, attrs: attributesIn(pairs), at: line.from + whole.indexOf("@") });
      continue;
    }
    for (const statement of statementsIn(text, line.from, line.to)) {
      const words = text.slice(statement.from, statement.to).trim();
      const group = /^subgraph\b\s*([\p{L}\p{N}_.-]*)/u.exec(words);
      if (group !== null) {
        open.push(text.indexOf("subgraph", statement.from));
        groups.open(group[1] ?? "");
      } else if (words === "end") {
        open.pop();
        groups.close();
      }
      const ends = /(?:^|[-=.>|&]\s*)(end)\s*(?=$|[[({&]|[-=.<]{2})/.exec(words);
      if (ends !== null && words !== "end") {
        const at =
          statement.from +
          text.slice(statement.from, statement.to).indexOf(words) +
          ends[0].indexOf("end") +
          ends.index;
        const message = "end closes a subgraph, so no component can be called that; name it otherwise, such as end_.";
        tell({ severity: "error", rule: "diagram", message, from: at, to: at + 3 });
        flow.isWhole = false;
        continue;
      }
      if (words === "" || /^(?:graph|flowchart|subgraph|end)\b/.test(words) || ignored.test(words)) continue;
      if (aboutArrow(words, arrows)) continue;
      readStatement(scan(text, statement.from, statement.to), { flow, arrows, holds: groups.holds }, tell);
      if (isTooMuch(flow)) {
        const message = `A diagram has at most ${most.nodes} components and ${most.edges} arrows; leave out what need not run.`;
        tell({ severity: "error", rule: "too-much", message, from: statement.from });
        return flow;
      }
    }
  }
  const [outer] = open;
  if (outer !== undefined) {
    const message = `${open.length === 1 ? "This subgraph is" : `${open.length} subgraphs are`} never closed; write end below the last of its components.`;
    tell({ severity: "error", rule: "diagram", message, from: outer, to: outer + "subgraph".length });
    flow.isWhole = false;
  }
  // An arrow to a subgraph stands for its parts; alone it would be a component that nobody drew.
  for (const id of flow.nodes.keys()) if (groups.has(id) && flow.nodes.get(id)?.label === id) flow.nodes.delete(id);
  flow.edges = groups
    .spread(flow.edges)
    .slice(0, most.edges)
    .filter((edge) => flow.nodes.has(edge.from) && flow.nodes.has(edge.to));
  return flow;
}

const isTooMuch = ({ nodes, edges }: Flow): boolean => nodes.size > most.nodes || edges.length > most.edges;

/** `e1@{ animate: true }` says how an arrow looks. */
const aboutArrow = (words: string, arrows: ReadonlySet<string>): boolean =>
  arrows.has(/^([\w-]+)@\{/.exec(words)?.[1] ?? "");

interface Reading {
  flow: Flow;
  /** Names of arrows. */
  arrows: Set<string>;
  holds: (component: string) => void;
}

function readStatement(scanner: Scanner, { flow, arrows, holds }: Reading, tell: Tell): void {
  const problem = (message: string): null => {
    flow.isWhole = false;
    tell({ severity: "error", rule: "diagram", message, from: scanner.offset });
    return null;
  };
  const together = (): string[] | null => {
    const ids: string[] = [];
    do {
      const node = readNode(scanner);
      if ("problem" in node) return problem(node.problem);
      const known = flow.nodes.get(node.id) ?? { id: node.id, label: node.id, shape: "rect", at: node.at };
      flow.nodes.set(node.id, { ...known, label: node.label ?? known.label, shape: node.shape ?? known.shape });
      holds(node.id);
      ids.push(node.id);
      if (ids.length > most.nodes)
        return problem(`At most ${most.nodes} components stand side by side; leave out what need not run.`);
    } while (scanner.take(/\s*&/y) !== null && !isTooMuch(flow));
    return ids;
  };

  let left = together();
  for (scanner.take(/\s*/y); left !== null && !scanner.isOver && !isTooMuch(flow); scanner.take(/\s*/y)) {
    const at = scanner.offset;
    const arrow = readArrow(scanner);
    if (arrow === null) {
      problem(`An arrow such as --> or -.-> is expected here instead of "${scanner.rest(12)}".`);
      return;
    }
    if (arrow.name !== undefined) arrows.add(arrow.name);
    const right = together();
    if (right === null) return;
    if (arrow.isInvisible) {
      left = right;
      continue;
    }
    for (const a of left) for (const b of right) flow.edges.push(edge(a, b, arrow, at));
    left = right;
  }
}

function edge(
  a: string,
  b: string,
  arrow: { label: string; async: boolean; isReversed: boolean },
  at: number,
): FlowEdge {
  const [from, to] = arrow.isReversed ? [b, a] : [a, b];
  return { from, to, label: arrow.label, async: arrow.async, at };
}

function attributesIn(pairs: string): Record<string, string> {
  const found = [...pairs.matchAll(/([\w-]+)=("[^"]*"|\S+)/g)];
  return Object.fromEntries(
    found
      .filter(([, key]) => key !== "__proto__")
      .map(([, key = "", value = ""]) => [key, value.replace(/^"|"$/g, "")]),
  );
}
