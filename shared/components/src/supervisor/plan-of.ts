import type { PlanNode } from "@proofroom/domain/judge/trace";

const mostNodes = 40;
const mostLetters = 500;

/** The nodes of what `EXPLAIN (FORMAT JSON)` answers, parents before their children. */
export function planOf(explained: unknown): PlanNode[] {
  const [first] = Array.isArray(explained) ? explained : [];
  const nodes: PlanNode[] = [];
  add(fieldOf(first, "Plan"), 0, nodes);
  return nodes;
}

function add(plan: unknown, depth: number, nodes: PlanNode[]): void {
  const node = textOf(plan, "Node Type");
  if (node === null || nodes.length >= mostNodes) return;
  const table = textOf(plan, "Relation Name");
  const index = textOf(plan, "Index Name");
  const condition = textOf(plan, "Index Cond") ?? textOf(plan, "Recheck Cond") ?? textOf(plan, "Filter");
  const removed = numberOf(plan, "Rows Removed by Filter");
  const hit = numberOf(plan, "Shared Hit Blocks");
  const read = numberOf(plan, "Shared Read Blocks");
  const millis = numberOf(plan, "Actual Total Time");
  const loops = numberOf(plan, "Actual Loops") ?? 1;
  nodes.push({
    depth,
    node: textOf(plan, "Operation") ?? node,
    ...(table === null ? {} : { table }),
    ...(index === null ? {} : { index }),
    ...(condition === null ? {} : { condition: condition.slice(0, mostLetters) }),
    rows: (numberOf(plan, "Actual Rows") ?? numberOf(plan, "Plan Rows") ?? 0) * loops,
    ...(removed === null ? {} : { removed: removed * loops }),
    ...(hit === null && read === null ? {} : { buffers: (hit ?? 0) + (read ?? 0) }),
    ...(millis === null ? {} : { millis: millis * loops }),
  });
  const children = fieldOf(plan, "Plans");
  if (Array.isArray(children)) for (const child of children) add(child, depth + 1, nodes);
}

function fieldOf(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? new Map(Object.entries(of)).get(name) : undefined;
}

function textOf(of: unknown, name: string): string | null {
  const value = fieldOf(of, name);
  return typeof value === "string" ? value : null;
}

function numberOf(of: unknown, name: string): number | null {
  const value = fieldOf(of, name);
  return typeof value === "number" ? value : null;
}
