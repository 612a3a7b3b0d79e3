import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const links = "create table links (code text primary key, url text not null, owner text);";
const shorten = (requests: string, sent: string) => {
  const api = `POST /links ${sent} -> 201 {code}\nGET /{code} -> 302 | 404\n`;
  return readDesign({ schema: `${links}\ncreate table ${requests};`, api, design }, capabilities).operations[0];
};

test.each([
  [
    "anfrage (anfrage_id uuid primary key, kuerzel text not null references links, eingang timestamptz not null default now())",
    "{anfrageId: uuid, url: uri}",
    { sent: "$body.anfrageId", column: "anfrage.anfrage_id" },
  ],
  [
    "demandes (id uuid primary key, lien text not null references links (code))",
    "{demandeId: uuid, url: uri}",
    { sent: "$body.demandeId", column: "demandes.id" },
  ],
  [
    "vorgaenge (vorgang varchar(60) not null unique, link text references links)",
    "{vorgang: string, url: uri}",
    { sent: "$body.vorgang", column: "vorgaenge.vorgang" },
  ],
  [
    "ops (op_ref text not null, code text references links, owner text not null, primary key (owner, op_ref))",
    "(X-Op-Ref: string, X-Owner: string) {url: uri}",
    { header: "X-Op-Ref", column: "ops.op_ref", within: { owner: "$header.x-owner" } },
  ],
])(
  "what is sent, and kept beside the row that was made for it alone, is a request's key: %s",
  (requests, sent, kept) => {
    const operation = shorten(requests, sent);
    expect(operation?.idempotency).toEqual(kept);
    expect(operation?.steps).toMatchObject([{ transaction: [{ insert: "links" }, { else: [{}] }] }, { return: {} }]);
  },
);

test.each([
  [
    "it is another name of what is made",
    "aliases (alias text primary key, code text references links)",
    "alias: string",
  ],
  ["it says nothing of what was made", "campaigns (campaign uuid primary key)", "campaign: uuid"],
  ["two rows may have it", "tags (tag text, code text references links, primary key (tag, code))", "tag: string"],
  ["more has to be said", "ads (ad uuid primary key, code text references links, text text not null)", "ad: uuid"],
  ["the row keeps it", "hosts (owner text primary key, code text references links)", "owner: string"],
])("it is none where %s", (_what, requests, field) => {
  expect(shorten(requests, `{url: uri, ${field}}`)?.idempotency).toBeUndefined();
});
