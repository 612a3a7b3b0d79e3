import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file that must not import a package, and one that may: the table in oxlint.config.ts is only true while both hold. */
const planted: { file: string; imports: string; refused: boolean }[] = [
  { file: "shared/domain/src/leak.ts", imports: "node:fs", refused: true },
  { file: "shared/domain/src/leak.ts", imports: "kysely", refused: true },
  { file: "shared/components/src/service/leak.ts", imports: "@proofroom/postgres/start", refused: true },
  { file: "workflows/src/workflows/leak.ts", imports: "node:fs", refused: true },
  { file: "workflows/src/workflows/leak.ts", imports: "@temporalio/client", refused: true },
  { file: "workflows/src/contract-leak.ts", imports: "@proofroom/server/http/api", refused: true },
  { file: "server/src/leak.ts", imports: "lucia", refused: true },
  { file: "server/src/leak.ts", imports: "@proofroom/workflows/main", refused: true },
  { file: "server/src/leak.ts", imports: "@proofroom/problems/judge", refused: true },
  { file: "client/src/leak.ts", imports: "@proofroom/design/read", refused: true },
  { file: "client/src/leak.tsx", imports: "@proofroom/server/http/api", refused: true },
  { file: "server/src/rooms/leak.ts", imports: "@proofroom/problems/private", refused: true },
  { file: "server/src/interviewer/leak.ts", imports: "@anthropic-ai/sdk", refused: true },
  { file: "shared/ai/src/leak.ts", imports: "@anthropic-ai/sdk", refused: true },
  { file: "client/src/leak.ts", imports: "@proofroom/problems/private", refused: true },
  { file: "server/src/leak.ts", imports: "@proofroom/workflows/contract", refused: false },
  { file: "server/src/interviewer/leak.ts", imports: "@proofroom/problems/private", refused: false },
];

/** Plants each import, lints that one file and takes it away again; answers whether the table held. */
export function plantLeaks(): boolean {
  console.log("\n> planting imports that the table refuses");
  const wrong = planted.filter((plant) => isRefused(plant.file, plant.imports) !== plant.refused);
  for (const { file, imports, refused } of wrong) {
    console.log(`  ${file} imports ${imports}: ${refused ? "let through" : "refused"}`);
  }
  console.log(`  ${planted.length - wrong.length} of ${planted.length} as the table says`);
  return wrong.length === 0;
}

function isRefused(file: string, imports: string): boolean {
  const folder = mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import * as planted from "${imports}";\nexport const leak = planted;\n`);
  try {
    const said = spawnSync("oxlint", [file], { encoding: "utf8" });
    return said.stdout.includes("may not import");
  } finally {
    rmSync(folder ?? file, { recursive: true });
  }
}
