import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { Match, Switch, untrack } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { DocumentSource } from "./DocumentSource.tsx";
import { MessageSource } from "./MessageSource.tsx";
import { ResultSource } from "./ResultSource.tsx";
import { type Cited, sourceText, useSources } from "./sources.tsx";
import "./source.css";

/** Where a quote stands, as it stood then, beside the report. Focus returns to the quote. */
export function SourceDialog(props: { cited: Cited; from: Element | null; onClose: () => void }) {
  const sources = useSources();
  const source = () => props.cited.source;
  const opener = untrack(() => props.from);
  const goBack = (event: Event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement) opener.focus();
  };
  return (
    <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="scrim" />
        <Kobalte.Content class="source-side" onCloseAutoFocus={goBack}>
          <header>
            <Icon name={source().document ?? (source().kind === "message" ? "chat" : "play")} />
            <Kobalte.Title as="h2">{sourceText(props.cited, sources)}</Kobalte.Title>
            <Kobalte.CloseButton class="btn quiet icon-only push" aria-label="Close">
              <Icon name="x" />
            </Kobalte.CloseButton>
          </header>
          <Switch>
            <Match when={source().kind === "document" && source().document}>
              {(document) => (
                <DocumentSource
                  document={document()}
                  version={source().version}
                  line={source().line}
                  quote={props.cited.quote}
                />
              )}
            </Match>
            <Match when={source().kind === "message" && source().seq}>
              {(seq) => <MessageSource seq={seq()} isStaff={source().staff === true} />}
            </Match>
            <Match when={source().kind === "result" && source().runId}>
              {(runId) => <ResultSource runId={runId()} name={source().name} />}
            </Match>
          </Switch>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
