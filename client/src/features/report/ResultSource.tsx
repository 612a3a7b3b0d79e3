import { RunId } from "@proofroom/domain/id";
import { Show } from "solid-js";
import { fetchRun } from "../../data/api.ts";
import { createAsked, refusalOf, valueOf } from "../../data/asked.ts";
import { useRoom } from "../../data/room.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Proof, Reading } from "../run/Evidence.tsx";
import { MarkIcon } from "../run/MarkIcon.tsx";
import { ResultList } from "../run/ResultList.tsx";

/** What a run measured: the one test that was quoted, else all of them. */
export function ResultSource(props: { runId: string; name: string | undefined }) {
  const room = useRoom();
  const [run, ask] = createAsked(
    () => props.runId,
    (id) => fetchRun(RunId.parse(id)),
  );
  const result = () => valueOf(run())?.results.find(({ name }) => name === props.name);
  return (
    <>
      <Show when={run().state === "loading"}>
        <div class="card-body">
          <Skeleton what="the run" widths={[40, 60, 55]} />
        </div>
      </Show>
      <Show when={refusalOf(run())}>
        {(refusal) => <Failure title="The run did not load." message={refusal().message} onRetry={ask} />}
      </Show>
      <Show when={valueOf(run())}>
        {(read) => (
          <div class="source-result">
            <Show when={result()} fallback={<ResultList results={read().results} />}>
              {(one) => (
                <div class="card-body vstack">
                  <span class="status" data-s={one().status}>
                    <MarkIcon mark={one().status} />
                    {one().name}: {one().status}
                  </span>
                  <Reading result={one()} />
                  <Proof result={one()} />
                </div>
              )}
            </Show>
            <p class="card-body">
              <a class="btn" href={`/rooms/${room.id}/results`}>
                All results
              </a>
            </p>
          </div>
        )}
      </Show>
    </>
  );
}
