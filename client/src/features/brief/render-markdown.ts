import MarkdownIt from "markdown-it";

const reader = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
reader.disable("image");
// Addresses may only lead to pages: the allow-list stands in for the reader's longer deny-list.
reader.validateLink = (address) => /^https?:\/\//.test(address);

export const renderMarkdown = (markdown: string): string => reader.render(markdown);
