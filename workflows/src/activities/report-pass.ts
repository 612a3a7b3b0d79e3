import { type ReportKey, tellReport } from "@proofroom/database/report-row";
import { type Dimension } from "@proofroom/domain/interview/dimension";
import { beating } from "./beating.ts";
import type { Deps } from "./deps.ts";
import { askOnce } from "./report-ask.ts";
import { claimsOf } from "./report-claims.ts";
import { nonceOf } from "./report-fence.ts";
import { reportMaterial } from "./report-material.ts";
import { PassAnswer, passRequest } from "./report-pass-prompt.ts";

export interface PassInput extends ReportKey {
  pass: 1 | 2 | 3;
  dimensions: Dimension[];
  /** Only these are marked again. */
  only?: Dimension[];
}

const titles = { 1: "Marking, first pass", 2: "Marking, second pass", 3: "Marking again where the passes disagree" };

/** One blind pass over the evidence. Where there is none, nobody is asked. */
export const reportPass =
  (deps: Pick<Deps, "db" | "problemsDir" | "log" | "ai">) =>
  async ({ pass, dimensions, only = dimensions, ...key }: PassInput): Promise<void> => {
    using _beating = beating();
    const done = dimensions.length + pass;
    await tellReport(deps.db, key, { id: `pass/${pass}`, step: titles[pass], done, of: dimensions.length + 4 });
    const { source, room, names } = await reportMaterial(deps, key);
    const { claims } = await claimsOf(deps, key, source, dimensions);
    const items = source.items.filter(
      ({ id, skill }) => only.includes(skill) && claims.some(({ item }) => item === id),
    );
    if (items.length === 0) return;
    await askOnce(deps, key, {
      step: `pass/${pass}`,
      ownerId: room.ownerId,
      request: passRequest(items, claims, { pass, names, nonce: nonceOf(key.roomId, source.texts) }),
      read: (value) => PassAnswer.safeParse(value).data ?? null,
    });
  };
