import type { Report } from "@proofroom/domain/interview/report/report";
import { createEffect, createSignal, on, Show } from "solid-js";
import type { RoomReport } from "../../data/report.ts";
import { useRoom } from "../../data/room.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { RoomLine } from "./ReportHead.tsx";

/** There is no report before the end, and the page says where that is. */
export function NotEnded(props: { title: string }) {
  const room = useRoom();
  return (
    <section aria-labelledby="said">
      <RoomLine title={props.title} />
      <h1 class="verdict" id="said">
        The interview is not over yet.
      </h1>
      <p class="muted">The report is written when the room has ended, from what was written, said and run in it.</p>
      <div class="wrap">
        <a class="btn primary" href={`/rooms/${room.id}`}>
          Back to the room
        </a>
      </div>
    </section>
  );
}

/** What is done now, and how far it is. */
export function Writing(props: { title: string; progress: Report["progress"] }) {
  const announce = useAnnounce();
  const step = () => props.progress?.step ?? "Gathering what was written";
  const share = () => ({ done: props.progress?.done ?? 0, of: props.progress?.of ?? 0 });
  createEffect(on(step, (now) => announce.say(`Writing the report: ${now}.`)));
  return (
    <section aria-labelledby="said">
      <RoomLine title={props.title} />
      <h1 class="verdict" id="said">
        The report is being written.
      </h1>
      <div class="card card-body writing">
        <span class="hstack">
          <Icon name="running" />
          <span class="grow">{step()}</span>
          <Show when={share().of > 0}>
            <span class="muted">
              {share().done} of {share().of}
            </span>
          </Show>
        </span>
        <Show when={share().of > 0} fallback={<progress aria-label="The report" />}>
          <progress aria-label="The report" max={share().of} value={share().done} />
        </Show>
        <p class="muted small">
          Each quote is checked word for word where it stood. A run that was under way at the end is awaited. This page
          follows by itself, and you may leave it.
        </p>
      </div>
    </section>
  );
}

/** Why there is none, and the way to have one. */
export const Failed = (props: { title: string; reason: string | undefined; retry: RoomReport["retry"] }) => (
  <section aria-labelledby="said">
    <RoomLine title={props.title} />
    <h1 class="verdict" id="said">
      The report could not be written.
    </h1>
    <Reason reason={props.reason ?? "What was written, said and run is kept."} tone="bad" retry={props.retry} />
    <div class="wrap">
      <a class="btn quiet" href={`/rooms/${useRoom().id}`}>
        Back to the room
      </a>
    </div>
  </section>
);

/** A reason as a sentence, with Retry for whoever may. */
export function Reason(props: { reason: string; tone: "warn" | "bad"; retry: RoomReport["retry"] }) {
  const room = useRoom();
  const [isBusy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<string>();
  const retry = async () => {
    if (isBusy()) return;
    setBusy(true);
    setRefused(undefined);
    const answer = await props.retry();
    if (!answer.ok) setRefused(answer.message);
    setBusy(false);
  };
  return (
    <div class={`banner ${props.tone} report-reason`} role="group" aria-label="About this report">
      <Icon name="warning" />
      <div class="grow">
        <p>{props.reason}</p>
        <Show when={refused()}>
          {(message) => (
            <p class="field-error" role="alert">
              {message()}
            </p>
          )}
        </Show>
      </div>
      <Show
        when={room.may("report.retry")}
        fallback={<span class="muted small">Owner and interviewers can retry.</span>}
      >
        <button type="button" class="btn" aria-disabled={isBusy()} onClick={() => void retry()}>
          Retry
        </button>
      </Show>
    </div>
  );
}
