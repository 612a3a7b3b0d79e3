import { expect, test } from "vitest";
import { endNames } from "./column-names.ts";

test("a time after which something no longer holds is known by its name, whatever the language", () => {
  for (const name of ["expires_at", "hold_until", "validTo", "ttl_seconds", "ends_at", "delete_after", "gueltig_bis"])
    expect(name).toMatch(endNames);
  for (const name of ["reservado_hasta", "vence_en", "scadenza", "bloque_jusqu_a", "geldig_tot", "giltig_till"])
    expect(name).toMatch(endNames);
  for (const name of ["settled_at", "deleted_at", "throttling", "shuttle", "friends", "sends_at", "created_at"])
    expect(name).not.toMatch(endNames);
});
