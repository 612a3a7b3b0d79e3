import type { Fix } from "@proofroom/domain/design/finding";
import { recordedIn } from "./recorded-in.ts";
import { routesIn } from "./routes-in.ts";

/** What an API is written as that is not read, by what shows it. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:type\s+(?:Query|Mutation)\b|schema\s*\{|extend\s+type\s)/m, "GraphQL"],
  [/^[ \t]*syntax\s*=\s*"proto|^[ \t]*service\s+\w+\s*\{[\s\S]{0,2000}?\brpc\s/m, "gRPC"],
  [/^[ \t]*["']?asyncapi["']?\s*:/m, "AsyncAPI, which says what is published"],
  [/\b(?:createTRPCRouter|initTRPC|publicProcedure|protectedProcedure|t\.procedure)\b/, "a router of tRPC"],
  [/"item"\s*:\s*\[[\s\S]{0,4000}?"request"/, "a collection of Postman"],
  [/"log"\s*:\s*\{[\s\S]{0,400}?"entries"/, "a recording of requests"],
  [/^#%RAML/, "RAML"],
  [/<(?:\w+:)?definitions\b|<wsdl:/, "WSDL"],
];

const example = "such as POST /things {name: string} -> 201 {id}";

/** What to say of an API in another form, with what it says of endpoints as a click; null where nothing shows which. */
export function otherForm(text: string): { message: string; fixes: Fix[] } | null {
  const said = text.slice(0, longest);
  const known = forms.find(([pattern]) => pattern.test(said))?.[1];
  const recorded = recordedIn(said);
  const lines = recorded.length > 0 ? recorded : routesIn(said);
  if (known === undefined && lines.length === 0) return null;
  const what = known ?? "the code of a server";
  const message = `This is ${what}, and what is run here are endpoints of HTTP. Write each on a line, ${example}.`;
  if (lines.length === 0) return { message, fixes: [] };
  const label = lines.length === 1 ? "Write its endpoint on a line" : `Write its ${lines.length} endpoints a line each`;
  return {
    message,
    fixes: [{ label, edits: [{ document: "api", from: 0, to: text.length, insert: `${lines.join("\n")}\n` }] }],
  };
}

/** More than anybody pastes. */
const longest = 60_000;
