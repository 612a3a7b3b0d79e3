import * as z from "zod/mini";

const portMessage = "must be a port number from 1 to 65535";

export const portValue = z.coerce
  .number(portMessage)
  .check(z.int(portMessage), z.gte(1, portMessage), z.lte(65_535, portMessage));

const urlValue = (isRight: (url: URL) => boolean, message: string) =>
  z.string(message).check(z.refine((value) => URL.canParse(value) && isRight(new URL(value)), message));

/** An origin, without a path: what links begin with. */
export const originValue = urlValue(
  (url) => /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.hash === "",
  "must be like https://rooms.example.org, without a path",
);

export const postgresUrlValue = urlValue(
  (url) => /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "",
  "must be like postgres://user:password@host:5432/database",
);

export const addressValue = z
  .string()
  .check(z.regex(/^[^\s:/]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i, "must be like host:7233, without a scheme"));

const modelValue = z.optional(
  z.string().check(z.regex(/^[\w.:@/-]+$/, "must be the name of a model, like claude-sonnet-5-5")),
);

/** What says whether, where and with which models Claude is asked; all unset, nothing is. */
export const claudeVariables = {
  ANTHROPIC_API_KEY: z.optional(
    z.string().check(z.regex(/^[\x21-\x7e]{8,}$/, "must be a key, without spaces or quotes")),
  ),
  ANTHROPIC_BASE_URL: z.optional(
    urlValue((url) => /^https?:$/.test(url.protocol) && url.search === "", "must be like https://api.example.org"),
  ),
  ANTHROPIC_MODEL: modelValue,
  ANTHROPIC_MODEL_EVALUATION: modelValue,
  ANTHROPIC_MODEL_MODERATION: modelValue,
};
