import { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { Hono } from "hono";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound } from "../http/refusal.ts";

const Text = z.object({ text: z.string(), version: DocumentVersion });

export interface DocumentDependencies {
  access: Access;
  textOf: (roomId: RoomId, document: DocumentName, version?: DocumentVersion) => Promise<z.infer<typeof Text> | null>;
}

export const documentRoutes = ({ access, textOf }: DocumentDependencies) =>
  new Hono().get(
    "/:room/documents/:document",
    describe("The text of a document as committed, now or at an earlier version", { 200: Text }),
    access.member("document.view"),
    input("query", z.object({ version: z.optional(DocumentVersion) })),
    async (c) => {
      const document = DocumentName.safeParse(c.req.param("document"));
      if (!document.success) return c.json(notFound, 404);
      const text = await textOf(c.var.member.room.id, document.data, c.req.valid("query").version);
      return text === null ? c.json(notFound, 404) : c.json(text, 200);
    },
  );
