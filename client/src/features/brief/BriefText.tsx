import { createResource, For, Match, Show, Switch } from "solid-js";
import { idle } from "../../ui/idle.ts";
import { whenEditorIsThere } from "../editor/arrival.ts";
import { plainBrief } from "./plain-brief.ts";

/** The brief as plain blocks at once, and as formatted text when the editor is there and its reader has come. */
export function BriefText(props: { markdown: string }) {
  const [html] = createResource(
    () => props.markdown,
    async (markdown) => {
      await whenEditorIsThere;
      await idle();
      // Without its reader the brief stays plain text.
      const reader = await import("./render-markdown.ts").catch(() => null);
      return reader === null ? "" : reader.renderMarkdown(markdown);
    },
    { initialValue: "" },
  );
  return (
    <Show when={html.latest !== "" && html.latest} fallback={<PlainBrief markdown={props.markdown} />}>
      {(text) => (
        // eslint-disable-next-line solid/no-innerhtml -- written by the project, rendered with html: false
        <div class="brief" innerHTML={text()} />
      )}
    </Show>
  );
}

const PlainBrief = (props: { markdown: string }) => (
  <div class="brief">
    <For each={plainBrief(props.markdown)}>
      {(block) => (
        <Switch>
          <Match when={block.kind === "heading" && block.text}>{(text) => <h2>{text()}</h2>}</Match>
          <Match when={block.kind === "paragraph" && block.text}>{(text) => <p>{text()}</p>}</Match>
          <Match when={block.kind === "list" && block.items}>
            {(items) => (
              <ul>
                <For each={items()}>{(item) => <li>{item}</li>}</For>
              </ul>
            )}
          </Match>
        </Switch>
      )}
    </For>
  </div>
);
