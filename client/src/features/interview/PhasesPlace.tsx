import { Show, Suspense } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { Phases } from "./lazy.ts";

/** Keeps the place of the phases until they are there, so that the problem below does not jump. */
export function PhasesPlace() {
  const interview = useInterview();
  return (
    <div class="phases">
      <Show when={interview.isLoaded()}>
        <Suspense>
          <Phases />
        </Suspense>
      </Show>
    </div>
  );
}
