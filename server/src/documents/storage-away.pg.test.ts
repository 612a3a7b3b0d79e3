import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseAway } from "@proofroom/database/away";
import { openDatabase } from "@proofroom/database/open";
import { migrate } from "@proofroom/migrations/migrate";
import { type Postgres, startPostgres } from "@proofroom/postgres/start";
import { expect, test } from "vitest";
import { openRoom } from "./harness.ts";

test("while Postgres is gone nothing is acknowledged; once it is back everything is there", async () => {
  const folder = await mkdtemp("/var/tmp/proofroom-away-");
  const settings = { fsync: "off" };
  let postgres: Postgres = await startPostgres({ dataDir: join(folder, "postgres"), settings });
  const { port } = postgres;
  try {
    await using database = openDatabase(postgres.url, 5, () => {});
    await migrate(database.db);
    await using room = await openRoom(database.db);
    const ada = room.client(room.owner, { ours: true });
    const bob = room.client(room.guest("candidate"), { ours: true });
    await Promise.all([ada.synced(), bob.synced()]);
    ada.text.insert(0, "kept ");
    await Promise.all([bob.reads("kept "), ada.until(() => ada.told.committed === 2)]);

    process.kill(postgres.pid, "SIGKILL");
    await postgres.exited;
    ada.text.insert(5, "waits");
    const isAway = (told: Record<string, unknown> | undefined): boolean => told?.["storage"] === "away";
    await Promise.all([ada, bob].map((person) => person.until(() => isAway(person.told.room.at(-1)))));
    expect(ada.told.committed).toBe(2);
    expect(bob.text.toJSON()).toBe("kept ");
    await expect(room.documents.freeze(room.roomId)).rejects.toThrow(DatabaseAway);

    postgres = await startPostgres({ dataDir: join(folder, "postgres"), port, settings });
    await Promise.all([bob.reads("kept waits"), ada.until(() => ada.told.committed === 3)]);
    await ada.until(() => ada.told.room.at(-1)?.["storage"] === "ok");
    expect((await room.documents.freeze(room.roomId)).schema.text).toBe("kept waits");
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
