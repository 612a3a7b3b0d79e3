import { expect, test } from "vitest";
import * as z from "zod/mini";
import { addressValue, originValue, portValue, postgresUrlValue } from "./env-values.ts";
import { EnvironmentError, readEnv } from "./env.ts";

const schema = z.object({
  PORT: z._default(portValue, 3000),
  PUBLIC_URL: z.optional(originValue),
  DATABASE_URL: postgresUrlValue,
  TEMPORAL_ADDRESS: z.optional(addressValue),
});

const database = "postgres://me:secret@127.0.0.1:5432/app";

test("reads what is given and fills in what is not", () => {
  const read = readEnv(schema, { PORT: "", DATABASE_URL: database, TEMPORAL_ADDRESS: "temporal.example.org:7233" });
  expect(read).toEqual({ PORT: 3000, DATABASE_URL: database, TEMPORAL_ADDRESS: "temporal.example.org:7233" });
});

test("names everything that is wrong in one message and repeats no value", () => {
  const wrong = { PORT: "70000", PUBLIC_URL: "http://here/path", TEMPORAL_ADDRESS: "http://secret" };
  const attempt = () => readEnv(schema, wrong);
  expect(attempt).toThrow(EnvironmentError);
  expect(attempt).toThrow(
    [
      "Proofroom cannot start with these settings:",
      "  PORT must be a port number from 1 to 65535",
      "  PUBLIC_URL must be like https://rooms.example.org, without a path",
      "  DATABASE_URL must be like postgres://user:password@host:5432/database",
      "  TEMPORAL_ADDRESS must be like host:7233, without a scheme",
    ].join("\n"),
  );
});
