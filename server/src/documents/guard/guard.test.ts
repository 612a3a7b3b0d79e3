import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { guard, type Limits, type Verdict } from "./guard.ts";
import { type Ledger, newLedger } from "./ledger.ts";

const limits: Limits = {
  updateBytes: 512 * 1024,
  textBytes: 256 * 1024,
  stateBytes: 4 * 1024 * 1024,
  updates: 1_000_000,
};
const ada = "ada";
const bob = "bob";

/** A document of one writer, with the updates that its edits make. */
function writer(client: number) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const text = doc.getText("content");
  const edit = (change: (text: Y.Text) => void): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    let update = new Uint8Array();
    doc.once("update", (bytes: Uint8Array) => (update = new Uint8Array(bytes)));
    doc.transact(() => change(text));
    return update.length > 0 ? update : Y.encodeStateAsUpdate(doc, before);
  };
  return { doc, text, edit };
}

const offer = (ledger: Ledger, person: string, bytes: Uint8Array): Verdict => guard(ledger, person, bytes, limits);

type Write = (write: (value: number) => void, encoder: encoding.Encoder) => void;
const raw = (write: Write): Uint8Array =>
  encoding.encode((encoder) => write((value) => encoding.writeVarUint(encoder, value), encoder));

describe("an honest client", () => {
  test("has its typing accepted as it was sent", () => {
    const { edit } = writer(7);
    const update = edit((text) => text.insert(0, "hello 😀"));
    const verdict = offer(newLedger(), ada, update);
    expect(verdict).toMatchObject({ outcome: "accepted", bytes: update });
  });

  test("may delete what somebody else wrote", () => {
    const ledger = newLedger();
    const hers = writer(7);
    const update = hers.edit((text) => text.insert(0, "hello"));
    offer(ledger, ada, update);
    const his = writer(8);
    Y.applyUpdate(his.doc, update);
    expect(
      offer(
        ledger,
        bob,
        his.edit((text) => text.delete(1, 2)),
      ),
    ).toMatchObject({ outcome: "accepted" });
    expect([...ledger.deleted]).toEqual([{ client: 7, from: 1, to: 3 }]);
  });

  test("adds nothing by sending its whole state again", () => {
    const ledger = newLedger();
    const { doc, edit } = writer(7);
    offer(
      ledger,
      ada,
      edit((text) => text.insert(0, "hello")),
    );
    offer(
      ledger,
      ada,
      edit((text) => text.delete(0, 2)),
    );
    expect(offer(ledger, ada, Y.encodeStateAsUpdate(doc)).outcome).toBe("known");
  });

  test("has only what is new kept of a state that others know in part", () => {
    const ledger = newLedger();
    const { doc, edit } = writer(7);
    offer(
      ledger,
      ada,
      edit((text) => text.insert(0, "hello")),
    );
    edit((text) => text.insert(5, " there"));
    const verdict = offer(ledger, ada, Y.encodeStateAsUpdate(doc));
    if (verdict.outcome !== "accepted") throw new Error(verdict.outcome);
    expect(verdict.update.blocks).toMatchObject([{ client: 7, from: 5, to: 11 }]);
  });
});

describe("text that the same update deletes", () => {
  const much = "語".repeat(limits.textBytes / 3 + 1);

  test("takes no room, though its writer keeps it for a redo", () => {
    const { doc, text, edit } = writer(7);
    const undo = new Y.UndoManager(text, { captureTimeout: 0 });
    const first = edit((into) => into.insert(0, "kept"));
    edit((into) => into.insert(2, much));
    undo.undo();
    const whole = Y.encodeStateAsUpdate(doc);
    expect(whole.length).toBeGreaterThan(limits.textBytes);

    const ledger = newLedger();
    offer(ledger, ada, first);
    const verdict = offer(ledger, ada, whole);
    if (verdict.outcome !== "accepted") throw new Error(verdict.outcome);
    expect(verdict.bytes.length).toBeLessThan(100);
    const room = new Y.Doc();
    Y.applyUpdate(room, first);
    Y.applyUpdate(room, verdict.bytes);
    expect(room.getText("content").toJSON()).toBe("kept");
    expect(Y.encodeStateVector(room)).toEqual(Y.encodeStateVector(doc));
    expect(offer(ledger, ada, whole).outcome).toBe("known");
    expect(ledger.size.textBytes).toBe(4);
  });
});

describe("what a client may not do", () => {
  test("write under the client id of somebody else", () => {
    const ledger = newLedger([[7, ada]]);
    expect(
      offer(
        ledger,
        bob,
        writer(7).edit((text) => text.insert(0, "x")),
      ).outcome,
    ).toBe("forged");
  });

  test("squat on somebody's clock with one large struct", () => {
    const ledger = newLedger([[7, ada]]);
    const squat = raw((write, encoder) => {
      for (const value of [1, 1, 7, 0]) write(value);
      encoding.writeUint8(encoder, 0);
      write(1_000_000);
      write(0);
    });
    expect(offer(ledger, bob, squat).outcome).toBe("forged");
  });

  test("delete what somebody is yet to write", () => {
    const ledger = newLedger([[7, ada]]);
    const erase = raw((write) => [0, 1, 7, 1, 0, 1_000_000].forEach(write));
    expect(offer(ledger, bob, erase).outcome).toBe("forged");
  });

  test("change letters that it has already sent", () => {
    const ledger = newLedger();
    offer(
      ledger,
      ada,
      writer(7).edit((text) => text.insert(0, "first")),
    );
    expect(
      offer(
        ledger,
        ada,
        writer(7).edit((text) => text.insert(0, "other")),
      ).outcome,
    ).toBe("known");
  });

  test("leave a gap in its clocks", () => {
    const { edit } = writer(7);
    edit((text) => text.insert(0, "lost"));
    expect(
      offer(
        newLedger(),
        ada,
        edit((text) => text.insert(4, "later")),
      ).outcome,
    ).toBe("gap");
  });

  test("make two blocks wait for each other", () => {
    const block = (write: (value: number) => void, encoder: encoding.Encoder, client: number, beside: number): void => {
      for (const value of [1, client, 0]) write(value);
      encoding.writeUint8(encoder, 0b1000_0100);
      for (const value of [beside, 0]) write(value);
      encoding.writeVarString(encoder, "x");
    };
    const circle = raw((write, encoder) => {
      write(2);
      block(write, encoder, 8, 7);
      block(write, encoder, 7, 8);
      write(0);
    });
    expect(offer(newLedger(), ada, circle).outcome).toBe("gap");
  });

  test("store anything but the text", () => {
    const doc = new Y.Doc();
    doc.getMap("content").set("a", 1);
    expect(offer(newLedger(), ada, Y.encodeStateAsUpdate(doc)).outcome).toBe("forged");
    const other = new Y.Doc();
    other.getText("elsewhere").insert(0, "x");
    expect(offer(newLedger(), ada, Y.encodeStateAsUpdate(other)).outcome).toBe("forged");
  });

  test("claim more structs than its bytes could hold", () => {
    expect(
      offer(
        newLedger(),
        ada,
        raw((write) => [1, 33_000_000, 7, 0].forEach(write)),
      ).outcome,
    ).toBe("malformed");
  });

  test("send an empty deleted struct, on which every later reader would fail", () => {
    const empty = raw((write, encoder) => {
      for (const value of [1, 1, 7, 0]) write(value);
      encoding.writeUint8(encoder, 1);
      write(1);
      encoding.writeVarString(encoder, "content");
      for (const value of [0, 0]) write(value);
    });
    expect(offer(newLedger(), ada, empty).outcome).toBe("malformed");
  });

  test("read past its own bytes in a larger buffer", () => {
    const sound = writer(7).edit((text) => text.insert(0, "hello"));
    const slab = new Uint8Array(1_000).fill(0x61);
    slab.set(sound.subarray(0, -3), 10);
    expect(offer(newLedger(), ada, slab.subarray(10, 10 + sound.length - 3)).outcome).toBe("malformed");
  });
});

describe("a full document", () => {
  test("refuses to grow and still lets people delete", () => {
    const ledger = newLedger();
    const small = { ...limits, textBytes: 10 };
    const { edit } = writer(7);
    expect(
      guard(
        ledger,
        ada,
        edit((text) => text.insert(0, "0123456789")),
        small,
      ).outcome,
    ).toBe("accepted");
    const other = writer(8);
    expect(
      guard(
        ledger,
        bob,
        other.edit((text) => text.insert(0, "x")),
        small,
      ).outcome,
    ).toBe("full");
    expect(
      guard(
        ledger,
        ada,
        edit((text) => text.delete(0, 5)),
        small,
      ).outcome,
    ).toBe("accepted");
    expect(
      guard(
        ledger,
        bob,
        writer(8).edit((text) => text.insert(0, "x")),
        small,
      ).outcome,
    ).toBe("accepted");
  });
});
