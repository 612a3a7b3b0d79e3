import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import type { RoomId } from "@proofroom/domain/id";
import { createSignal, For, Show } from "solid-js";
import { fetchDocument } from "../../data/api.ts";
import { createAsked, refusalOf, valueOf } from "../../data/asked.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { panelId, tabId, TabList } from "../../ui/TabList.tsx";
import { documentTitles } from "../editor/language.ts";

/** What was written, as the room kept it; to be read, not changed. */
export function Documents(props: { room: RoomId }) {
  const [chosen, setChosen] = createSignal<DocumentName>("schema");
  const [text, ask] = createAsked(chosen, (name) => fetchDocument(props.room, name));
  const tabs = documentNames.map((name) => ({
    id: name,
    content: () => (
      <>
        <Icon name={name} small />
        {documentTitles[name]}
      </>
    ),
  }));
  return (
    <div class="vstack">
      <h2>Documents</h2>
      <div class="card sheet">
        <div class="tabs">
          <TabList label="Documents" group="sheet" tabs={tabs} chosen={chosen()} onChoose={setChosen} />
          <Show when={valueOf(text())}>{(read) => <span class="chip push">version {read().version}</span>}</Show>
        </div>
        <div
          class="code"
          role="tabpanel"
          tabindex="0"
          id={panelId("sheet", chosen())}
          aria-labelledby={tabId("sheet", chosen())}
        >
          <Show when={text().state === "loading"}>
            <div class="card-body">
              <Skeleton what="the document" widths={[40, 60, 55, 30]} />
            </div>
          </Show>
          <Show when={refusalOf(text())}>
            {(refusal) => <Failure title="The document did not load." message={refusal().message} onRetry={ask} />}
          </Show>
          <Show when={valueOf(text())}>
            {(read) => (
              <Show when={read().text !== ""} fallback={<p class="card-body muted">Nothing was written here.</p>}>
                <For each={read().text.split("\n")}>
                  {(line) => (
                    <div class="ln">
                      <span>{line === "" ? " " : line}</span>
                    </div>
                  )}
                </For>
              </Show>
            )}
          </Show>
        </div>
      </div>
    </div>
  );
}
