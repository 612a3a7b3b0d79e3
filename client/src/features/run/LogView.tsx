import type { RunLogLine } from "@proofroom/domain/run/run";
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { countText, logTime } from "../../ui/format.ts";

const linePixels = 18;
const margin = 12;

/** Up to 5,000 lines of which only the visible are drawn. It follows the end until somebody scrolls up. */
export function LogView(props: { lines: readonly RunLogLine[]; dropped: number }) {
  const [top, setTop] = createSignal(0);
  const [height, setHeight] = createSignal(400);
  const [isFollowing, setFollowing] = createSignal(true);
  const [term, setTerm] = createSignal("");
  const found = createMemo(() => {
    const wanted = term().trim().toLowerCase();
    if (wanted === "") return props.lines;
    return props.lines.filter((line) => `${line.component} ${line.line}`.toLowerCase().includes(wanted));
  });
  const first = () => Math.max(0, Math.floor(top() / linePixels) - margin);
  const visible = createMemo(() => found().slice(first(), first() + Math.ceil(height() / linePixels) + 2 * margin));
  const numberOf = (line: RunLogLine) => props.dropped + props.lines.indexOf(line) + 1;
  let box: HTMLDivElement | undefined;

  const toEnd = () => {
    if (box !== undefined) box.scrollTop = box.scrollHeight;
  };
  const onScroll = () => {
    if (box === undefined) return;
    setTop(box.scrollTop);
    setFollowing(box.scrollHeight - box.scrollTop - box.clientHeight < 2 * linePixels);
  };
  onMount(() => {
    const shown = box;
    if (shown === undefined) return;
    const watcher = new ResizeObserver(() => setHeight(shown.clientHeight));
    watcher.observe(shown);
    onCleanup(() => watcher.disconnect());
    toEnd();
  });
  createEffect(
    on([() => props.lines.length, isFollowing], () => {
      if (isFollowing()) queueMicrotask(toEnd);
    }),
  );

  return (
    <div class="logpane">
      <div class="logbar">
        <span class="grow clip">
          {countText(props.lines.length, "line")}
          <Show when={props.dropped > 0}>, the first {props.dropped} are dropped</Show>
          <Show when={term().trim() !== ""}>
            , {found().length} with “{term().trim()}”
          </Show>
        </span>
        <input
          class="input"
          type="search"
          placeholder="Search"
          aria-label="Search the log"
          value={term()}
          onInput={(event) => setTerm(event.currentTarget.value)}
        />
        <button
          type="button"
          class="btn compact"
          aria-pressed={isFollowing()}
          onClick={() => setFollowing((before) => !before)}
        >
          Follow
        </button>
      </div>
      <div
        class="logbox"
        ref={(element) => (box = element)}
        onScroll={onScroll}
        tabindex="0"
        role="region"
        aria-label="Log"
      >
        <Show when={props.lines.length === 0}>
          <p class="run-message muted">Nothing logged yet.</p>
        </Show>
        <div style={{ "block-size": `${found().length * linePixels}px` }} />
        <ol class="log" style={{ "inset-block-start": `${first() * linePixels}px` }}>
          <For each={visible()}>
            {(line) => (
              <li data-l={line.stream === "stderr" ? "error" : undefined}>
                <span class="muted">L{numberOf(line)}</span>
                <time>{logTime(line.at)}</time>
                <span class="clip" title={line.component}>
                  {line.component}
                </span>
                <span>{line.line}</span>
              </li>
            )}
          </For>
        </ol>
      </div>
    </div>
  );
}
