import { closeReport, type ReportKey } from "@proofroom/database/report-row";
import { readNotes } from "@proofroom/database/report-source";
import { keepStep } from "@proofroom/database/report-step";
import { RoomId } from "@proofroom/domain/id";
import { quotesToProve, type ReportTexts } from "@proofroom/domain/interview/report/report-proof";
import { setTimeout as pause } from "node:timers/promises";
import type { ReportDependencies } from "./report-dependencies.ts";
import { proveQuotes } from "./prove-quotes.ts";
import { writeFacts } from "./write-facts.ts";

/**
 * Keeps the texts that an attempt rests on, then hands it to Temporal; without one the server writes the facts. May be
 * called again for the same attempt: each part is done once. Whatever fails ends as a report that says so.
 */
export async function beginReport(deps: ReportDependencies, key: ReportKey, signal: AbortSignal): Promise<void> {
  try {
    const roomId = RoomId.parse(key.roomId);
    const texts = await textsOf(deps, roomId);
    await keepStep(deps.db, key, "texts", texts);
    const { engine } = deps;
    if ("off" in engine) return await writeFacts(deps, key, texts, `${alone} ${engine.off}`);
    const isStarted = await startSoon(engine, { roomId, attempt: key.attempt }, signal, deps.onError);
    if (!isStarted && !signal.aborted)
      await writeFacts(deps, key, texts, `${alone} Temporal cannot be reached. Press Retry when it is back.`);
  } catch (error) {
    // A server that stops leaves it to whoever looks next.
    if (signal.aborted) return;
    deps.onError(error);
    const reason = "The report could not be begun. Press Retry; if it fails again, look into the server's log.";
    await closeReport(deps.db, key, { status: "failed", reason }).catch(deps.onError);
  }
}

const alone = "Not judged: the facts were counted without Temporal.";

async function textsOf({ db, freeze }: ReportDependencies, roomId: RoomId): Promise<ReportTexts> {
  const [{ schema, api, design }, notes] = await Promise.all([freeze(roomId), readNotes(db, roomId)]);
  const final = { schema, api, design };
  const earlier = quotesToProve(notes).filter(({ document, version }) => final[document].version !== version);
  return { final, proven: await proveQuotes(db, roomId, earlier) };
}

const tries = 4;

async function startSoon(
  engine: Exclude<ReportDependencies["engine"], { off: string }>,
  input: Parameters<typeof engine.startReport>[0],
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<boolean> {
  for (let n = 1; ; n++) {
    try {
      await engine.startReport(input);
      return true;
    } catch (error) {
      if (n < tries) await pause(250 * 2 ** n, undefined, { signal });
      else {
        onError(error);
        return false;
      }
    }
  }
}
