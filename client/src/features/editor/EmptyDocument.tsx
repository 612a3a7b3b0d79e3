import type { DocumentName } from "@proofroom/domain/document/document";
import { Show } from "solid-js";

const asks: Record<DocumentName, string> = {
  schema: "Write your tables as PostgreSQL DDL, or drop a .sql file.",
  api: "Write one endpoint a line, POST /things {name: string} -> 201 {id}, or OpenAPI in YAML or JSON, or drop a file.",
  design: "Write your design as Markdown. The first mermaid flowchart in it is what gets deployed.",
};

/** Lies over an empty document: for whoever may write, what belongs here and an example. Typing goes through it. */
export function EmptyDocument(props: {
  name: DocumentName;
  example: string | undefined;
  mayWrite: boolean;
  onInsert: (example: string) => void;
}) {
  return (
    <div class="editor-empty">
      <p>{props.mayWrite ? asks[props.name] : "Nothing is written here."}</p>
      <Show when={props.mayWrite && props.example}>
        {(example) => (
          <>
            <button type="button" class="btn compact" onClick={() => props.onInsert(example())}>
              Insert example
            </button>
            <pre aria-hidden="true">{example()}</pre>
          </>
        )}
      </Show>
    </div>
  );
}
