import { defineConfig } from "vitest/config";

const skipped = ["**/node_modules/**", "**/dist/**"];
const needsMore = ["**/*.pg.test.ts", "**/*.temporal.test.ts", "**/*.e2e.test.ts"];

/**
 * One project for each thing a test may need; the file name says which. They run one after the other: whole products side
 * by side would take each other's processor and prove nothing about either.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: [...skipped, ...needsMore],
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
        },
      },
      {
        extends: "./client/vite.config.ts",
        test: {
          name: "dom",
          root: "client",
          include: ["src/**/*.test.tsx"],
          exclude: skipped,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          environment: "jsdom",
          server: { deps: { inline: ["y-monaco", /monaco-editor/] } },
        },
      },
      {
        test: {
          name: "pg",
          sequence: { groupOrder: 2 },
          include: ["**/*.pg.test.ts"],
          exclude: skipped,
          globalSetup: ["./migrations/vitest-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "temporal",
          sequence: { groupOrder: 3 },
          include: ["**/*.temporal.test.ts"],
          exclude: skipped,
          globalSetup: ["./migrations/vitest-setup.ts", "./shared/temporal/src/vitest-setup.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          sequence: { groupOrder: 4 },
          include: ["e2e/src/**/*.e2e.test.ts"],
          exclude: skipped,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
