import { expect, test } from "vitest";
import { bareNames } from "./bare-names.ts";

const bare = (name: string, columns: string) =>
  Object.fromEntries(
    bareNames({
      name,
      columns: columns
        .split(" ")
        .map((one) => ({ name: one, type: "text", nullable: false, generated: false, line: 1 })),
    }),
  );

test("what a house has its columns begin with is no part of what they are called", () => {
  expect(bare("tb_link", "id_link ds_codigo ds_url cd_usuario dt_criacao")).toEqual({
    ds_codigo: "codigo",
    ds_url: "url",
    cd_usuario: "usuario",
    dt_criacao: "criacao",
  });
  expect(bare("T_ENLACE", "NUM_ENLACE COD_CORTO DES_URL")).toEqual({
    NUM_ENLACE: "ENLACE",
    COD_CORTO: "CORTO",
    DES_URL: "URL",
  });
  expect(bare("short_links", "sl_id sl_slug sl_dest sl_user")).toEqual({
    sl_slug: "slug",
    sl_dest: "dest",
    sl_user: "user",
  });
});

test("the code of a thing is not the thing, and two of one name are none", () => {
  expect(bare("tb_link", "cd_link ds_url nm_dono")).toEqual({ ds_url: "url", nm_dono: "dono" });
  expect(bare("tb_link", "cd_usuario nm_usuario ds_url")).toEqual({ ds_url: "url" });
});

test("a word that one column begins with, or all of them with the table's, is their own", () => {
  expect(bare("links", "code target_url tx_id created_at")).toEqual({});
  expect(bare("links", "code no_show url")).toEqual({});
  expect(bare("event", "event_id event_nm event_ts")).toEqual({});
});
