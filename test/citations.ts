/** A document of the repository that a comment cites, and the heading in it: `docs/providers.md "Z-API"`. */
const citation = /\b((?:docs\/)?[\w-]+\.md)(?: "([^"]+)")?/g;

/** The headings of a Markdown text. */
const headingsOf = (text: string): string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);

/**
 * What a text cites that is not there, as sentences.
 * @param read the text of a document by its path from the root; undefined where there is none
 */
export function brokenCitations(text: string, read: (path: string) => string | undefined): string[] {
  return [...text.matchAll(citation)].flatMap(([cited, path = '', heading]) => {
    const document = read(path);
    if (document === undefined) return [`${cited}: there is no ${path}`];
    if (heading === undefined || headingsOf(document).includes(heading)) return [];
    return [`${cited}: ${path} has no such heading`];
  });
}
