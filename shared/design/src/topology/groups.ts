import type { FlowEdge } from "./flow.ts";

/** A subgraph with the components and subgraphs that stand right in it. */
interface Group {
  parts: Set<string>;
  inner: Set<string>;
}

export interface Groups {
  open: (id: string) => void;
  close: () => void;
  /** A component belongs where it is named first inside of a subgraph. */
  holds: (component: string) => void;
  has: (id: string) => boolean;
  /** Arrows at a subgraph, drawn to and from its parts. */
  spread: (edges: FlowEdge[]) => FlowEdge[];
}

export function groupsOf(): Groups {
  const groups = new Map<string, Group>();
  const placed = new Set<string>();
  const stack: string[] = [];
  const partsOf = (id: string, depth = 0): string[] => {
    const group = groups.get(id);
    if (group === undefined) return [id];
    const own = [...group.parts].filter((part) => !groups.has(part));
    return own.length > 0 || depth > 8 ? own : [...group.inner].flatMap((one) => partsOf(one, depth + 1));
  };
  return {
    open: (id) => {
      const around = stack.at(-1);
      if (around !== undefined && around !== id) groups.get(around)?.inner.add(id);
      if (!groups.has(id)) groups.set(id, { parts: new Set(), inner: new Set() });
      stack.push(id);
    },
    close: () => void stack.pop(),
    holds: (component) => {
      const around = stack.at(-1);
      if (around === undefined || placed.has(component)) return;
      placed.add(component);
      groups.get(around)?.parts.add(component);
    },
    has: (id) => groups.has(id),
    spread: (edges) =>
      edges.flatMap((edge) => {
        if (!groups.has(edge.from) && !groups.has(edge.to)) return [edge];
        const to = partsOf(edge.to);
        // Who comes from outside asks those that nobody inside asks.
        const entries = groups.has(edge.to)
          ? to.filter((one) => !edges.some((other) => other.to === one && to.includes(other.from)))
          : to;
        return partsOf(edge.from).flatMap((from) =>
          (entries.length > 0 ? entries : to).map((one) => ({ ...edge, from, to: one })),
        );
      }),
  };
}
