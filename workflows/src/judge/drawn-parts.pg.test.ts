import { join } from "node:path";
import { readDocuments } from "@proofroom/problems/documents";
import { problemsDir } from "@proofroom/problems/public";
import { afterAll, expect, test } from "vitest";
import { createLocalTarget } from "../targets/local/local-target.ts";
import { makeHome } from "../targets/local/test-home.ts";
import { prove } from "./prove.ts";

const { home, remove } = makeHome();
afterAll(remove);

const reference = readDocuments(join(problemsDir, "url-shortener/reference"));

test("a link is opened right after it was shortened, with a CDN, an object store and a replica that lags drawn", async () => {
  const design = reference.design
    .replace("users([Users]) --> gw{{API Gateway}}", "users([Users]) --> cdn{{CDN}} --> gw{{API Gateway}}")
    .replace(
      "  %% @gw",
      "  api --> near[(Read replica)]\n  api --> files[(S3 object store)]\n  %% @near delay=300ms\n  %% @cdn ttl=60s\n  %% @gw",
    );
  const proof = await prove(
    { ...reference, design },
    {
      target: createLocalTarget({ home, host: "test" }),
      problemsDir,
      problem: "url-shortener",
      only: "shorten then resolve",
      seed: "drawn",
      signal: new AbortController().signal,
    },
  );
  if (proof.outcome !== "tested") throw new Error(JSON.stringify(proof));
  expect(proof.results.map(({ status }) => status)).toEqual(["passed"]);
});
