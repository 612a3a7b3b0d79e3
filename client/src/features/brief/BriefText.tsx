import { createResource, Show } from "solid-js";
import { idle } from "../../ui/idle.ts";

/** The brief as plain paragraphs at once, and as formatted text when its reader has come. */
export function BriefText(props: { markdown: string }) {
  const [html] = createResource(
    () => props.markdown,
    async (markdown) => {
      await idle();
      // Without its reader the brief stays plain text.
      const reader = await import("./render-markdown.ts").catch(() => null);
      return reader === null ? "" : reader.renderMarkdown(markdown);
    },
    { initialValue: "" },
  );
  return (
    <Show
      when={html.latest !== "" && html.latest}
      fallback={
        <div class="brief" style={{ "white-space": "pre-wrap" }}>
          {props.markdown}
        </div>
      }
    >
      {(text) => (
        // eslint-disable-next-line solid/no-innerhtml -- written by the project, rendered with html: false
        <div class="brief" innerHTML={text()} />
      )}
    </Show>
  );
}
