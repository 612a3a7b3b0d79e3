import * as z from "zod/mini";
import { Operation, Table } from "../design/model.ts";

const Address = z.object({ host: z.string(), port: z.int() });

export const DatabaseAddress = z.object({
  ...Address.shape,
  user: z.string(),
  password: z.string(),
  database: z.string(),
});
export type DatabaseAddress = z.infer<typeof DatabaseAddress>;

/** All that one replica of a service needs to know; `port` 0 means any. */
export const ServiceSettings = z.object({
  component: z.string(),
  port: z.int(),
  operations: z.array(Operation),
  tables: z.array(Table),
  database: z.nullable(DatabaseAddress),
  connections: z.int(),
  offsetMillis: z.number(),
});
export type ServiceSettings = z.infer<typeof ServiceSettings>;

export const GatewaySettings = z.object({
  component: z.string(),
  port: z.int(),
  upstreams: z.array(z.object({ component: z.string(), ...Address.shape })),
  healthMillis: z.int(),
  retryIdempotent: z.boolean(),
  ejectAfter: z.int(),
  timeoutMillis: z.int(),
});
export type GatewaySettings = z.infer<typeof GatewaySettings>;

/** From the supervisor to a component it has started; the settings come first, once. */
export const ToService = z.discriminatedUnion("type", [
  z.object({ type: z.literal("settings"), settings: ServiceSettings }),
  z.object({ type: z.literal("clock"), offsetMillis: z.number() }),
]);
export const ToGateway = z.discriminatedUnion("type", [
  z.object({ type: z.literal("settings"), settings: GatewaySettings }),
]);

/** From a component to its supervisor; a moved clock is acknowledged, so that the next request surely sees it. */
export const FromComponent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("listening"), port: z.int() }),
  z.object({ type: z.literal("clock"), offsetMillis: z.number() }),
]);
export type FromComponent = z.infer<typeof FromComponent>;
