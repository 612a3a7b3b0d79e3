import type { Flow } from "./flow.ts";

/** What the directive of a component says that is drawn and belongs to somebody else. */
export const leftOut = "run=no";

/** The flowchart without the components of which a directive says that they do not run here, and without their arrows. */
export function withoutLeftOut(flow: Flow, directives: ReadonlyMap<string, Record<string, string>>): Flow {
  const isIn = (id: string): boolean => directives.get(id)?.["run"] !== "no";
  return {
    ...flow,
    nodes: new Map([...flow.nodes].filter(([id]) => isIn(id))),
    edges: flow.edges.filter(({ from, to }) => isIn(from) && isIn(to)),
  };
}
