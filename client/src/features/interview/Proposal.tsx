import { type PhaseId, phaseAfter } from "@proofroom/domain/interview/phase";
import { Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { createMoves } from "./moves.ts";
import { phaseTitles } from "./names.ts";

/** The interviewer proposes the next phase, a person presses it; gone once the room is there or past it. */
export function Proposal(props: { phase: PhaseId }) {
  const room = useRoom();
  const interview = useInterview();
  const { move, isBusy } = createMoves();
  /** The phase under way, while the proposed one is next. */
  const before = () => {
    const { phase } = interview.clock();
    return phase !== null && phaseAfter(phase.id) === props.phase && room.may("interview.clock") ? phase.id : null;
  };
  return (
    <Show when={before()}>
      {(from) => (
        <div class="wrap">
          <button
            type="button"
            class="btn compact"
            aria-disabled={isBusy()}
            onClick={() => void move({ move: "next", from: from() })}
          >
            <Icon name="next" small />
            Go to {phaseTitles[props.phase]}
          </button>
        </div>
      )}
    </Show>
  );
}
