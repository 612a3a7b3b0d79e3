import type { Database } from "@proofroom/database/schema";
import { Deployment } from "@proofroom/domain/infrastructure/deployment";
import type { Kysely } from "kysely";

/** A deployment as its target described it; null when it was never finished or is gone. */
export async function livingDeployment(db: Kysely<Database>, id: string): Promise<Deployment | null> {
  const row = await db
    .selectFrom("deployment")
    .select("data")
    .where("id", "=", id)
    .where("state", "=", "living")
    .executeTakeFirst();
  return row === undefined ? null : Deployment.parse(row.data);
}

/** Every deployment that lives on this host. */
export async function livingDeployments(db: Kysely<Database>, host: string): Promise<Deployment[]> {
  const rows = await db
    .selectFrom("deployment")
    .select("data")
    .where("host", "=", host)
    .where("state", "=", "living")
    .execute();
  return rows.map(({ data }) => Deployment.parse(data));
}
