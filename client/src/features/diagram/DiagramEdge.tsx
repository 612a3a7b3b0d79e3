import { Show } from "solid-js";
import type { PlacedEdge } from "./layout.ts";

/** A call; dashed where nobody waits for its answer. */
export function DiagramEdge(props: { edge: PlacedEdge; arrow: string; isBroken: boolean }) {
  return (
    <>
      <path
        class="edge"
        d={props.edge.path}
        data-async={props.edge.isAsync ? "" : undefined}
        data-s={props.isBroken ? "broken" : undefined}
        marker-end={`url(#${props.arrow})`}
      />
      <Show when={props.edge.label !== ""}>
        <text class="edge-label" x={props.edge.labelAt.x + 8} y={props.edge.labelAt.y + 4}>
          {props.edge.label}
        </text>
      </Show>
    </>
  );
}
