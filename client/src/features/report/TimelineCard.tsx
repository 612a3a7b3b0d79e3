import type { Report } from "@proofroom/domain/interview/report/report";
import { createMemo, For, Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { clockText, countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Words } from "../interview/Words.tsx";
import { Drawing } from "./Drawing.tsx";
import { PhaseTable } from "./PhaseTable.tsx";
import { useSources } from "./sources.tsx";
import { type Timeline, timelineOf } from "./timeline.ts";

/** What was covered and when, as a drawing, and the same in figures and as a list. */
export function TimelineCard(props: { report: Report }) {
  const room = useRoom();
  const timeline = createMemo(() => timelineOf(props.report, room.live().events));
  return (
    <Show when={timeline()}>
      {(drawn) => (
        <div class="card timeline">
          <p class="sr">{summaryOf(drawn(), props.report)}</p>
          <div class="scrollx" tabindex="0" role="region" aria-label="Timeline of the interview">
            <Drawing timeline={drawn()} />
          </div>
          <details class="as-list">
            <summary>
              <Icon name="chevron-right" small class="turn" />
              The same in figures and as a list
            </summary>
            <div class="as-list-body">
              <PhaseTable phases={props.report.phases} />
              <Moments timeline={drawn()} />
            </div>
          </details>
        </div>
      )}
    </Show>
  );
}

function summaryOf({ moments, pauses }: Timeline, { phases }: Pick<Report, "phases">): string {
  const reached = phases.filter(({ takenMinutes }) => takenMinutes !== null).length;
  const count = (lane: string) => moments.filter((moment) => moment.lane === lane).length;
  return `${reached} of ${phases.length} phases were reached, ${countText(count("Asked"), "question")} asked, ${countText(count("Help"), "hint or skip", "hints or skips")}, ${countText(count("Runs"), "run")}, ${countText(pauses.length, "pause")}. The list below says when.`;
}

function Moments(props: { timeline: Timeline }) {
  const sources = useSources();
  return (
    <ol class="moments" aria-label="What happened when">
      <For each={props.timeline.moments}>
        {(moment) => (
          <li>
            <time class="muted" datetime={moment.at} title={clockText(moment.at)}>
              {Math.floor(moment.minute)}&nbsp;min
            </time>
            <Icon name={moment.icon} small class={moment.ink} />
            <span>
              <Words text={moment.text} />
              <Show when={moment.cited}>
                {(cited) => (
                  <>
                    {" "}
                    <button type="button" class="btn compact source-open" onClick={() => sources.open(cited())}>
                      Open<span class="sr">: {moment.text}</span>
                    </button>
                  </>
                )}
              </Show>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}
