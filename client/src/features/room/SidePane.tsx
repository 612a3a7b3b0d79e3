import { createMemo, createSignal, Show, Suspense } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { lazily } from "../../ui/lazily.tsx";
import { panelId, type Tab, tabId, TabList } from "../../ui/TabList.tsx";
import { StaffChat, VoiceChip } from "../interview/lazy.ts";
import type { ThreadActions } from "../interview/thread-actions.ts";

// Right after the editor's plain field: one can write before one can talk.
const Chat = lazily(() => import("../chat/Chat.tsx").then((m) => m.Chat));
const People = lazily(() => import("../people/People.tsx").then((m) => m.People));

export type SideView = "chat" | "people" | "staff";

interface Props {
  chosen: SideView;
  actions: Omit<ThreadActions, "show" | "reply">;
  onChoose: (view: SideView) => void;
  onClose: () => void;
}

/** Beside the work: what is said, who is there, and what staff say among themselves. */
export function SidePane(props: Props) {
  const room = useRoom();
  const interview = useInterview();
  const [staffMessages, setStaffMessages] = createSignal(0);
  const [staffRead, setStaffRead] = createSignal(0);
  const count = createMemo(() => room.live().people.filter((person) => person.isRemoved !== true).length);
  const hasStaff = () => room.may("staff-chat.read");
  const unread = () => Math.max(0, staffMessages() - staffRead());
  const choose = (view: SideView) => {
    if (view === "staff" || props.chosen === "staff") setStaffRead(staffMessages());
    props.onChoose(view);
  };
  const counted = (messages: number) => {
    setStaffMessages(messages);
    if (props.chosen === "staff") setStaffRead(messages);
  };
  const tabs = (): Tab<SideView>[] => [
    { id: "chat", content: () => (room.mode === "practice" ? "Interviewer" : "Chat") },
    {
      id: "people",
      content: () => (
        <>
          People<span class="count">{count()}</span>
        </>
      ),
    },
    ...(hasStaff() ? [{ id: "staff" as const, content: () => <StaffTab unread={unread()} /> }] : []),
  ];
  const panel = (view: SideView) => ({
    role: "tabpanel" as const,
    id: panelId("side", view),
    "aria-labelledby": tabId("side", view),
    hidden: props.chosen !== view,
  });
  return (
    <aside class="side" id="side" aria-label="Chat and people" tabindex="-1">
      <div class="tabs">
        <TabList label="Chat and people" group="side" tabs={tabs()} chosen={props.chosen} onChoose={choose} />
        <span class="push" />
        <Show when={interview.isLoaded()}>
          <Suspense>
            <VoiceChip />
          </Suspense>
        </Show>
        <button
          type="button"
          class="btn quiet icon-only compact only-narrow hide-phone"
          aria-label="Close the panel"
          onClick={() => props.onClose()}
        >
          <Icon name="x" />
        </button>
      </div>
      <div {...panel("chat")}>
        <Suspense>
          <Chat actions={props.actions} />
        </Suspense>
      </div>
      <div {...panel("people")}>
        <Show when={props.chosen === "people"}>
          <Suspense>
            <People />
          </Suspense>
        </Show>
      </div>
      <Show when={hasStaff()}>
        <div {...panel("staff")}>
          <Suspense>
            <StaffChat actions={props.actions} onCount={counted} />
          </Suspense>
        </div>
      </Show>
    </aside>
  );
}

const StaffTab = (props: { unread: number }) => (
  <>
    Staff
    <Show when={props.unread > 0}>
      <span class="count">
        <span class="sr">unread: </span>
        {props.unread}
      </span>
    </Show>
  </>
);
