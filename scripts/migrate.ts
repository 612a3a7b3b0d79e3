import { readEnv } from "@proofroom/process/env";
import { postgresUrlValue } from "@proofroom/process/env-values";
import * as z from "zod/mini";
import { migrateDatabase } from "./up-migrate.ts";

/** For an installation that starts server and worker by other means than `npm start`: once before every new version. */
try {
  const { DATABASE_URL } = readEnv(z.object({ DATABASE_URL: postgresUrlValue }));
  await migrateDatabase(DATABASE_URL);
  console.log("the database has this version's schema");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
