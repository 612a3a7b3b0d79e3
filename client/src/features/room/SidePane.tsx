import { createMemo, Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { panelId, type Tab, tabId, TabList } from "../../ui/TabList.tsx";
import { Chat } from "../chat/Chat.tsx";
import { People } from "../people/People.tsx";

export type SideView = "chat" | "people";

interface Props {
  chosen: SideView;
  onChoose: (view: SideView) => void;
  onClose: () => void;
}

/** Beside the work: what is said, and who is there. */
export function SidePane(props: Props) {
  const room = useRoom();
  const count = createMemo(() => room.live().people.filter((person) => person.isRemoved !== true).length);
  const tabs: Tab<SideView>[] = [
    { id: "chat", content: () => "Chat" },
    {
      id: "people",
      content: () => (
        <>
          People<span class="count">{count()}</span>
        </>
      ),
    },
  ];
  return (
    <aside class="side" id="side" aria-label="Chat and people" tabindex="-1">
      <div class="tabs">
        <TabList label="Chat and people" group="side" tabs={tabs} chosen={props.chosen} onChoose={props.onChoose} />
        <button
          type="button"
          class="btn quiet icon-only compact only-narrow hide-phone push"
          aria-label="Close the panel"
          onClick={() => props.onClose()}
        >
          <Icon name="x" />
        </button>
      </div>
      <div
        role="tabpanel"
        id={panelId("side", "chat")}
        aria-labelledby={tabId("side", "chat")}
        hidden={props.chosen !== "chat"}
      >
        <Chat />
      </div>
      <div
        role="tabpanel"
        id={panelId("side", "people")}
        aria-labelledby={tabId("side", "people")}
        hidden={props.chosen !== "people"}
      >
        <Show when={props.chosen === "people"}>
          <People />
        </Show>
      </div>
    </aside>
  );
}
