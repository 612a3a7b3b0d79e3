import { createSignal, Show, Suspense } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import type { RoomDocuments } from "../../data/room-documents.ts";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { ThemeButton } from "../../ui/ThemeButton.tsx";
import { HeadClock } from "../interview/lazy.ts";
import { InviteDialog } from "../invite/lazy.ts";
import { Avatars } from "../people/Avatars.tsx";
import { RunButton } from "../run/RunButton.tsx";
import type { RunStart } from "../run/run-start.ts";
import { SavePill } from "../save/SavePill.tsx";
import { RoomMenu } from "./RoomMenu.tsx";

interface Props {
  title: string;
  documents: RoomDocuments;
  start: RunStart;
  onShowRuns: () => void;
  onPeople: () => void;
  onSide: () => void;
  onRail: () => void;
  unread: number;
  /** Whether a practice waits for its start. */
  isToStart: boolean;
  onStart: () => void;
  onEnd: () => void;
}

/** What is worked on, whether it is saved, who is here, and the three things one does to a room. */
export function RoomHead(props: Props) {
  const room = useRoom();
  const [isInviting, setInviting] = createSignal(false);
  const interview = useInterview();
  const isPractice = () => room.mode === "practice";
  const isReported = () =>
    interview.clock().taken.length > 0 || room.live().events.some((event) => event.type === "report");
  const mayInvite = () => room.may("invite.create");
  const mayEnd = () => room.may("room.end") && room.live().state !== "ended";
  return (
    <header class="room-head">
      <a href="/" aria-label="Proofroom home">
        <Mark />
      </a>
      <span class="room-title">
        <span class="clip">{props.title}</span>
        <Show when={isPractice()}>
          <span class="chip only-wide">Practice</span>
        </Show>
      </span>
      <SavePill documents={props.documents} />
      <span class="push" />
      <Show when={interview.clock().phase !== null}>
        <Suspense>
          <HeadClock />
        </Suspense>
        <span class="rule hide-phone" />
      </Show>
      <Show when={props.isToStart}>
        <button type="button" class="btn start only-narrow" onClick={() => props.onStart()}>
          <Icon name="play" />
          Start
        </button>
      </Show>
      <span class="hide-phone">
        <Avatars onOpen={props.onPeople} />
      </span>
      <button type="button" class="btn quiet only-narrow hide-phone" onClick={() => props.onRail()}>
        <Icon name="brief" />
        Problem
      </button>
      <button type="button" class="btn quiet only-narrow hide-phone" onClick={() => props.onSide()}>
        <Icon name="chat" />
        {isPractice() ? "Interviewer" : "Chat"}
        <Show when={props.unread > 0}>
          <span class="count">{props.unread}</span>
        </Show>
      </button>
      <Show when={mayInvite()}>
        <button type="button" class="btn quiet hide-phone" onClick={() => setInviting(true)}>
          <Icon name="plus" />
          Invite
        </button>
      </Show>
      <Show when={room.live().state !== "ended"} fallback={<After room={room.id} isReported={isReported()} />}>
        <span class="rule hide-phone" />
        <RunButton start={props.start} onShowRuns={props.onShowRuns} />
        <Show when={room.may("room.end")}>
          <button type="button" class="btn quiet danger hide-phone" onClick={() => props.onEnd()}>
            End
          </button>
        </Show>
      </Show>
      <span class="hide-phone">
        <ThemeButton />
      </span>
      <RoomMenu
        mayInvite={mayInvite()}
        mayEnd={mayEnd()}
        onInvite={() => setInviting(true)}
        onPeople={props.onPeople}
        onEnd={props.onEnd}
      />
      <Show when={isInviting()}>
        <InviteDialog room={room.id} state={room.live().state} mode={room.mode} onClose={() => setInviting(false)} />
      </Show>
    </header>
  );
}

/** Of a room that has ended: the report where there was an interview, and what the runs came to. */
const After = (props: { room: string; isReported: boolean }) => (
  <>
    <Show when={props.isReported}>
      <a class="btn primary" href={`/rooms/${props.room}/report`}>
        Report
      </a>
    </Show>
    <a
      class="btn"
      classList={{ primary: !props.isReported, "hide-phone": props.isReported }}
      href={`/rooms/${props.room}/results`}
    >
      Results
    </a>
  </>
);
