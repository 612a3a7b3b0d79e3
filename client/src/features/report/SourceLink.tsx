import { Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { type Cited, sourceText, useSources } from "./sources.tsx";

/** What a statement rests on, verbatim; opens it where and as it stood then. */
export function SourceLink(props: Cited) {
  const sources = useSources();
  const cited = (): Cited => ({ source: props.source, quote: props.quote, staff: props.staff });
  const quote = () => props.quote?.trim() ?? "";
  return (
    <Show
      when={quote() !== ""}
      fallback={
        <button type="button" class="btn compact source-open" onClick={() => sources.open(cited())}>
          <Icon name={props.source.document ?? "reply"} small />
          {sourceText(cited(), sources)}
        </button>
      }
    >
      <button type="button" class="quote report-quote" onClick={() => sources.open(cited())}>
        <small>{sourceText(cited(), sources)}</small>
        <span classList={{ said: props.source.kind === "message" }}>{quote()}</span>
      </button>
    </Show>
  );
}
