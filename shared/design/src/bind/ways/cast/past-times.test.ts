import { expect, test } from "vitest";
import { isPast } from "./past-times.ts";

test.each([
  "captured_at",
  "incassato_il",
  "spedita_il",
  "emesso_il",
  "bezahlt_am",
  "eingezogen_am",
  "storniert_um",
  "cobrado_en",
  "capturada_em",
  "cobrado",
  "encaisse_le",
  "emis_le",
  "afgeschreven_op",
  "betaald_op",
  "pobrano_o",
  "wyslane_w",
  "paidAt",
])("%s is when something was done", (name) => {
  expect(isPast(name)).toBe(true);
});

test.each([
  "expires_at",
  "expired_at",
  "ended_at",
  "locked_until",
  "scade_il",
  "scaduto_il",
  "valido_fino",
  "abgelaufen_am",
  "beendet_am",
  "gesperrt_bis",
  "vencido_en",
  "caducado_el",
  "reservado_ate",
  "expire_le",
  "verlopen_op",
  "wygasa_o",
  "schedule",
  "deadline",
  "t",
])("%s may be when something ends", (name) => {
  expect(isPast(name)).toBe(false);
});
