import type { Finding, Fix } from "@proofroom/domain/design/finding";
import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { createEffect, createSignal, ErrorBoundary, onCleanup, onMount, Show, Suspense } from "solid-js";
import { byClick, type RoomDocument } from "../../data/document.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { useToast } from "../../ui/toast.tsx";
import { FindingList } from "../findings/FindingList.tsx";
import { PointBar } from "../interview/lazy.ts";
import type { Caret, Handover } from "./caret.ts";
import { Codebar } from "./Codebar.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { EditorNotices } from "./EditorNotices.tsx";
import { EmptyDocument } from "./EmptyDocument.tsx";
import { download, replaceText } from "./file.ts";
import { documentTitles, languageOf } from "./language.ts";
import { createMonacoLoader } from "./load-monaco.ts";
import { choosePlain, isPlainChosen } from "./plain-choice.ts";
import { PlainEditor } from "./PlainEditor.tsx";
import "./editor.css";

export interface EditorProps {
  document: RoomDocument;
  /** What was found in this document. */
  findings: readonly Finding[];
  /** Who completes and explains an API document; absent for the others. */
  reader?: Worker | undefined;
  /** What an empty document offers to insert. */
  example?: string | undefined;
  /** A place to go to; a new object goes there again. */
  reveal?: Caret | undefined;
  /** Lines that the interviewer asks about. */
  quoted?: AnchoredPlace | undefined;
  /** Set while a question waits for a line. */
  pointing?: Pointer | undefined;
  onApplyFix: (fix: Fix) => void;
}

/** Whoever waits for a line to be chosen. */
export interface Pointer {
  isBusy: boolean;
  choose: (line: number, endLine: number) => void;
  cancel: () => void;
}

const flushMillis = 2_000;

/** A document with its editor: plain text at once, Monaco as soon as it is there, and one foot for both. */
export function Editor(props: EditorProps) {
  const title = () => documentTitles[props.document.name];
  const [text, setText] = createSignal("");
  const [caret, setCaret] = createSignal<Caret>({ line: 1, column: 1 });
  const [tabLeaves, setTabLeaves] = createSignal(false);
  const [isListAsked, setListAsked] = createSignal<boolean | null>(null);
  const [sought, setSought] = createSignal<Caret | undefined>(undefined);
  const language = () => languageOf(props.document.name, text());
  const monaco = createMonacoLoader(isPlainChosen);
  const isPlain = () => monaco.component() === undefined;
  const isListOpen = () => isListAsked() ?? (isPlain() && monaco.isPlainByChoice() && props.findings.length > 0);
  const announce = useAnnounce();
  const toast = useToast();
  createEffect(() => {
    if (props.reveal !== undefined) setSought(props.reveal);
  });
  const save = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void props.document.flush(flushMillis).then((isSaved) =>
      toast(
        isSaved
          ? { icon: "check", tone: "ok", text: "All changes saved." }
          : {
              icon: "offline",
              text: "The room has not got everything yet. It is sent as soon as the connection is back.",
            },
      ),
    );
  };
  const switchTab = (leaves: boolean) => {
    setTabLeaves(leaves);
    announce.say(leaves ? "Tab leaves the editor." : "Tab indents.");
  };
  let handover: Handover | null = null;

  onMount(() => {
    const shared = props.document.text;
    const read = () => setText(shared.toJSON());
    shared.observe(read);
    read();
    onCleanup(() => shared.unobserve(read));
  });

  return (
    <DropTarget document={props.document} title={title()}>
      <EditorNotices document={props.document} hasFailed={monaco.hasFailed()} onRetry={monaco.retry} />
      <div class="editor-surface" onKeyDown={save}>
        <Show
          when={monaco.component()}
          fallback={
            <PlainEditor
              document={props.document}
              title={title()}
              reveal={sought()}
              quoted={props.quoted}
              onPoint={props.pointing?.choose}
              onCaret={setCaret}
              onLeave={(left) => (handover = left)}
            />
          }
        >
          {(Monaco) => {
            const Loaded = Monaco();
            return (
              <ErrorBoundary fallback={(error) => <Broken error={error} onBroken={monaco.fail} />}>
                <Loaded
                  document={props.document}
                  title={title()}
                  language={language().monaco}
                  findings={text() === "" ? [] : props.findings}
                  reader={props.reader}
                  handover={handover}
                  reveal={sought()}
                  quoted={props.quoted}
                  onPoint={props.pointing?.choose}
                  onApplyFix={props.onApplyFix}
                  onCaret={setCaret}
                  onTabMode={switchTab}
                />
              </ErrorBoundary>
            );
          }}
        </Show>
        <Show when={props.pointing}>
          {(pointing) => (
            <Suspense>
              <PointBar
                line={caret().line}
                isBusy={pointing().isBusy}
                onPoint={() => pointing().choose(caret().line, caret().line)}
                onCancel={() => pointing().cancel()}
              />
            </Suspense>
          )}
        </Show>
        <Show when={text() === ""}>
          <EmptyDocument
            name={props.document.name}
            example={props.example}
            mayWrite={!props.document.readOnly()}
            onInsert={(example) => replaceText(props.document.text, example.replace(/\r\n?/g, "\n"), byClick)}
          />
        </Show>
      </div>
      <Show when={isListOpen()}>
        <FindingList
          findings={props.findings}
          mayFix={!props.document.readOnly()}
          onApplyFix={props.onApplyFix}
          onReveal={(line, column) => setSought({ line, column })}
        />
      </Show>
      <Codebar
        caret={caret()}
        findings={props.findings.length}
        isListOpen={isListOpen()}
        onToggleList={() => setListAsked(!isListOpen())}
        tabLeaves={tabLeaves()}
        isPlain={isPlain()}
        isPlainChosen={isPlainChosen()}
        onChoosePlain={choosePlain}
        words={language().words}
        onDownload={() => download(props.document.name, text())}
      />
    </DropTarget>
  );
}

function Broken(props: { error: unknown; onBroken: () => void }) {
  onMount(() => {
    console.error("The code editor broke:", props.error);
    props.onBroken();
  });
  return null;
}
