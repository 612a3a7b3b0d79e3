import { RoomGate } from "../features/room/RoomGate.tsx";
import { RoomScreen } from "../features/room/RoomScreen.tsx";

export const RoomPage = () => (
  <RoomGate what="Room">{(problem, again) => <RoomScreen problem={problem()} onRetryProblem={again} />}</RoomGate>
);
