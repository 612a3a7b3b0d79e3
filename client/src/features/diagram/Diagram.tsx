import type { DesignModel } from "@proofroom/domain/design/model";
import type { Run } from "@proofroom/domain/run/run";
import { createMemo, createSignal, createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { DiagramEdge } from "./DiagramEdge.tsx";
import { DiagramNode } from "./DiagramNode.tsx";
import { drawingOf, outlineOf } from "@proofroom/domain/design/draw";
import { type Dagre, layoutOf } from "./layout.ts";
import { runStatesOf, withStates } from "./run-states.ts";
import { createView, type Size } from "./view.ts";
import "./diagram.css";

export interface DiagramProps {
  model: Pick<DesignModel, "components" | "edges">;
  /** While it is under way each component says how it stands in it. */
  run?: Run | undefined;
  /** Shows a line of the design document. */
  onReveal?: ((line: number) => void) | undefined;
}

/** The topology of the design document, drawn as it is typed; it is loaded when there is something to draw. */
export function Diagram(props: DiagramProps) {
  const [dagre, setDagre] = createSignal<Dagre | null>(null);
  const [frame, setFrame] = createSignal<Size>({ width: 0, height: 0 });
  const drawing = createMemo(() => drawingOf(props.model));
  const states = createMemo(() => (props.run === undefined ? {} : runStatesOf(props.run, props.model.components)));
  const layout = createMemo(() => {
    const library = dagre();
    return library === null ? null : layoutOf(drawing(), library);
  });
  const { view, zoom, move, fit } = createView(() => layout() ?? { width: 0, height: 0 }, frame);
  const arrow = createUniqueId();
  let host: HTMLDivElement | undefined;

  onMount(() => {
    void import("@dagrejs/dagre").then((library) => setDagre(library));
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setFrame(entry.contentRect);
    });
    if (host !== undefined) watch.observe(host);
    onCleanup(() => watch.disconnect());
  });

  const keys: Record<string, () => void> = {
    "+": () => zoom(1.2),
    "=": () => zoom(1.2),
    "-": () => zoom(1 / 1.2),
    "0": fit,
    ArrowLeft: () => move(40, 0),
    ArrowRight: () => move(-40, 0),
    ArrowUp: () => move(0, 40),
    ArrowDown: () => move(0, -40),
  };
  const press = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), { x: event.offsetX, y: event.offsetY });
  };
  const drag = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    if ((event.buttons & 1) === 1) move(event.movementX, event.movementY);
  };

  return (
    <div class="diagram-box">
      <div class="diagram-tools" role="group" aria-label="Zoom">
        <button type="button" class="btn quiet compact icon-only" aria-label="Zoom out" onClick={() => zoom(1 / 1.2)}>
          <Icon name="minus" small />
        </button>
        <button type="button" class="btn quiet compact icon-only" aria-label="Zoom in" onClick={() => zoom(1.2)}>
          <Icon name="plus" small />
        </button>
        <button type="button" class="btn quiet compact icon-only" aria-label="Fit" onClick={fit}>
          <Icon name="full" small />
        </button>
      </div>
      <ul class="sr" aria-label="Architecture in words">
        <For each={outlineOf(withStates(drawing(), states()))}>{(sentence) => <li>{sentence}</li>}</For>
      </ul>
      <div class="diagram-frame" ref={(element) => (host = element)}>
        <Show when={layout()}>
          {(placed) => (
            <svg
              class="diagram"
              role="img"
              aria-label={`Architecture of ${placed().nodes.length} components. Arrow keys move it, plus and minus zoom, 0 fits.`}
              tabindex="0"
              onKeyDown={press}
              on:wheel={{ handleEvent: wheel, passive: false }}
              onPointerMove={drag}
            >
              <defs>
                <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                  <path d="M1 1l6 3-6 3" fill="none" stroke="context-stroke" stroke-width="1.3" />
                </marker>
              </defs>
              <g transform={`translate(${view().x} ${view().y}) scale(${view().scale})`}>
                <For each={placed().edges}>
                  {(edge) => <DiagramEdge edge={edge} arrow={arrow} isBroken={states()[edge.to]?.look === "down"} />}
                </For>
                <For each={placed().nodes}>
                  {(node) => <DiagramNode node={node} state={states()[node.id]} onReveal={props.onReveal} />}
                </For>
              </g>
            </svg>
          )}
        </Show>
      </div>
    </div>
  );
}
