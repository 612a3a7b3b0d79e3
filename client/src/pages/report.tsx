import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { ReportScreen } from "../features/report/ReportScreen.tsx";
import { RoomGate } from "../features/room/RoomGate.tsx";
import { type Asked, valueOf } from "../data/asked.ts";
import { useRoom } from "../data/room.tsx";
import { Top } from "../ui/Top.tsx";

/** What an interview came to: counted facts, each with what proves it. */
export const ReportPage = () => <RoomGate what="Report">{(problem) => <ReportOf problem={problem()} />}</RoomGate>;

function ReportOf(props: { problem: Asked<PublicProblem> }) {
  const room = useRoom();
  return (
    <>
      <Top />
      <ReportScreen title={valueOf(props.problem)?.title ?? room.problem} />
    </>
  );
}
