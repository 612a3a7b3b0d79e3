import { schemaRefusal } from "./refuse-schema.ts";
import { blocksOf, type MessagesBody } from "./request.ts";

/** Models that this fake has; any other name is a 404. */
export const knownModels = [
  "claude-opus-5-5",
  "claude-sonnet-5-5",
  "claude-haiku-5-5",
  "claude-opus-5",
  "claude-sonnet-5",
  "claude-haiku-4-5",
];

const isStrict = (model: string): boolean => model.endsWith("-5-5");

/** Why the API answers 400, as a sentence; null for a request that it takes. The shape is known to be right. */
export function refusalOf(body: MessagesBody): string | null {
  for (const rule of rules) {
    const refusal = rule(body);
    if (refusal !== null) return refusal;
  }
  return null;
}

const rules: ((body: MessagesBody) => string | null)[] = [
  ({ model, temperature, top_p, top_k }) =>
    isStrict(model) && (temperature ?? top_p ?? top_k) !== undefined
      ? "`temperature`, `top_p` and `top_k` are not supported by this model."
      : null,
  ({ model, tool_choice }) =>
    isStrict(model) && (tool_choice?.type === "any" || tool_choice?.type === "tool")
      ? "tool_choice: forced tool use is not supported by this model."
      : null,
  ({ model, messages }) =>
    isStrict(model) && messages.at(-1)?.role === "assistant"
      ? "This model does not support assistant message prefill. The conversation must end with a user message."
      : null,
  ({ messages }) => (messages[0]?.role === "user" ? null : "messages: first message must use the user role."),
  thinkingRefusal,
  ({ thinking, max_tokens }) =>
    thinking?.type === "enabled" && thinking.budget_tokens >= max_tokens
      ? "`max_tokens` must be greater than `thinking.budget_tokens`."
      : null,
  ({ model, output_config }) =>
    output_config?.effort !== undefined && !/^claude-[a-z]+-5(-|$)/.test(model)
      ? "output_config.effort is not supported by this model."
      : null,
  toolsRefusal,
  ({ tool_choice, tools = [] }) => {
    if (tool_choice === undefined) return null;
    if (tools.length === 0) return "tool_choice: `tool_choice` may only be specified while providing `tools`.";
    const isThere = tool_choice.type !== "tool" || tools.some(({ name }) => name === tool_choice.name);
    return isThere ? null : `tool_choice.name: Tool '${tool_choice.name}' not found in provided tools.`;
  },
  pairingRefusal,
  cacheRefusal,
  ({ output_config }) =>
    output_config?.format === undefined
      ? null
      : schemaRefusal(output_config.format.schema, "output_config.format.schema"),
];

function thinkingRefusal({ model, thinking, output_config }: MessagesBody): string | null {
  if (thinking === undefined) return null;
  if (thinking.type === "between_tools") {
    if (!model.startsWith("claude-sonnet-5-5")) return "thinking.type: `between_tools` is not supported by this model.";
    const { effort } = output_config ?? {};
    return effort === "xhigh" || effort === "max" ? "thinking: `between_tools` is not supported at this effort." : null;
  }
  if (!isStrict(model)) return null;
  if (thinking.type === "enabled") return "thinking.type: `enabled` is not supported by this model. Use `adaptive`.";
  if (thinking.type === "disabled") return "thinking.type: `disabled` is not supported by this model.";
  return null;
}

function toolsRefusal({ tools = [] }: MessagesBody): string | null {
  if (new Set(tools.map(({ name }) => name)).size < tools.length) return "tools: Tool names must be unique.";
  for (const [n, { strict, input_schema }] of tools.entries()) {
    const refusal = strict === true ? schemaRefusal(input_schema, `tools.${n}.input_schema`) : null;
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Every call is answered in the very next message, before anything else there, and nothing else is answered. */
function pairingRefusal({ messages, tools = [] }: MessagesBody): string | null {
  let open: string[] = [];
  for (const [n, message] of messages.entries()) {
    const blocks = blocksOf(message);
    const results = blocks.flatMap((block) => (block.type === "tool_result" ? [block.tool_use_id] : []));
    const calls = blocks.flatMap((block) => (block.type === "tool_use" ? [block] : []));
    if (message.role === "assistant" && results.length > 0)
      return `messages.${n}: \`tool_result\` needs the user role.`;
    if (message.role === "user" && (calls.length > 0 || blocks.some(({ type }) => type.endsWith("thinking")))) {
      return `messages.${n}: \`tool_use\` and \`thinking\` need the assistant role.`;
    }
    const missing = open.filter((id) => !results.includes(id));
    if (missing.length > 0) {
      return `messages.${n}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(", ")}.`;
    }
    const unasked = results.filter((id) => !open.includes(id));
    if (unasked.length > 0)
      return `messages.${n}: unexpected \`tool_use_id\` in \`tool_result\`: ${unasked.join(", ")}.`;
    if (new Set(results).size < results.length) return `messages.${n}: each \`tool_use\` must have a single result.`;
    if (blocks.slice(0, results.length).some(({ type }) => type !== "tool_result")) {
      return `messages.${n}: \`tool_result\` blocks must come first.`;
    }
    if (calls.length > 0 && tools.length === 0)
      return `messages.${n}: \`tool_use\` blocks need \`tools\` to be defined.`;
    open = calls.map(({ id }) => id);
  }
  return open.length === 0 ? null : "messages: the last `tool_use` has no `tool_result`.";
}

/** At most four breakpoints, and those that last an hour before those that last five minutes. */
function cacheRefusal({ tools = [], system = [], messages }: MessagesBody): string | null {
  const marked = [...tools, ...(typeof system === "string" ? [] : system), ...messages.flatMap(blocksOf)];
  const ttls = marked.flatMap((block) =>
    "cache_control" in block && block.cache_control !== undefined ? [block.cache_control.ttl ?? "5m"] : [],
  );
  if (ttls.length > 4) return `A maximum of 4 blocks with cache_control may be provided. Found ${ttls.length}.`;
  const firstShort = ttls.indexOf("5m");
  return firstShort !== -1 && ttls.lastIndexOf("1h") > firstShort
    ? "cache_control: a ttl of `1h` must not come after a ttl of `5m`."
    : null;
}
