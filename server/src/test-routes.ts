import * as z from "zod/mini";
import { request } from "./test-client.ts";

export interface Route {
  method: string;
  /** With its parameters in braces. */
  path: string;
  summary: string;
  /** The row of the permission table that it consults. */
  access: string;
  responses: Record<string, unknown>;
}

const Operation = z.object({
  summary: z._default(z.string(), ""),
  "x-access": z._default(z.string(), "none"),
  responses: z.record(z.string(), z.unknown()),
});
const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

/** All routes, by what the server says of itself. */
export async function routesOf(origin: string): Promise<Route[]> {
  const { body } = await request(origin, { method: "GET", path: "/api/openapi.json" });
  return Object.entries(Description.parse(body).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary, "x-access": access, responses }]) => ({
      method: method.toUpperCase(),
      path,
      summary,
      access,
      responses,
    })),
  );
}
