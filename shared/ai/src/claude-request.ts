import type { Content, ModelChoice, ModelRequest } from "./model.ts";

/** A request as the Messages API takes it. What the newest models refuse is never sent: sampling, prefill, forced tools. */
export function claudeRequest(request: ModelRequest, { model, effort, thinking }: ModelChoice) {
  const { system, messages, tools, format, maxTokens } = request;
  const config = {
    ...(effort === null ? {} : { effort }),
    ...(format === undefined ? {} : { format: { type: "json_schema" as const, schema: format } }),
  };
  return {
    model,
    max_tokens: maxTokens,
    stream: true as const,
    ...(thinking === null ? {} : { thinking: { type: thinking } }),
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
    ...(tools === undefined ? {} : { tools: tools.map(toolParam) }),
    system: system.map(({ text, cache }) => ({ type: "text" as const, text, ...cached(cache) })),
    messages: messages.map(({ role, content }) => ({ role, content: content.map(contentParam) })),
  };
}

const toolParam = ({ name, description, input }: NonNullable<ModelRequest["tools"]>[number]) => ({
  name,
  description,
  strict: true,
  input_schema: { ...input, type: "object" as const },
});

const cached = (ttl: "5m" | "1h" | undefined) =>
  ttl === undefined ? {} : { cache_control: { type: "ephemeral" as const, ttl } };

function contentParam(content: Content) {
  switch (content.type) {
    case "text":
      return { type: "text" as const, text: content.text, ...cached(content.cache) };
    case "tool_result": {
      const { id, text, isError } = content;
      const error = isError === true ? { is_error: true } : {};
      return { type: "tool_result" as const, tool_use_id: id, content: text, ...error };
    }
    case "tool_use":
      return { type: "tool_use" as const, id: content.id, name: content.name, input: content.input };
    case "thinking":
    case "redacted_thinking":
      return content;
  }
}
