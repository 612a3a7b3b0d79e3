import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { ResultsScreen } from "../features/results/ResultsScreen.tsx";
import { RoomGate } from "../features/room/RoomGate.tsx";
import { type Asked, valueOf } from "../data/asked.ts";
import { useRoom } from "../data/room.tsx";
import { Top } from "../ui/Top.tsx";

/** What a room came to, to be read next week as well. */
export const ResultsPage = () => <RoomGate what="Results">{(problem) => <Results problem={problem()} />}</RoomGate>;

function Results(props: { problem: Asked<PublicProblem> }) {
  const room = useRoom();
  return (
    <>
      <Top />
      <ResultsScreen title={valueOf(props.problem)?.title ?? room.problem} />
    </>
  );
}
