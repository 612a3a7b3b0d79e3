import { plainSteps } from "@proofroom/domain/design/steps-within";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../read.ts";
import { isEnd } from "./ending.ts";
import { waysIn } from "./ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "url-shortener").capabilities);

test.each(
  "expires_at expiresAt expiresat expiry ttl held_until reservedUntil valid_to valid_till validity_end end_date ended_at ends_at auctionends_at deadline gueltig_bis gesperrtbis retenido_hasta vence_el ablauf".split(
    " ",
  ),
)("%s is an end", (name) => {
  expect(isEnd(name)).toBe(true);
});

test.each(
  "created_at valid_from validated_at sender_seen_at weekend_of calendar_synced_at endorsed_at bishop_at".split(" "),
)("%s is no end", (name) => {
  expect(isEnd(name)).toBe(false);
});

test.each(["gueltig_bis", "valido_hasta", "expires_at"])(
  "a key that is kept until its %s is not over at once",
  (end) => {
    const schema = `create table urls (id bigserial primary key, code text not null unique, url text not null);
create table idempotency_keys (key text primary key, url_id bigint not null references urls (id), ${end} timestamptz not null);`;
    const { operations } = read(schema, "POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\n");
    const [kept] = plainSteps(operations[0]?.steps ?? []).filter(
      (step) => "insert" in step && step.insert === "idempotency_keys",
    );
    expect(kept).toMatchObject({ values: { [end]: { add: ["$now", "24h"] } } });
  },
);

test.each(["gueltig_bis", "valido_hasta", "expires_at"])("a row that began once is gone only after its %s", (end) => {
  const schema = `create table links (slug text primary key, target_url text not null, valid_from timestamptz not null, ${end} timestamptz not null);`;
  const { operations } = read(schema, "GET /{slug} -> 302 | 410\n");
  expect(operations[0]?.steps).toContainEqual({
    if: { [end]: { lt: "$now" } },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    then: [{ return: { status: 410 } }],
  });
});
