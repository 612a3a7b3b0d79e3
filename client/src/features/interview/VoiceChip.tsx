import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { lazilyAbove } from "../../ui/lazily.tsx";
import { policyNames } from "./names.ts";
import { policyWords, practiceMeans, voiceWords } from "./words.ts";

const PolicyDialog = lazilyAbove(() => import("./PolicyDialog.tsx").then((m) => m.PolicyDialog));

/** In a word, whether and how an AI takes part; on a press what that means, why this voice, and the way to change it. */
export function VoiceChip() {
  const room = useRoom();
  const interview = useInterview();
  const [isOpen, setOpen] = createSignal(false);
  const [isChoosing, setChoosing] = createSignal(false);
  const policy = () => interview.clock().policy;
  const voice = () => {
    const now = interview.view()?.voice;
    return now === undefined || now === "none" || policy() === "off" ? undefined : voiceWords[now];
  };
  const label = () =>
    room.mode === "practice" ? (voice()?.chip ?? policyWords[policy()].chip) : policyWords[policy()].chip;
  /** In practice there is nothing to choose, but a way back for a room that was set otherwise. */
  const mayChoose = () => room.may("interview.policy") && (room.mode !== "practice" || policy() !== "interviewer");
  let root: HTMLSpanElement | undefined;
  let chip: HTMLButtonElement | undefined;
  const close = (event: Event) => {
    const isKey = event instanceof KeyboardEvent;
    if (isKey ? event.key === "Escape" : !root?.contains(event.target instanceof Node ? event.target : null))
      setOpen(false);
  };
  createEffect(() => {
    if (!isOpen()) return;
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    onCleanup(() => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    });
  });
  return (
    <span class="pill-place voice-place" ref={(element) => (root = element)}>
      <button
        type="button"
        class="chip"
        ref={(element) => (chip = element)}
        aria-expanded={isOpen()}
        aria-controls="voice-details"
        onClick={() => setOpen((before) => !before)}
      >
        <Show when={interview.clock().muted}>
          <Icon name="mute" small />
          <span class="sr">muted, </span>
        </Show>
        <span class="clip">{label()}</span>
      </button>
      <Show when={isOpen()}>
        <div class="popover" id="voice-details" role="group" aria-label="The AI interviewer">
          <p>
            <b class="strong">{policyNames[policy()]}.</b>{" "}
            {room.mode === "practice" && policy() === "interviewer" ? practiceMeans : policyWords[policy()].means}
          </p>
          <Show when={voice()}>
            {(words) => (
              <p>
                <b class="strong">Voice: {words().label}.</b> {words().means}
              </p>
            )}
          </Show>
          <Show when={policy() !== "off" && interview.view()?.voiceReason}>
            {(reason) => <p class="muted">{reason()}</p>}
          </Show>
          <Show when={interview.clock().muted}>
            <p class="muted">It is muted and says nothing by itself.</p>
          </Show>
          <Show when={mayChoose()}>
            <div class="wrap">
              <button
                type="button"
                class="btn compact"
                onClick={() => {
                  chip?.focus();
                  setOpen(false);
                  setChoosing(true);
                }}
              >
                Change
              </button>
            </div>
          </Show>
        </div>
      </Show>
      <Show when={isChoosing()}>
        <PolicyDialog onClose={() => setChoosing(false)} />
      </Show>
    </span>
  );
}
