import type { Database } from "@proofroom/database/schema";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import type { Kysely } from "kysely";
import type { VersionedText } from "../../documents/text.ts";
import type { Engine } from "../../runs/engine.ts";
import type { Packs } from "../packs.ts";
import type { Reader } from "../reading/reader.ts";

/** All that writing and showing reports needs of the server. */
export interface ReportDependencies {
  db: Kysely<Database>;
  /** What is missing, as a sentence, where there is no Temporal: then the server counts the facts itself. */
  engine: Engine | { off: string };
  freeze: (roomId: RoomId) => Promise<Record<DocumentName, VersionedText>>;
  reader: Pick<Reader, "readNow">;
  packs: Packs;
  problems: readonly PublicProblem[];
  /** Whether a key for Claude is set, so that Retry may bring marks. */
  hasKey: boolean;
  onError: (error: unknown) => void;
}
