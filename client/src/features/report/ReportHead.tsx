import type { Report } from "@proofroom/domain/interview/report/report";
import { For, Show } from "solid-js";
import { exportPath } from "../../data/report-api.ts";
import { useRoom } from "../../data/room.tsx";
import { listText, momentText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { headline, tilesOf, voiceLabel } from "./head-words.ts";

/** The one sentence of facts, the four figures it stands on, and the ways on. */
export function ReportHead(props: { title: string; report: Report }) {
  const room = useRoom();
  return (
    <section aria-labelledby="said">
      <div class="report-top">
        <RoomLine title={props.title} />
        <div class="wrap report-actions">
          <a class="btn quiet" href={`/rooms/${room.id}`}>
            Back to the room
          </a>
          <a class="btn quiet" href={`/rooms/${room.id}/results`}>
            Results
          </a>
          <button type="button" class="btn" onClick={() => print()}>
            Print
          </button>
          <a class="btn" href={exportPath(room.id, "html")} download="">
            <Icon name="down" />
            Export HTML
          </a>
          <a class="btn" href={exportPath(room.id, "json")} download="">
            <Icon name="down" />
            JSON
          </a>
        </div>
      </div>
      <h1 class="verdict" id="said">
        {headline(props.report)}
      </h1>
      <p>
        <span class="chip" classList={{ accent: props.report.voice === "claude" }}>
          <Icon name="bot" small />
          {voiceLabel(props.report)}
        </span>
      </p>
      <div class="tiles">
        <For each={tilesOf(props.report)}>
          {(tile) => (
            <div class="tile">
              <span class="muted">{tile.term}</span>
              <b>{tile.figure}</b>
              <span class={`small ${tile.ink}`}>{tile.note}</span>
            </div>
          )}
        </For>
      </div>
      <nav class="report-nav" aria-label="On this page">
        <a href="#counted">What was covered</a>
        <a href="#found">What else was found</a>
        <Show when={props.report.marks.length > 0}>
          <a href="#marks">Marks</a>
        </Show>
        <a href="#runs-beside">Runs</a>
        <Show when={props.report.debrief}>
          <a href="#debrief">Debrief</a>
        </Show>
      </nav>
    </section>
  );
}

/** Which room, with whom, and until when. */
export function RoomLine(props: { title: string }) {
  const room = useRoom();
  const others = () =>
    room
      .live()
      .people.filter((person) => person.id !== room.me.id)
      .map((person) => person.name);
  return (
    <div class="hstack muted wraps">
      <a href={`/rooms/${room.id}`}>{props.title}</a>
      <span>{room.mode === "practice" ? "practice" : `${room.mode} interview`}</span>
      <Show when={others().length > 0}>
        <span>with {listText(others())}</span>
      </Show>
      <Show when={room.live().endedAt}>{(at) => <time datetime={at()}>ended {momentText(at())}</time>}</Show>
    </div>
  );
}
