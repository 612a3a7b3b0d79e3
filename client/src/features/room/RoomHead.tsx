import { createSignal, Show } from "solid-js";
import type { RoomDocuments } from "../../data/room-documents.ts";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { ThemeButton } from "../../ui/ThemeButton.tsx";
import { InviteDialog } from "../invite/lazy.ts";
import { Avatars } from "../people/Avatars.tsx";
import { RunButton } from "../run/RunButton.tsx";
import type { RunStart } from "../run/run-start.ts";
import { SavePill } from "../save/SavePill.tsx";
import { EndRoom } from "./EndRoom.tsx";
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
}

/** What is worked on, whether it is saved, who is here, and the three things one does to a room. */
export function RoomHead(props: Props) {
  const room = useRoom();
  const [isInviting, setInviting] = createSignal(false);
  const mayInvite = () => room.may("invite.create");
  return (
    <header class="room-head">
      <a href="/" aria-label="Proofroom home">
        <Mark />
      </a>
      <span class="room-title">
        <span class="clip">{props.title}</span>
      </span>
      <SavePill documents={props.documents} />
      <span class="push" />
      <span class="hide-phone">
        <Avatars onOpen={props.onPeople} />
      </span>
      <button type="button" class="btn quiet only-narrow hide-phone" onClick={() => props.onRail()}>
        <Icon name="brief" />
        Problem
      </button>
      <button type="button" class="btn quiet only-narrow hide-phone" onClick={() => props.onSide()}>
        <Icon name="chat" />
        Chat
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
      <Show when={room.live().state !== "ended"} fallback={<ResultsLink room={room.id} />}>
        <span class="rule hide-phone" />
        <RunButton start={props.start} onShowRuns={props.onShowRuns} />
        <EndRoom />
      </Show>
      <span class="hide-phone">
        <ThemeButton />
      </span>
      <RoomMenu mayInvite={mayInvite()} onInvite={() => setInviting(true)} onPeople={props.onPeople} />
      <Show when={isInviting()}>
        <InviteDialog room={room.id} state={room.live().state} onClose={() => setInviting(false)} />
      </Show>
    </header>
  );
}

const ResultsLink = (props: { room: string }) => (
  <a class="btn primary" href={`/rooms/${props.room}/results`}>
    Results
  </a>
);
