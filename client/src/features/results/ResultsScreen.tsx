import { Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { createRuns } from "../../data/runs.ts";
import { createShownRun } from "../../data/shown-run.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Thread } from "../chat/Thread.tsx";
import { ResultList } from "../run/ResultList.tsx";
import { Causes } from "./Causes.tsx";
import { Documents } from "./Documents.tsx";
import { RunTable } from "./RunTable.tsx";
import { VerdictHead } from "./Verdict.tsx";

/** What a room came to: the verdict first, then what broke and why, then all that it rests on. */
export function ResultsScreen(props: { title: string }) {
  const room = useRoom();
  const runs = createRuns(room);
  const folded = createShownRun(runs, room.channel);
  const run = () => {
    const now = folded();
    return now === undefined || now.lastSeq === 0 ? undefined : now;
  };
  return (
    <main class="results" id="main">
      <Show when={runs.isLoaded()} fallback={<Skeleton what="the results" widths={[30, 70, 90, 60, 80]} />}>
        <Show when={runs.shown()} fallback={<NothingRun title={props.title} />}>
          {(info) => (
            <Show when={run()} fallback={<Skeleton what="the run" widths={[30, 70, 90]} />}>
              {(current) => (
                <>
                  <VerdictHead title={props.title} info={info()} run={current()} />
                  <Causes runId={info().id} run={current()} />
                  <Show when={current().results.length > 0}>
                    <section aria-labelledby="functional">
                      <h2 id="functional">Functional, failed first</h2>
                      <div class="card">
                        <ResultList results={current().results} runId={info().id} isFolded />
                      </div>
                    </section>
                  </Show>
                </>
              )}
            </Show>
          )}
        </Show>
        <Show when={runs.list().length > 0}>
          <RunTable runs={runs.list()} shown={runs.shown()?.id} onChoose={runs.choose} />
        </Show>
      </Show>
      <section class="two">
        <Documents room={room.id} />
        <div class="vstack">
          <h2>Chat</h2>
          <div class="card record">
            <Thread live={room.live()} me={room.me} drafts={[]} />
          </div>
        </div>
      </section>
    </main>
  );
}

const NothingRun = (props: { title: string }) => (
  <section>
    <h1 class="verdict">Nothing was run in this room.</h1>
    <p class="muted">{props.title}. The documents and the chat are below, as they were left.</p>
  </section>
);
