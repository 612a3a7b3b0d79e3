import { createEffect, createMemo, createSignal, onCleanup, Show, Suspense } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { listText } from "../../ui/format.ts";
import { useToast } from "../../ui/toast.tsx";
import type { ThreadActions } from "../interview/thread-actions.ts";
import { AfterEnd, HintDrawer, StartCard } from "../interview/lazy.ts";
import { createMessageNews } from "./announce-messages.ts";
import { Composer } from "./Composer.tsx";
import { createOutbox } from "./outbox.ts";
import { Thread } from "./Thread.tsx";
import { whySilent } from "./why-silent.ts";

/** What is said in the room, and what one says; with the interviewer in it, its start, its hints and its end too. */
export function Chat(props: { actions: Omit<ThreadActions, "show" | "reply"> }) {
  const room = useRoom();
  const interview = useInterview();
  const toast = useToast();
  const [replyTo, setReplyTo] = createSignal<number>();
  const outbox = createOutbox({
    events: () => room.live().events,
    deliver: (request) => room.channel.chat(request),
    newId: () => crypto.randomUUID(),
    onNote: (text) => toast({ icon: "warning", text }),
  });
  onCleanup(room.channel.onOpen(() => outbox.resume()));
  onCleanup(
    room.channel.onLive((fact) => {
      // A message that was released arrives; sending a refused one again tells why.
      if (fact.type === "held-decided" && fact.decision === "refused") outbox.retry(fact.message);
    }),
  );
  createMessageNews(() => room.live().events, room.channel.isCaughtUp, room.me.id);

  const clock = () => interview.clock();
  const isPractice = () => room.mode === "practice";
  const isEnded = () => room.live().state === "ended";
  const isReported = () => clock().taken.length > 0 || room.live().events.some((event) => event.type === "report");
  const hasStarted = () => clock().phase !== null;
  const isToStart = () => isPractice() && interview.isLoaded() && !hasStarted() && !isEnded();
  const speaksHere = () => clock().policy === "interviewer" || clock().policy === "assistant";
  const isAsked = () => !isPractice() && speaksHere();
  const showsHints = () => hasStarted() && speaksHere() && !isEnded() && room.may("interview.hint");

  const nameOf = (id: string) => room.live().people.find((person) => person.id === id)?.name ?? "Somebody";
  const typing = () => {
    const names = room.typing().map(nameOf);
    return names.length === 0 ? "" : `${listText(names)} ${names.length === 1 ? "is" : "are"} writing…`;
  };
  const silence = () => {
    if (!speaksHere() || !hasStarted()) return "";
    if (clock().phase?.pausedAt !== null) return "The clock is paused";
    if (clock().muted) return "The interviewer is muted";
    const { waiting } = interview.voicing();
    if (waiting === "hint") return "Take your time. A hint is ready below.";
    if (waiting === "thinking") return "Thinking it through? Take your time.";
    return isPractice() ? "It asks when you pause typing" : "";
  };
  const whyNot = () => {
    if (room.may("chat.write")) return isToStart() ? "Press Start first" : undefined;
    return isEnded() ? "The room has ended" : "Observers read along";
  };
  const answered = () => {
    const event = room.live().events.find((one) => one.seq === replyTo());
    return event?.type === "message" ? event.text : undefined;
  };
  const focus = () => document.getElementById("say")?.focus();
  const reply = (seq: number) => {
    setReplyTo(seq);
    focus();
  };
  // Start takes its own button away; whoever pressed it goes on where the interviewer is answered. A touch would open the keyboard.
  // A pane has the focus only where nothing in it has.
  const hasLostFocus = () =>
    (document.activeElement ?? document.body).matches("body, [tabindex='-1']") && matchMedia("(pointer: fine)").matches;
  const mayAnswer = createMemo(() => isPractice() && hasStarted() && whyNot() === undefined);
  createEffect(() => {
    if (mayAnswer() && hasLostFocus()) focus();
  });
  const actions = () => (room.may("chat.write") && isAsked() ? { ...props.actions, reply } : props.actions);
  const send = (text: string) => {
    outbox.send(text, replyTo());
    setReplyTo(undefined);
  };

  return (
    <>
      <Show
        when={!isToStart()}
        fallback={
          <Suspense>
            <StartCard />
          </Suspense>
        }
      >
        <Thread
          live={room.live()}
          fieldId="say"
          me={room.me}
          drafts={outbox.drafts()}
          voicing={clock().policy === "advisor" ? undefined : interview.voicing()}
          actions={actions()}
          onRetry={outbox.retry}
          onDiscard={outbox.discard}
        />
      </Show>
      <Show when={showsHints()}>
        <Suspense>
          <HintDrawer />
        </Suspense>
      </Show>
      <Show
        when={!(isEnded() && isReported())}
        fallback={
          <Suspense>
            <AfterEnd />
          </Suspense>
        }
      >
        <Composer
          id="say"
          label={isPractice() ? "Answer" : "Message"}
          whyNot={whyNot()}
          typing={typing() || silence()}
          asks={isAsked()}
          whySilent={interview.isLoaded() ? whySilent(clock()) : null}
          isAlwaysMeant={isPractice()}
          replyTo={answered()}
          onDropReply={() => setReplyTo(undefined)}
          onSend={send}
          onTyping={() => room.channel.typing()}
        />
      </Show>
    </>
  );
}
