import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const least = { DATABASE_URL: "postgres://me@127.0.0.1:5432/proofroom" };

test("without a key nothing is asked of a model, and an empty variable counts as unset", () => {
  expect(readConfig(least).claude).toBeNull();
  expect(readConfig({ ...least, ANTHROPIC_API_KEY: "" }).claude).toBeNull();
});

test("a key comes with its address and its models", () => {
  const given = { ANTHROPIC_API_KEY: "sk-12345678", ANTHROPIC_BASE_URL: "http://127.0.0.1:9000", ANTHROPIC_MODEL: "m" };
  expect(readConfig({ ...least, ...given }).claude).toMatchObject({
    apiKey: "sk-12345678",
    baseURL: "http://127.0.0.1:9000",
    models: { live: "m" },
  });
});

test("all that is malformed is named in one message, which repeats no value", () => {
  const wrong = {
    ANTHROPIC_API_KEY: "a key with spaces",
    ANTHROPIC_BASE_URL: "ftp://elsewhere",
    ANTHROPIC_MODEL: "two words",
    ANTHROPIC_MODEL_EVALUATION: "'quoted'",
    ANTHROPIC_MODEL_MODERATION: "a b",
  };
  const start = () => readConfig({ ...least, ...wrong });
  for (const name of Object.keys(wrong)) expect(start).toThrow(name);
  for (const value of Object.values(wrong)) expect(start).not.toThrow(value);
});
