import { createMemo, For, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { type Cluster, clustersOf } from "./clusters.ts";
import { type Lane, lanes } from "./moments.ts";
import { useSources } from "./sources.tsx";
import { type Bar, scaleOf, type Timeline } from "./timeline.ts";

/** Of the width, so that two marks never touch where the drawing is at its narrowest. */
const markShare = 0.06;
const stepPixels = 20;

/** Phases planned over phases taken, and under them a row for each kind of thing that happened. The list says the same. */
export function Drawing(props: { timeline: Timeline }) {
  const at = (minute: number): string => `${(minute / Math.max(props.timeline.minutes, 1)) * 100}%`;
  const used = () => lanes.filter((lane) => props.timeline.moments.some((moment) => moment.lane === lane));
  return (
    <div class="drawing" aria-hidden="true">
      <span class="lane-name">Planned</span>
      <div class="bars" data-kind="planned">
        <For each={props.timeline.planned}>{(bar) => <PhaseBar bar={bar} at={at} />}</For>
      </div>
      <span class="lane-name">Taken</span>
      <div class="bars" data-kind="taken">
        <For each={props.timeline.taken}>{(bar) => <PhaseBar bar={bar} at={at} />}</For>
        <For each={props.timeline.pauses}>
          {(pause) => (
            <span
              class="pause"
              style={{ "inset-inline-start": at(pause.minute) }}
              title={`Paused for ${Math.max(1, Math.round(pause.minutes))} min`}
            />
          )}
        </For>
      </div>
      <For each={used()}>{(lane) => <LaneRow lane={lane} timeline={props.timeline} at={at} />}</For>
      <span class="lane-name">Minute</span>
      <div class="scale">
        <For each={scaleOf(props.timeline.minutes)}>
          {(minute) => <span style={{ "inset-inline-start": at(minute) }}>{minute}</span>}
        </For>
      </div>
      <Legend timeline={props.timeline} />
    </div>
  );
}

/** Only of what is drawn and has no name beside it. */
function Legend(props: { timeline: Timeline }) {
  const isOver = () => props.timeline.taken.some(({ overFrom }) => overFrom !== null);
  const isPaused = () => props.timeline.pauses.length > 0;
  return (
    <Show when={isOver() || isPaused()}>
      <span class="legend muted small">
        <Show when={isOver()}>
          <span class="hstack">
            <i class="over" />
            longer than planned
          </span>
        </Show>
        <Show when={isPaused()}>
          <span class="hstack">
            <i class="pause" />
            the clock stood still
          </span>
        </Show>
      </span>
    </Show>
  );
}

function PhaseBar(props: { bar: Bar; at: (minute: number) => string }) {
  const minutes = () => props.bar.to - props.bar.from;
  return (
    <span
      class="bar"
      style={{ "inset-inline-start": props.at(props.bar.from), "inline-size": props.at(minutes()) }}
      title={`${props.bar.title}: ${Math.round(minutes() * 10) / 10} min`}
    >
      <span class="clip">{props.bar.title}</span>
      <Show when={props.bar.overFrom}>
        {(from) => (
          <span class="over" style={{ "inset-inline-start": `${((from() - props.bar.from) / minutes()) * 100}%` }} />
        )}
      </Show>
    </span>
  );
}

function LaneRow(props: { lane: Lane; timeline: Timeline; at: (minute: number) => string }) {
  const sources = useSources();
  const clusters = createMemo(() =>
    clustersOf(
      props.timeline.moments.filter(({ lane }) => lane === props.lane),
      props.timeline.minutes * markShare,
    ),
  );
  const height = () => (Math.max(0, ...clusters().map(({ step }) => step)) + 1) * stepPixels + 4;
  const open = ({ moments: [{ cited }] }: Cluster) => {
    if (cited !== null) sources.open(cited);
  };
  const title = ({ moments }: Cluster) =>
    moments.map(({ minute, text }) => `${Math.floor(minute)} min: ${text}`).join("\n");
  return (
    <>
      <span class="lane-name">{props.lane}</span>
      <div class="lane" style={{ "block-size": `${height()}px` }}>
        <For each={props.timeline.taken.slice(1)}>
          {(bar) => <i class="edge" style={{ "inset-inline-start": props.at(bar.from) }} />}
        </For>
        <For each={clusters()}>
          {(cluster) => (
            <button
              type="button"
              tabindex="-1"
              class={`moment ${cluster.moments[0].ink}`}
              style={{
                "inset-inline-start": props.at(cluster.minute),
                "inset-block-start": `${cluster.step * stepPixels + 2}px`,
              }}
              title={title(cluster)}
              onClick={() => open(cluster)}
            >
              <Icon name={cluster.moments[0].icon} small />
              <Show when={cluster.moments.length > 1}>{cluster.moments.length}</Show>
            </button>
          )}
        </For>
      </div>
    </>
  );
}
