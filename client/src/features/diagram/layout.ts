import type { Graph, layout as dagreLayout } from "@dagrejs/dagre";
import { orthogonal, type Point } from "./orthogonal.ts";
import type { DrawnEdge, DrawnNode, Drawing } from "@proofroom/domain/design/draw";

export interface PlacedNode extends DrawnNode {
  /** The upper left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedEdge extends DrawnEdge {
  path: string;
  labelAt: Point;
}

export interface Layout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** The layout library, handed in: it is loaded with the first diagram and not before. */
export interface Dagre {
  Graph: typeof Graph;
  layout: typeof dagreLayout;
}

/** How far the other instances of a component look out above it. */
export const stackOf = (replicas: number): number => (replicas > 2 ? 6 : replicas > 1 ? 3 : 0);

const nodeHeight = 52;
const margin = 12;
const widthOf = ({ title, fact }: DrawnNode) =>
  Math.min(232, Math.max(128, 56 + Math.max(title.length * 7.6, fact.length * 6.6 + 8)));

/** Where everything stands, top to bottom along the calls. Pure: the same drawing lies the same on every screen. */
export function layoutOf(drawing: Drawing, dagre: Dagre): Layout {
  const graph = new dagre.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 52, edgesep: 20, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of drawing.nodes) graph.setNode(node.id, { width: widthOf(node), height: nodeHeight });
  drawing.edges.forEach((edge, index) => {
    graph.setEdge(
      edge.from,
      edge.to,
      { width: edge.label.length * 6, height: edge.label === "" ? 0 : 14, labelpos: "r" },
      String(index),
    );
  });
  dagre.layout(graph);

  const nodes = drawing.nodes.map((node): PlacedNode => {
    const { x = 0, y = 0, width, height } = graph.node(node.id);
    return { ...node, x: x - width / 2, y: y - height / 2, width, height };
  });
  const edges = drawing.edges.map((edge, index): PlacedEdge => {
    const { points = [] } = graph.edge(edge.from, edge.to, String(index));
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    return { ...edge, path: orthogonal(withPorts(points, edge, drawing, nodes)), labelAt: middle };
  });
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, nodes, edges };
}

/** Ends at the middle of a node's lower and upper side, apart from each other where several meet there. */
function withPorts(points: readonly Point[], edge: DrawnEdge, drawing: Drawing, nodes: readonly PlacedNode[]): Point[] {
  const from = nodes.find(({ id }) => id === edge.from);
  const to = nodes.find(({ id }) => id === edge.to);
  if (from === undefined || to === undefined || from === to) return [...points];
  const goesDown = from.y < to.y;
  const leaving = drawing.edges.filter((other) => other.from === edge.from);
  const arriving = drawing.edges.filter((other) => other.to === edge.to);
  const centre = (id: string) => {
    const node = nodes.find((other) => other.id === id);
    return node === undefined ? 0 : node.x + node.width / 2;
  };
  const start = port(
    from,
    leaving.map((other) => centre(other.to)),
    leaving.indexOf(edge),
  );
  const end = port(
    to,
    arriving.map((other) => centre(other.from)),
    arriving.indexOf(edge),
  );
  const first = { x: start, y: goesDown ? from.y + from.height : from.y - stackOf(from.replicas) };
  const last = { x: end, y: goesDown ? to.y - stackOf(to.replicas) : to.y + to.height };
  return [first, ...points.slice(1, -1), last];
}

/** The place on a node's side for the edge at `index`, ordered like the nodes at the other ends so that no two cross. */
function port(node: PlacedNode, others: readonly number[], index: number): number {
  const order = others.map((x, at) => ({ x, at })).sort((a, b) => a.x - b.x || a.at - b.at);
  const rank = order.findIndex(({ at }) => at === index);
  const gap = Math.min(32, (node.width - 32) / Math.max(1, others.length - 1));
  return node.x + node.width / 2 + (rank - (others.length - 1) / 2) * gap;
}
