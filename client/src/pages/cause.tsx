import { useParams } from "@solidjs/router";
import { documentNames } from "@proofroom/domain/document/names";
import type { RunSummary } from "@proofroom/domain/run/view";
import { createEffect, createMemo, createResource, on, Show, untrack } from "solid-js";
import { fetchDocument } from "../data/api.ts";
import { useRoom } from "../data/room.tsx";
import { createRun } from "../data/run.ts";
import { createRuns, type Runs } from "../data/runs.ts";
import { CauseScreen } from "../features/cause/CauseScreen.tsx";
import { whyOf } from "../features/cause/why-of.ts";
import { RoomGate } from "../features/room/RoomGate.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Top } from "../ui/Top.tsx";
import { NotFoundPage } from "./not-found.tsx";

/** Why one test of a run went as it did, for everybody of the room at the same address. */
export const CausePage = () => <RoomGate what="Test">{() => <Cause />}</RoomGate>;

function Cause() {
  const params = useParams();
  const room = useRoom();
  const runs = createRuns(room);
  const info = () => runs.list().find(({ id }) => id === params["run"]);
  return (
    <Show when={runs.isLoaded()} fallback={<Skeleton what="the runs" widths={[30, 70, 90]} />}>
      <Show when={info()} fallback={<NoRun runs={runs} />} keyed={false}>
        {(run) => (
          <>
            <Top />
            <Test info={untrack(run)} named={params["test"] ?? ""} />
          </>
        )}
      </Show>
    </Show>
  );
}

/** A list that did not come says nothing of whether the run is there. */
const NoRun = (props: { runs: Runs }) => (
  <Show when={props.runs.refusal()} fallback={<NotFoundPage />}>
    {(refusal) => (
      <>
        <Top />
        <main id="main">
          <Failure
            title="The test did not load."
            message={refusal().message}
            onRetry={() => void props.runs.refresh()}
          />
        </main>
      </>
    )}
  </Show>
);

/** `named` is the test as the address has it, whether or not it was decoded on the way. */
function Test(props: { info: RunSummary; named: string }) {
  const room = useRoom();
  const run = untrack(() => createRun(props.info.id, props.info.createdAt, room.channel));
  const result = () =>
    run().results.find(({ name }) => name === props.named || encodeURIComponent(name) === props.named);
  // Others are told once, however often the run has news.
  const test = createMemo(() => result()?.name);
  createEffect(on(test, (name) => name !== undefined && room.channel.looking({ run: props.info.id, test: name })));
  const versions = untrack(() => props.info.versions);
  const [texts] = createResource(async () => {
    const answers = documentNames.map(async (name) => {
      const answer = await fetchDocument(room.id, name, versions[name]);
      return [name, answer.ok ? answer.value.text : ""] as const;
    });
    const found = new Map(await Promise.all(answers));
    return { schema: found.get("schema") ?? "", api: found.get("api") ?? "", design: found.get("design") ?? "" };
  });
  const sources = { room: room.id, texts: () => texts.latest ?? { schema: "", api: "", design: "" } };
  return (
    <Show when={result()} fallback={<Skeleton what="the test" widths={[30, 70, 90, 60]} />}>
      {(found) => (
        <CauseScreen
          result={found()}
          run={props.info.number}
          sources={sources}
          why={whyOf(props.info.id, run(), found().name)}
        />
      )}
    </Show>
  );
}
