/** A cited document of the repository, with or without a heading in it: `docs/providers.md "Z-API"`. */
const citation = /\b((?:docs\/)?[\w-]+\.md)(?: "([^"]+)")?/g;

/** Returns the headings of a Markdown text. */
const headingsOf = (text: string): string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);

/**
 * Returns the citations of a text whose document or heading does not exist, as sentences.
 * @param read returns the text of a document by its path from the root; undefined without one
 */
export function brokenCitations(text: string, read: (path: string) => string | undefined): string[] {
  return [...text.matchAll(citation)].flatMap(([cited, path = '', heading]) => {
    const document = read(path);
    if (document === undefined) return [`${cited}: there is no ${path}`];
    if (heading === undefined || headingsOf(document).includes(heading)) return [];
    return [`${cited}: ${path} has no such heading`];
  });
}
