import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import { For, onMount, Show } from "solid-js";
import { fetchDocument } from "../../data/api.ts";
import { createAsked, refusalOf, valueOf } from "../../data/asked.ts";
import { useRoom } from "../../data/room.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";

interface Props {
  document: DocumentName;
  version: DocumentVersion | undefined;
  line: number | undefined;
  quote: string | undefined;
}

/** The document at the version that was quoted, with the quoted lines in sight. */
export function DocumentSource(props: Props) {
  const room = useRoom();
  const [text, ask] = createAsked(
    () => ({ document: props.document, version: props.version }),
    ({ document, version }) => fetchDocument(room.id, document, version),
  );
  const last = () => (props.line ?? 0) + (props.quote?.trim().split("\n").length ?? 1) - 1;
  const isQuoted = (line: number) => props.line !== undefined && line >= props.line && line <= last();
  return (
    <>
      <p class="muted small source-note">
        {props.version === undefined ? "As it was left." : `As it stood at version ${props.version}.`}
      </p>
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
          <Show when={read().text !== ""} fallback={<p class="card-body muted">Nothing was written here then.</p>}>
            <div class="code" tabindex="0" role="region" aria-label="The document">
              <For each={read().text.split("\n")}>
                {(line, n) => <Line text={line} isQuoted={isQuoted(n() + 1)} isFirst={n() + 1 === props.line} />}
              </For>
            </div>
          </Show>
        )}
      </Show>
    </>
  );
}

function Line(props: { text: string; isQuoted: boolean; isFirst: boolean }) {
  let line: HTMLDivElement | undefined;
  onMount(() => {
    if (props.isFirst) line?.scrollIntoView({ block: "center" });
  });
  return (
    <div class="ln" classList={{ quoted: props.isQuoted }} ref={(element) => (line = element)}>
      <Show when={props.isQuoted} fallback={<span>{props.text === "" ? " " : props.text}</span>}>
        <mark>{props.text === "" ? " " : props.text}</mark>
      </Show>
    </div>
  );
}
