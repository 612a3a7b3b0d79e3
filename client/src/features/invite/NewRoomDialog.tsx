import type { InvitedRole } from "@proofroom/domain/room/room";
import { For, Show } from "solid-js";
import { Dialog } from "../../ui/Dialog.tsx";
import type { Created } from "../home/create-room.ts";
import { CopyLink, roleWords } from "./CopyLink.tsx";
import { PolicyChoice } from "./PolicyChoice.tsx";

const order: InvitedRole[] = ["candidate", "interviewer", "observer"];

const explained: Record<InvitedRole, string> = {
  candidate: "writes in the documents, chats and runs",
  interviewer: "does the same beside you",
  observer: "sees everything and changes nothing",
};

/** The links of a new room. Only their hashes are kept, so this is the one time they can be copied. */
export const NewRoomDialog = (props: { room: Created; onEnter: () => void }) => (
  <Dialog title="The room is open" isRoomy onClose={props.onEnter}>
    <p class="muted">
      Each link lets one person in. Copy what you need now: a link is shown this once, later you make a new one.
    </p>
    <For each={order}>
      {(role) => (
        <Show when={props.room.invites[role]}>
          {(url) => (
            <div class="field">
              <span>
                <b class="strong">{roleWords[role]}</b> <span class="muted">{explained[role]}</span>
              </span>
              <CopyLink role={role} url={url()} />
            </div>
          )}
        </Show>
      )}
    </For>
    <PolicyChoice room={props.room.id} />
    <footer>
      <button type="button" class="btn primary" onClick={() => props.onEnter()}>
        Enter the room
      </button>
    </footer>
  </Dialog>
);
