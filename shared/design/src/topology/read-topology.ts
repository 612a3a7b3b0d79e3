import { type Component, ComponentKind, type Edge } from "@proofroom/domain/design/model";
import { tellInvisible, withoutInvisible } from "../text/invisible.ts";
import { kindWords, processesAtMost } from "@proofroom/domain/design/kinds";
import { linesOf } from "../text/lines.ts";
import { oneOf } from "../text/nearest.ts";
import type { Tell } from "../text/report.ts";
import type { Drawn } from "./drawn.ts";
import { type Chart, flowRead, placeOf, tellOf } from "./chart.ts";
import { findFlowchart } from "./find-flowchart.ts";
import type { Flow, FlowNode } from "./flow.ts";
import { type KindInPlace, kindsInPlace } from "./kinds-in-place.ts";
import { replicasIn } from "./kinds.ts";
import { withoutLeftOut } from "./left-out.ts";
import { reviewTopology } from "./review-topology.ts";

export interface TopologyRead {
  components: Component[];
  edges: Edge[];
  isEmpty: boolean;
  /** What the rules look at; null where the diagram could not be read whole. */
  whole: { drawn: Drawn[]; chart: Chart } | null;
}

/** As many of one component as are counted. */
const mostReplicas = 5;

/** Reads what runs from the first flowchart of the design document, or from what is drawn there in another notation. */
export function readTopology(document: string, tell: Tell): TopologyRead {
  const text = document.toWellFormed().replace(/^\ufeff/, " ");
  if (text.trim() === "") return { components: [], edges: [], isEmpty: true, whole: null };
  const told: Parameters<Tell>[0][] = [];
  const chart = findFlowchart(text, (remark) => told.push(remark));
  const hidden = chart === null || chart.drawnFrom !== undefined ? hiddenIn(text) : null;
  if (hidden !== null) {
    tellInvisible("design", text, tell, hidden);
    return { components: [], edges: [], isEmpty: false, whole: null };
  }
  for (const remark of told) tell(remark);
  if (chart === null) return { components: [], edges: [], isEmpty: false, whole: null };
  if (chart.drawnFrom === undefined) tellInvisible("design", text, tell, chart.from, chart.to);
  const tellHere = tellOf(chart, tell);
  const { flow: whole, remarks } = chart.read ?? flowRead(chart.text, chart.from, chart.to);
  for (const remark of remarks) tellHere(remark);
  const place = linesOf(text);
  const isDrawn = chart.drawnFrom?.is !== "default";
  const directives = directivesOf(whole, tellHere);
  const flow = withoutLeftOut(whole, directives);
  const kinds = kindsInPlace(flow, new Map([...directives].map(([id, attrs]) => [id, saidKind(attrs)])));
  const drawn = [...flow.nodes.values()].map((node) => {
    const at = placeOf(chart, text, node.at, node.label);
    const written = isDrawn ? ({ from: "mermaid", line: place(at).line } as const) : ({ from: "default" } as const);
    const inPlace = kinds.get(node.id) ?? { kind: "service", isGuessed: true };
    return drawnOf({ ...node, at }, inPlace, directives.get(node.id) ?? {}, written, tell);
  });
  const edges = flow.edges.map(({ from, to, async, label, at }): Edge => ({
    from,
    to,
    async,
    ...(label === "" ? {} : { label }),
    ...(isDrawn ? { line: place(placeOf(chart, text, at, label)).line } : {}),
  }));
  // Of a diagram that is read in part, what is missing cannot be told.
  const components = drawn.map(({ component }) => component);
  if (!flow.isWhole) return { components, edges, isEmpty: false, whole: null };
  reviewTopology(drawn, edges, chart, tellHere);
  return { components, edges, isEmpty: false, whole: { drawn, chart } };
}

/** Where the line begins that would open a flowchart, were it not for letters that nobody sees in it. */
function hiddenIn(text: string): number | null {
  if (withoutInvisible(text) === text) return null;
  let at = 0;
  for (const line of text.split("\n")) {
    const shown = withoutInvisible(line);
    if (shown !== line && /^\s*(?:[`~]{3,}[ \t]*mermaid|(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR))\b/.test(shown))
      return at;
    at += line.length + 1;
  }
  return null;
}

function directivesOf(flow: Flow, tell: Tell): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const { id, attrs, at } of flow.directives) {
    if (flow.nodes.has(id)) {
      found.set(id, { ...found.get(id), ...attrs });
      continue;
    }
    const message = `No component is called ${id}; there are ${oneOf([...flow.nodes.keys()])}.`;
    tell({ severity: "error", rule: "directive", message, from: at, to: at + id.length + 1 });
  }
  return found;
}

const saidKind = ({ kind }: Record<string, string>): ComponentKind | undefined => ComponentKind.safeParse(kind).data;

function drawnOf(
  node: FlowNode,
  { kind, isGuessed }: KindInPlace,
  attrs: Record<string, string>,
  written: Pick<Component, "from" | "line">,
  tell: Tell,
): Drawn {
  const said = saidKind(attrs);
  if (attrs["kind"] !== undefined && said === undefined) {
    const message = `${attrs["kind"]} is no kind of component; there are ${oneOf(ComponentKind.options, 20)}.`;
    tell({ severity: "error", rule: "directive", message, from: node.at, to: node.at + node.id.length });
  }
  const isRunning = kind !== "client";
  const wanted = Number(attrs["replicas"] ?? replicasIn(node.label) ?? 1);
  const isCount = Number.isInteger(wanted) && wanted >= 1;
  if (isRunning && (!isCount || wanted > processesAtMost[kind])) {
    const message = isCount
      ? fewer(node.id, kind, wanted)
      : `${node.id} needs a whole number of replicas, at least 1; it gets 1.`;
    tell({ severity: "warning", rule: "replicas", message, from: node.at, to: node.at + node.id.length });
  }
  const component: Component = {
    id: node.id,
    label: node.label,
    kind,
    replicas: isRunning && isCount ? Math.min(wanted, mostReplicas) : 1,
    attrs,
    ...written,
    ...(said !== undefined ? { from: "directive" } : {}),
  };
  return { component, at: node.at, isGuessed };
}

/** What runs instead of so many. */
function fewer(id: string, kind: ComponentKind, wanted: number): string {
  const most = processesAtMost[kind];
  return most === 1
    ? `${id} is drawn x${wanted}, and one ${kindWords[kind]} runs here: what several of them would bear, or survive, this run does not show.`
    : `A run starts at most ${most} processes of one ${kindWords[kind]}, so ${id} gets ${most}; ${wanted} do not fit on one machine.`;
}
