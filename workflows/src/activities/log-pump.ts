import type { Database } from "@proofroom/database/schema";
import type { RunId } from "@proofroom/domain/id";
import type { LogLine } from "@proofroom/domain/infrastructure/control";
import type { Told } from "@proofroom/domain/run/told";
import { type Kysely, sql } from "kysely";
import type { Control } from "../targets/local/control.ts";
import type { Teller } from "./teller.ts";

const everyMillis = 200;
const keptBytes = 5_000_000;
const keptOfALine = 4_000;

/**
 * Follows a deployment's log into the run's story until it is disposed, then takes what is left. A line's number is its
 * fact's id, so whichever activity follows next goes on where the last one stopped. Only the first 5 MB are kept.
 */
export async function followLog(
  db: Kysely<Database>,
  runId: RunId,
  teller: Pick<Teller, "tell">,
  control: Pick<Control, "logs">,
): Promise<AsyncDisposable> {
  const known = await sql<{ n: number | null; bytes: string | null }>`
    select max(split_part(event_id, '/', 2)::int) as n, sum(octet_length(payload->>'line')) as bytes
    from run_event where run_id = ${runId} and type = 'log' and event_id like 'log/%'`.execute(db);
  let after = known.rows[0]?.n ?? 0;
  let bytes = Number(known.rows[0]?.bytes ?? 0);

  const take = async (): Promise<void> => {
    // A supervisor that is gone has no more lines; what it means for the run is for others to say.
    const lines = await control.logs(after).catch(() => []);
    for (const line of lines) {
      after = line.n;
      if (bytes >= keptBytes) continue;
      bytes += Buffer.byteLength(line.line);
      teller.tell(told(line, bytes >= keptBytes));
    }
    if (lines.length === 1000) await take();
  };
  let last: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => (last = last.then(take));
  const timer = setInterval(() => void next(), everyMillis);
  return {
    [Symbol.asyncDispose]: () => {
      clearInterval(timer);
      return next();
    },
  };
}

function told({ n, at, component, stream, line }: LogLine, isLast: boolean): Told {
  const kept = isLast ? "The log is longer than 5 MB; the rest is not kept." : line.slice(0, keptOfALine);
  return { eventId: `log/${n}`, fact: { type: "log", component, stream, line: kept, said: at } };
}
