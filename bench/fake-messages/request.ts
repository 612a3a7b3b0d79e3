import * as z from "zod/mini";

/** The body of `POST /v1/messages` as far as Proofroom uses it; a field that is not here is refused, as the API does. */
const CacheControl = z.strictObject({ type: z.literal("ephemeral"), ttl: z.optional(z.enum(["5m", "1h"])) });

const TextBlock = z.strictObject({
  type: z.literal("text"),
  text: z.string().check(z.regex(/\S/, "text content blocks must contain non-whitespace text")),
  citations: z.optional(z.null()),
  cache_control: z.optional(CacheControl),
});

const Block = z.discriminatedUnion("type", [
  TextBlock,
  z.strictObject({ type: z.literal("thinking"), thinking: z.string(), signature: z.string() }),
  z.strictObject({ type: z.literal("redacted_thinking"), data: z.string() }),
  z.strictObject({
    type: z.literal("tool_use"),
    id: z.string().check(z.regex(/^[a-zA-Z0-9_-]+$/)),
    name: z.string(),
    input: z.record(z.string(), z.unknown()),
    caller: z.optional(z.strictObject({ type: z.literal("direct") })),
    cache_control: z.optional(CacheControl),
  }),
  z.strictObject({
    type: z.literal("tool_result"),
    tool_use_id: z.string(),
    content: z.optional(z.union([z.string(), z.array(TextBlock)])),
    is_error: z.optional(z.boolean()),
    cache_control: z.optional(CacheControl),
  }),
]);
export type Block = z.infer<typeof Block>;

const Message = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: z.union([z.string().check(z.minLength(1)), z.array(Block).check(z.minLength(1))]),
});
export type Message = z.infer<typeof Message>;

const Tool = z.strictObject({
  name: z.string().check(z.regex(/^[a-zA-Z0-9_-]{1,64}$/)),
  description: z.optional(z.string()),
  input_schema: z.looseObject({ type: z.literal("object") }),
  strict: z.optional(z.boolean()),
  type: z.optional(z.nullable(z.literal("custom"))),
  cache_control: z.optional(CacheControl),
});

const asked = {
  model: z.string(),
  messages: z.array(Message).check(z.minLength(1)),
  system: z.optional(z.union([z.string(), z.array(TextBlock)])),
  tools: z.optional(z.array(Tool)),
  tool_choice: z.optional(
    z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("auto"), disable_parallel_tool_use: z.optional(z.boolean()) }),
      z.strictObject({ type: z.literal("any"), disable_parallel_tool_use: z.optional(z.boolean()) }),
      z.strictObject({ type: z.literal("none") }),
      z.strictObject({
        type: z.literal("tool"),
        name: z.string(),
        disable_parallel_tool_use: z.optional(z.boolean()),
      }),
    ]),
  ),
  thinking: z.optional(
    z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("between_tools") }),
      z.strictObject({ type: z.literal("adaptive"), display: z.optional(z.enum(["summarized", "omitted"])) }),
      z.strictObject({ type: z.literal("disabled") }),
      z.strictObject({
        type: z.literal("enabled"),
        budget_tokens: z.int().check(z.minimum(1_024)),
        display: z.optional(z.string()),
      }),
    ]),
  ),
  output_config: z.optional(
    z.strictObject({
      effort: z.optional(z.enum(["low", "medium", "high", "xhigh", "max"])),
      format: z.optional(z.strictObject({ type: z.literal("json_schema"), schema: z.record(z.string(), z.unknown()) })),
    }),
  ),
};

export const CountTokensBody = z.strictObject(asked);

export const MessagesBody = z.strictObject({
  ...asked,
  max_tokens: z.int().check(z.minimum(1), z.maximum(128_000)),
  stream: z.optional(z.boolean()),
  stop_sequences: z.optional(z.array(z.string())),
  metadata: z.optional(z.strictObject({ user_id: z.optional(z.string()) })),
  temperature: z.optional(z.number()),
  top_p: z.optional(z.number()),
  top_k: z.optional(z.int()),
});
export type MessagesBody = z.infer<typeof MessagesBody>;

/** The blocks of a message, which may be sent as one string. */
export const blocksOf = ({ content }: Message): Block[] =>
  typeof content === "string" ? [{ type: "text", text: content }] : content;

/** All that a request says in words, in the order in which the model reads it. */
export function wordsOf({ system, messages }: Pick<MessagesBody, "system" | "messages">): string {
  const rules = typeof system === "string" ? [system] : (system ?? []).map(({ text }) => text);
  const said = messages.flatMap(blocksOf).map((block) => {
    if (block.type === "text") return block.text;
    if (block.type !== "tool_result") return "";
    const { content = "" } = block;
    return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
  });
  return [...rules, ...said].join("\n");
}
