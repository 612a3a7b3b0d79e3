import { createMemo } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";

/** In the place of the composer once nobody can write any more: what became of the interview. */
export function AfterEnd() {
  const room = useRoom();
  const status = createMemo(() => {
    const last = room.live().events.findLast((event) => event.type === "report");
    return last?.type === "report" ? last.status : "writing";
  });
  const words = {
    writing: "The report is being written. It quotes what you wrote, said and ran.",
    ready: "The report is ready: what was covered, each statement with its quote.",
    failed: "The report could not be written. Open it to see why and to try again.",
  };
  return (
    <div class="composer after-end">
      <p class="hstack">
        <Icon name={status() === "writing" ? "running" : status() === "ready" ? "passed" : "warning"} />
        <span>{words[status()]}</span>
      </p>
      <div class="wrap">
        <a class="btn" href={`/rooms/${room.id}/report`}>
          Open the report
        </a>
        <a class="btn quiet only-phone" href={`/rooms/${room.id}/results`}>
          Results
        </a>
      </div>
    </div>
  );
}
