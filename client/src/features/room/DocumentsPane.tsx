import type { Finding, Fix } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { createEffect, createSignal, For, Show } from "solid-js";
import type { RoomDocuments } from "../../data/room-documents.ts";
import { Icon } from "../../ui/Icon.tsx";
import { panelId, tabId, TabList } from "../../ui/TabList.tsx";
import type { Caret } from "../editor/caret.ts";
import { Editor, type Pointer } from "../editor/Editor.tsx";
import type { Pointing } from "../interview/pointing.ts";
import { documentTitles } from "../editor/language.ts";

/** A place in a document that the room asks to see. */
export interface Place extends Caret {
  document: DocumentName;
}

interface Props {
  documents: RoomDocuments;
  findings: readonly Finding[];
  reader: Worker;
  examples: PublicProblem["examples"] | undefined;
  chosen: DocumentName;
  reveal: Place | undefined;
  quoted: AnchoredPlace | undefined;
  pointing: Pointing;
  onChoose: (name: DocumentName) => void;
  onApplyFix: (fix: Fix) => void;
}

/** The three documents, one at a time; an editor once opened stays, with its place and its undo. */
export function DocumentsPane(props: Props) {
  const [visited, setVisited] = createSignal<ReadonlySet<DocumentName>>(new Set());
  createEffect(() => {
    const name = props.chosen;
    setVisited((before) => (before.has(name) ? before : new Set([...before, name])));
  });
  const of = (name: DocumentName) => props.findings.filter((finding) => finding.document === name);
  const pointerFor = (name: DocumentName): Pointer | undefined =>
    props.pointing.question() === undefined || props.chosen !== name
      ? undefined
      : {
          isBusy: props.pointing.isBusy(),
          choose: (line, endLine) => void props.pointing.choose(name, line, endLine),
          cancel: () => props.pointing.cancel(),
        };
  const tabs = documentNames.map((name) => ({
    id: name,
    content: () => (
      <>
        <Icon name={name} small />
        {documentTitles[name]}
        <Show when={of(name).length > 0}>
          <span
            class="count"
            classList={{
              bad: of(name).some((f) => f.severity === "error"),
              warn: of(name).every((f) => f.severity !== "error"),
            }}
          >
            <span class="sr">findings: </span>
            {of(name).length}
          </span>
        </Show>
      </>
    ),
  }));
  return (
    <section class="pane" id="documents" aria-label="Documents" tabindex="-1">
      <div class="tabs">
        <TabList label="Documents" group="document" tabs={tabs} chosen={props.chosen} onChoose={props.onChoose} />
      </div>
      <For each={documentNames}>
        {(name) => (
          <div
            role="tabpanel"
            id={panelId("document", name)}
            aria-labelledby={tabId("document", name)}
            hidden={props.chosen !== name}
          >
            <Show when={visited().has(name)}>
              <Editor
                document={props.documents[name]}
                findings={of(name)}
                reader={name === "api" ? props.reader : undefined}
                example={props.examples?.[name]}
                reveal={props.reveal?.document === name ? props.reveal : undefined}
                quoted={props.quoted?.document === name ? props.quoted : undefined}
                pointing={pointerFor(name)}
                onApplyFix={props.onApplyFix}
              />
            </Show>
          </div>
        )}
      </For>
    </section>
  );
}
