/** `POST {{host}}/holds/{{hold}}` of a file of requests. */
const request =
  /^([ \t]*(?:[-*][ \t]+)?`?(?:GET|POST|PUT|PATCH|DELETE)[ \t]+)((?:\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\})?)(\/[^\s`]{0,300})/gim;

/**
 * A text without the variables that stand for a host between a method and its path, and with those in the path as its parameters; every
 * offset behind the path is as it was.
 */
export const withoutHosts = (text: string): string =>
  /\{\{|\$\{/.test(text)
    ? text.replaceAll(request, (_whole, before: string, host: string, path: string) => {
        const named = path.replaceAll(/\{\{(\w{1,40})\}\}/g, "{$1}");
        return before + " ".repeat(host.length + path.length - named.length) + named;
      })
    : text;
