import type { HintLevel } from "@proofroom/domain/interview/speech";
import { createEffect, createSignal, createUniqueId, For, on, Match, Show, Switch } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { takeHint } from "../../data/interview-api.ts";
import { useRoom } from "../../data/room.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { levelTitles } from "./names.ts";
import { Words } from "./Words.tsx";
import { ownCosts, ownPrices, prices } from "./words.ts";

const ladder: HintLevel[] = ["nudge", "pointed", "partial"];

/** The ladder of hints for what is asked now: each rung names its price before it is taken. */
export function HintDrawer() {
  const room = useRoom();
  const interview = useInterview();
  const announce = useAnnounce();
  const [isOpen, setOpen] = createSignal(room.mode === "practice" && innerHeight >= 720);
  const [isBusy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal("");
  const hints = () => interview.view()?.hints;
  const taken = (level: HintLevel) => hints()?.taken.find((one) => one.level === level);
  // Its words stand here alone while it is taken: whoever took it, all should see them.
  createEffect(
    on(
      () => hints()?.taken.length,
      (count = 0, before) => {
        if (before !== undefined && count > before) setOpen(true);
      },
    ),
  );
  const headId = createUniqueId();
  const next = () => hints()?.next ?? null;
  const isOwnMark = () => room.mode === "practice" && interview.view()?.voice === "rules";
  const price = (level: HintLevel) => (isOwnMark() ? ownPrices : prices)[level];
  const cost = (rung: { level: HintLevel; cost: string }) => (isOwnMark() ? ownCosts[rung.level] : rung.cost);
  const mayTake = (level: HintLevel) =>
    room.may("interview.hint") && (level !== "partial" || room.may("interview.partial-hint"));

  const take = async () => {
    if (isBusy()) return;
    setBusy(true);
    setRefused("");
    const answer = await takeHint(room.id);
    setBusy(false);
    if (answer.ok) announce.say(`Hint: ${answer.value.text}`);
    else setRefused(answer.message);
  };

  return (
    <section class="hints" aria-label="Hints" tabindex="-1" data-focus-next={headId}>
      <button type="button" class="hints-head" id={headId} aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
        <Icon name={isOpen() ? "chevron-down" : "chevron-right"} small />
        <b class="strong">Hints</b>
        <span class="muted small push">{hints()?.taken.length ?? 0} of 3 shown, noted in the report</span>
      </button>
      <Show when={isOpen()}>
        <Show
          when={hints()?.item}
          fallback={<p class="muted small hints-none">There is nothing to hint at now. Ask, or write on.</p>}
        >
          <ol class="rows">
            <For each={ladder}>
              {(level, n) => (
                <Switch
                  fallback={
                    <li class="hint">
                      <i>{n() + 1}</i>
                      <span class="muted">{levelTitles[level]}</span>
                      <span class="muted small">
                        {n() === 0 ? "" : `after hint ${n()}, `}
                        {mayTake(level) ? price(level) : "released by staff"}
                      </span>
                    </li>
                  }
                >
                  <Match when={taken(level)}>
                    {(hint) => (
                      <li class="hint">
                        <Icon name="passed" />
                        <span class="strong">{levelTitles[level]}</span>
                        <span class="chip">{price(level)}</span>
                        <p>
                          <Words text={hint().text} />
                        </p>
                      </li>
                    )}
                  </Match>
                  <Match when={next()?.level === level && next()}>
                    {(rung) => (
                      <li class="hint">
                        <i>{n() + 1}</i>
                        <span>{levelTitles[level]}</span>
                        <Show when={mayTake(level)} fallback={<span class="muted small">released by staff</span>}>
                          <button
                            type="button"
                            class="btn compact"
                            aria-disabled={isBusy()}
                            onClick={() => void take()}
                          >
                            Show, {price(level)}
                          </button>
                        </Show>
                        <p class="muted small">
                          {mayTake(level) ? cost(rung()) : "Ask the interviewer of this room to release it."}
                        </p>
                      </li>
                    )}
                  </Match>
                </Switch>
              )}
            </For>
          </ol>
        </Show>
        <Show when={refused()}>
          <p class="field-error hints-none" role="status">
            <Icon name="warning" small />
            {refused()}
          </p>
        </Show>
      </Show>
    </section>
  );
}
