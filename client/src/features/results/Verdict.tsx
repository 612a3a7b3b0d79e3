import { stops } from "@proofroom/domain/design/stops";
import type { Run } from "@proofroom/domain/run/run";
import { isOver } from "@proofroom/domain/run/over";
import { For, Show } from "solid-js";
import type { RunSummary } from "@proofroom/domain/run/view";
import { useRoom } from "../../data/room.tsx";
import { countText, listText, millisText, momentText } from "../../ui/format.ts";
import { versionsText } from "../run/EarlierRuns.tsx";
import { between } from "../run/StageList.tsx";
import { verdictSentence } from "../run/stages.ts";

interface Tile {
  term: string;
  figure: string;
  note: string;
  ink: string;
}

function tilesOf(run: Run): Tile[] {
  const count = (status: string) => run.results.filter((result) => result.status === status).length;
  const judged = run.results.length - count("skipped");
  const stopping = run.findings.filter(stops).length;
  const from = run.stages[0]?.startedAt ?? "";
  const total = between(from, run.stages.at(-1)?.endedAt, Date.now());
  const asked = between(
    run.stages.find((s) => s.status === "testing")?.startedAt ?? from,
    run.stages.at(-1)?.endedAt,
    Date.now(),
  );
  return [
    {
      term: "Functional",
      figure: judged === 0 ? "None judged" : `${count("passed")} of ${judged}`,
      note: count("failed") > 0 ? `${count("failed")} failed` : judged === 0 ? "no test was reached" : "none failed",
      ink: count("failed") > 0 ? "ink-bad" : "muted",
    },
    {
      term: "Not judged",
      figure: String(count("inconclusive") + count("skipped")),
      note: "skipped or undecided",
      ink: "muted",
    },
    {
      term: "Findings",
      figure: String(run.findings.length),
      note: stopping > 0 ? `${countText(stopping, "finding")} kept it from starting` : "none kept it from starting",
      ink: stopping > 0 ? "ink-bad" : "muted",
    },
    {
      term: "Took",
      figure: millisText(total),
      note: judged === 0 ? "until it ended" : `${millisText(asked)} of it testing`,
      ink: "muted",
    },
  ];
}

/** The one sentence, and the four figures it stands on. */
export function VerdictHead(props: { title: string; info: RunSummary; run: Run }) {
  const room = useRoom();
  const others = () =>
    room
      .live()
      .people.filter((person) => person.id !== room.me.id)
      .map((person) => person.name);
  return (
    <section aria-labelledby="verdict">
      <div class="hstack muted" style={{ "flex-wrap": "wrap" }}>
        <a href={`/rooms/${room.id}`}>{props.title}</a>
        <Show when={others().length > 0}>
          <span>with {listText(others())}</span>
        </Show>
        <span>{momentText(props.info.createdAt)}</span>
        <span>run #{props.info.number}</span>
        <span class="chip">{versionsText(props.info.versions)}</span>
      </div>
      <h1 class="verdict" id="verdict" aria-live="polite">
        {verdictSentence(props.run)}
      </h1>
      <Show when={isOver(props.run.status) && props.run.reason}>{(reason) => <p class="muted">{reason()}</p>}</Show>
      <div class="tiles">
        <For each={tilesOf(props.run)}>
          {(tile) => (
            <div class="tile">
              <span class="muted">{tile.term}</span>
              <b>{tile.figure}</b>
              <span class={`small ${tile.ink}`}>{tile.note}</span>
            </div>
          )}
        </For>
      </div>
    </section>
  );
}
