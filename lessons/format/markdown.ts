import MarkdownItClass, { type MarkdownIt } from 'markdown-it';

/**
 * Markdown as lessons write it: CommonMark without HTML, which is shown as text, and without pictures, which would
 * be fetched from anywhere. Links keep to http, https and mailto and open beside the lesson.
 */
export function lessonMarkdown(): MarkdownIt {
  const markdown = new MarkdownItClass({ html: false, linkify: false, typographer: false }).disable('image');
  markdown.validateLink = (url) => /^(?:https?|mailto):/i.test(url.trim());
  markdown.renderer.rules.link_open = (tokens, index, options, _environment, self) => {
    tokens[index]?.attrSet('target', '_blank');
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}
