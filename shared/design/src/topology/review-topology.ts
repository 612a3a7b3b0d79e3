import type { Fix } from "@proofroom/domain/design/finding";
import { isDeployed, kindWords } from "@proofroom/domain/design/kinds";
import type { ComponentKind, Edge } from "@proofroom/domain/design/model";
import type { Tell } from "../text/report.ts";
import { addTo, type Chart } from "./chart.ts";
import type { Drawn } from "./drawn.ts";
import { leftOut } from "./left-out.ts";

/** What can be said of a diagram by looking at it alone. */
export function reviewTopology(drawn: Drawn[], edges: Edge[], chart: Chart, tell: Tell): void {
  for (const { component, at, isGuessed } of drawn) {
    const { id, kind } = component;
    const here = { from: at, to: at + id.length };
    const isAlone = !edges.some((edge) => edge.from === id || edge.to === id);
    if (isGuessed) {
      const message = `What is ${component.label}? Its name does not say; it is started as a service.`;
      tell({
        severity: "question",
        rule: "unknown-kind",
        message,
        ...here,
        fixes: kindFixes(usualKinds, id, chart),
      });
    }
    if (kind !== "client" && !isDeployed(kind)) {
      const what = kindWords[kind];
      const isNamed = component.label.toLowerCase() === what.toLowerCase();
      const name = isNamed ? `The ${what} is` : `${component.label} is a ${what}, which is`;
      const message = `${name} not deployed yet: the run goes without it.`;
      tell({ severity: "warning", rule: "not-deployed", message, ...here });
    }
    if (isAlone && drawn.length > 1) {
      const message = `Nothing leads to ${component.label} or from it; draw an arrow, or leave it out.`;
      tell({ severity: "warning", rule: "orphan", message, ...here });
    }
  }
  reviewWhole(drawn, edges, chart, tell);
}

function reviewWhole(drawn: Drawn[], edges: Edge[], chart: Chart, tell: Tell): void {
  const of = (kind: ComponentKind): Drawn[] => drawn.filter(({ component }) => component.kind === kind);
  if (of("service").length === 0) {
    const message = "No service is drawn, so nothing answers the API. Draw one, such as api[API service].";
    tell({ severity: "error", rule: "no-service", message, from: chart.from });
  }
  if (of("database").length === 0) {
    const message =
      "No database is drawn; one is started. Draw it, such as db[(Database)], with an arrow from the service.";
    tell({ severity: "warning", rule: "no-database", message, from: chart.from });
  }
  for (const kind of ["gateway", "database"] as const) {
    for (const { component, at } of of(kind).slice(1)) {
      const isCopy = kind === "database";
      const message = `One ${kind} is started for now, the first that is drawn; ${component.label} is left out.${isCopy ? " If it is a copy of the first, call it a read replica." : ""}`;
      const fixes = isCopy ? ofSecond(component.id, drawn, edges, chart) : [];
      tell({ severity: "warning", rule: "not-deployed", message, from: at, to: at + component.id.length, fixes });
    }
  }
}

/** What a second database may be; a worker writes to no copy. */
function ofSecond(id: string, drawn: Drawn[], edges: Edge[], chart: Chart): Fix[] {
  const edits = [addTo(chart, `  %% @${id} ${leftOut}\n`)];
  const other = { label: "It is another service's: leave it out", edits };
  const copy = kindFixes(["replicadb"], id, chart);
  const isWritten = edges.some(
    ({ from, to }) => to === id && drawn.some(({ component: one }) => one.id === from && one.kind === "worker"),
  );
  return isWritten ? [other, ...copy] : [...copy, other];
}

const usualKinds = ["service", "database", "client", "worker", "cache", "queue"] as const;

/** A directive is a comment of the diagram, so whoever draws it elsewhere sees no difference. */
const kindFixes = (kinds: readonly ComponentKind[], id: string, chart: Chart): Fix[] =>
  kinds.map((kind) => ({ label: `It is a ${kindWords[kind]}`, edits: [addTo(chart, `  %% @${id} kind=${kind}\n`)] }));
