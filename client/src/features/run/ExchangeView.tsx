import type { Exchange } from "@proofroom/domain/judge/result";
import { For, Show } from "solid-js";
import { countText, millisText } from "../../ui/format.ts";

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
      <Message headers={props.request.headers} body={props.request.body} />
      <Line text=" " />
      <Show when={props.response} fallback={<Line text="No answer came." isHead />}>
        {(response) => (
          <>
            <Line text={String(response().status)} isHead />
            <Message headers={response().headers} body={response().body} />
          </>
        )}
      </Show>
    </div>
  </div>
);

/** The body is what a reader looks for; the headers are below it, and opened by a click. */
const Message = (props: { headers: Record<string, string>; body: string | undefined }) => (
  <>
    <For each={lines(props.body)}>{(text) => <Line text={text} />}</For>
    <Show when={headers(props.headers).length > 0}>
      <details class="heads">
        <summary>{countText(headers(props.headers).length, "header")}</summary>
        <For each={headers(props.headers)}>{(text) => <Line text={text} />}</For>
      </details>
    </Show>
  </>
);

const Line = (props: { text: string; isHead?: boolean }) => (
  <div class="ln">
    <span classList={{ h: props.isHead === true }}>{props.text}</span>
  </div>
);
