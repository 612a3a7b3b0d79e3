import { createResource, Show } from "solid-js";

/** The brief as plain paragraphs at once, and as formatted text when its reader has come. */
export function BriefText(props: { markdown: string }) {
  const [html] = createResource(
    () => props.markdown,
    async (markdown) => {
      await idle();
      const { renderMarkdown } = await import("./render-markdown.ts");
      return renderMarkdown(markdown);
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

/** After the editor's first work: the reader must not compete with it for the line. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: 3_000 });
    else setTimeout(resolve, 500);
  });
