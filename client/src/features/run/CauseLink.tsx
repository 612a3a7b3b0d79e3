import type { RunId } from "@proofroom/domain/id";
import { useRoom } from "../../data/room.tsx";
import { causePath } from "../cause/invite.ts";

/** The page that follows a test to its cause. */
export function CauseLink(props: { run: RunId; test: string }) {
  const room = useRoom();
  return (
    <a href={causePath(room.id, props.run, props.test)}>Follow it to its cause: request, statements, plans and log</a>
  );
}
