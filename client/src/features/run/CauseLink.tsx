import type { RunId } from "@proofroom/domain/id";
import { useRoom } from "../../data/room.tsx";
import { causePath } from "../cause/invite.ts";

/** The page that follows a test to its cause. */
export function CauseLink(props: { run: RunId; test: string }) {
  const room = useRoom();
  return (
    <div class="wrap">
      <a class="btn compact" href={causePath(room.id, props.run, props.test)}>
        Follow it to its cause
      </a>
    </div>
  );
}
