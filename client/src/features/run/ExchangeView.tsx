import type { Exchange } from "@proofroom/domain/judge/result";
import { For, Show } from "solid-js";
import { millisText } from "../../ui/format.ts";

interface Props {
  title: string;
  request: Exchange["request"];
  response: Exchange["response"] | undefined;
  millis?: number | undefined;
}

function lines(text: string | undefined): string[] {
  if (text === undefined || text === "") return [];
  try {
    return JSON.stringify(JSON.parse(text), null, 2).split("\n");
  } catch {
    return text.split("\n");
  }
}

const headers = (all: Record<string, string>): string[] =>
  Object.entries(all).map(([name, value]) => `${name}: ${value}`);

/** A request and its answer as they went over the wire. */
export const ExchangeView = (props: Props) => (
  <div class="proof">
    <header>
      {props.title}
      <Show when={props.millis}>{(millis) => <span class="push">{millisText(millis())}</span>}</Show>
    </header>
    <div class="code bare" role="region" aria-label={props.title} tabindex="0">
      <Line text={`${props.request.method} ${props.request.path}`} isHead />
      <For each={[...headers(props.request.headers), ...lines(props.request.body)]}>
        {(text) => <Line text={text} />}
      </For>
      <Line text=" " />
      <Show when={props.response} fallback={<Line text="No answer came." isHead />}>
        {(response) => (
          <>
            <Line text={String(response().status)} isHead />
            <For each={[...headers(response().headers), ...lines(response().body)]}>
              {(text) => <Line text={text} />}
            </For>
          </>
        )}
      </Show>
    </div>
  </div>
);

const Line = (props: { text: string; isHead?: boolean }) => (
  <div class="ln">
    <span classList={{ h: props.isHead === true }}>{props.text}</span>
  </div>
);
