import type { RoomEvent } from "@proofroom/domain/room/channel";
import { Match, Show, Suspense, Switch } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import type { Decided } from "../interview/held.ts";
import type { Answered } from "../interview/answers.ts";
import { HeldMessage, InterviewerMessage, TakenHint } from "../interview/lazy.ts";
import type { ThreadActions } from "../interview/thread-actions.ts";
import { KeptMessage } from "./Message.tsx";
import { continues, eventIcon, eventText } from "./thread-items.ts";

interface Props {
  event: RoomEvent;
  before: RoomEvent | undefined;
  hue: number;
  isOpen: boolean;
  answered: Answered | undefined;
  /** Of a message that was held: what staff decided. */
  decided: Decided | undefined;
  to: { name: string; text: string } | undefined;
  actions: ThreadActions;
  nameOf: (id: string) => string;
}

/** A message of a person or of the interviewer, or what happened between two. */
export function ThreadItem(props: Props) {
  const isMore = () => continues(props.event, props.before);
  const message = () => (props.event.type === "message" ? props.event : undefined);
  const said = () => (message()?.person === null ? message() : undefined);
  return (
    <Switch fallback={<Happened event={props.event} nameOf={props.nameOf} />}>
      <Match when={said()}>
        {(event) => (
          <Suspense
            fallback={<KeptMessage message={event()} isMore={isMore()} hue={1} to={undefined} onShow={() => {}} />}
          >
            <InterviewerMessage
              message={event()}
              isMore={isMore()}
              isOpen={props.isOpen}
              answered={props.answered}
              to={props.to}
              thread={props.actions}
            />
          </Suspense>
        )}
      </Match>
      <Match when={props.event.type === "held" && props.event}>
        {(held) => (
          <Suspense>
            <HeldMessage held={held()} decided={props.decided} />
          </Suspense>
        )}
      </Match>
      <Match when={message()}>
        {(event) => (
          <KeptMessage
            message={event()}
            isMore={isMore()}
            hue={props.hue}
            to={props.to}
            onShow={(seq) => props.actions.show(seq)}
          />
        )}
      </Match>
    </Switch>
  );
}

const Happened = (props: { event: RoomEvent; nameOf: (id: string) => string }) => (
  <>
    <p class="event">
      <Show when={eventIcon(props.event)}>{(icon) => <Icon name={icon()} small />}</Show>
      <span>{eventText(props.event, props.nameOf)}</span>
    </p>
    <Show when={props.event.type === "hint" && props.event}>
      {(hint) => (
        <Suspense>
          <TakenHint text={hint().text} />
        </Suspense>
      )}
    </Show>
  </>
);
