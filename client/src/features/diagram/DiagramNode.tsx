import { For, Show } from "solid-js";
import { glyphs } from "./glyphs.ts";
import { type PlacedNode, stackOf } from "./layout.ts";
import type { RunState } from "./run-states.ts";

const cut = (text: string, width: number, unit: number) => {
  const room = Math.floor((width - 44) / unit);
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
};

/** One component: its kind as a glyph, its name, and its one figure. Several instances lie behind each other. */
export function DiagramNode(props: {
  node: PlacedNode;
  state?: RunState | undefined;
  onReveal?: ((line: number) => void) | undefined;
}) {
  const node = () => props.node;
  const fact = () => props.state?.words ?? props.node.fact;
  const reveal = () => {
    const { line } = props.node;
    if (line !== undefined) props.onReveal?.(line);
  };
  return (
    <g
      class="node"
      data-s={props.state?.look}
      data-standing={node().standing}
      transform={`translate(${node().x} ${node().y})`}
      onDblClick={reveal}
    >
      <title>{`${node().title}: ${node().kind}, ${node().fact}${props.state === undefined ? "" : `, ${props.state.words}`}`}</title>
      <For each={[6, 3].filter((up) => up <= stackOf(node().replicas))}>
        {(up) => <rect class="behind" x={up} y={-up} width={node().width - 2 * up} height={node().height} rx="6" />}
      </For>
      <rect width={node().width} height={node().height} rx="6" />
      <svg class="icon glyph" x="11" y="18" width="16" height="16" viewBox="0 0 24 24">
        <path d={glyphs[node().kind]} />
      </svg>
      <text class="name" x="36" y="22">
        {cut(node().title, node().width, 7)}
      </text>
      <Show when={props.state !== undefined}>
        <circle class="dot" cx="39" cy="35" r="3" />
      </Show>
      <text class="fact" x={props.state === undefined ? 36 : 47} y="39">
        {cut(fact(), node().width, 6)}
      </text>
    </g>
  );
}
