import { Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";
import { type Cited, sourceText, useSources } from "./sources.tsx";

/** What a statement rests on, verbatim; opens it where and as it stood then. */
export function SourceLink(props: Cited) {
  const sources = useSources();
  const cited = (): Cited => ({ source: props.source, quote: props.quote });
  const quote = () => props.quote?.trim() ?? "";
  return (
    <Show when={quote() !== ""} fallback={<SourceButton cited={cited()} />}>
      <button type="button" class="quote report-quote" onClick={() => sources.open(cited())}>
        <small>{sourceText(cited(), sources)}</small>
        <span classList={{ said: props.source.kind === "message" }}>{quote()}</span>
      </button>
    </Show>
  );
}

/** Where there are no words to quote: the place alone. */
export function SourceButton(props: { cited: Cited }) {
  const sources = useSources();
  const icon = (): IconName => {
    const { kind, document } = props.cited.source;
    return document ?? (kind === "message" ? "chat" : "play");
  };
  // The statement names the test already.
  const place = (): Cited => {
    const { source } = props.cited;
    return source.kind === "result" ? { source: { kind: "result", runId: source.runId } } : props.cited;
  };
  return (
    <button type="button" class="btn compact source-open" onClick={() => sources.open(props.cited)}>
      <Icon name={icon()} small />
      {sourceText(place(), sources)}
    </button>
  );
}
