import { Show } from "solid-js";
import { fetchUsage } from "../../data/api.ts";
import { createAsked, valueOf } from "../../data/asked.ts";
import { countText } from "../../ui/format.ts";

const money = (dollars: number): string => `$${dollars.toFixed(2)}`;

/** What Claude's words cost one today; nothing where none was asked for, as without a key. */
export function Usage() {
  const [usage] = createAsked(() => true, fetchUsage);
  const paid = () => {
    const told = valueOf(usage());
    return told !== undefined && told.turns > 0 ? told : undefined;
  };
  return (
    <Show when={paid()}>
      {(told) => (
        <p class="muted small">
          AI: {countText(told().turns, "turn")}, {money(told().costUsd)} of {money(told().budgetUsd)} today
        </p>
      )}
    </Show>
  );
}
