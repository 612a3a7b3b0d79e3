import { isDeployed, kindWords } from "./kinds.ts";
import type { Component, ComponentKind, DesignModel } from "./model.ts";

export interface DrawnNode {
  id: string;
  title: string;
  kind: ComponentKind;
  /** Its one figure, in words. */
  fact: string;
  replicas: number;
  /** `planned` is drawn but not deployed yet, `assumed` was not drawn and is deployed all the same. */
  standing: "deployed" | "planned" | "assumed" | "outside";
  line?: number;
}

export interface DrawnEdge {
  from: string;
  to: string;
  label: string;
  isAsync: boolean;
}

export interface Drawing {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
}

/** Without the count that the label may carry: it stands in the fact. */
const titleOf = ({ id, label, replicas }: Component): string =>
  (replicas > 1 ? label.replace(/\s*(?:\bx|×|\*)\s*\d+\s*$/i, "") : label) || id;

function standingOf({ kind, from }: Component): DrawnNode["standing"] {
  if (kind === "client") return "outside";
  if (!isDeployed(kind)) return "planned";
  return from === "default" ? "assumed" : "deployed";
}

function factOf(component: Component, standing: DrawnNode["standing"]): string {
  const count = component.replicas > 1 ? `${component.replicas} instances` : kindWords[component.kind];
  switch (standing) {
    case "planned":
      return "not deployed yet";
    case "assumed":
      return `${count}, assumed`;
    case "deployed":
    case "outside":
      return count;
  }
}

/** A model as it is drawn: what has no end is left out, and everything has its words. */
export function drawingOf({ components, edges }: Pick<DesignModel, "components" | "edges">): Drawing {
  const known = new Set(components.map(({ id }) => id));
  return {
    nodes: components.map((component) => {
      const standing = standingOf(component);
      return {
        id: component.id,
        title: titleOf(component),
        kind: component.kind,
        fact: factOf(component, standing),
        replicas: component.replicas,
        standing,
        ...(component.line === undefined ? {} : { line: component.line }),
      };
    }),
    edges: edges
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ from, to, label, async: isAsync }) => ({ from, to, label: label ?? "", isAsync })),
  };
}

/** The same drawing in sentences, for whoever does not see it. */
export function outlineOf({ nodes, edges }: Drawing): string[] {
  const title = (id: string) => nodes.find((node) => node.id === id)?.title ?? id;
  return nodes.map((node) => {
    const calls = edges
      .filter(({ from }) => from === node.id)
      .map(({ to, isAsync }) => (isAsync ? `${title(to)} later` : title(to)));
    const does = calls.length === 0 ? "calls nothing" : `calls ${new Intl.ListFormat("en").format(calls)}`;
    const facts = [node.title, ...new Set([kindWords[node.kind], ...node.fact.split(", ")])];
    return `${facts.join(", ")}: ${does}.`;
  });
}
