/** A run of typed text: plain, or something that Slack's composer turns into a link. */
export type Run = { readonly text: string; readonly url: string | null };

/** URLs, e-mail addresses and bare hosts, the three that Slack links by itself. */
const LINKS =
  /(?<url>https?:\/\/[^\s<>"|]+)|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<host>(?<![\w./@-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|example|test|de|co|app|cloud)(?::\d+)?(?:\/[^\s<>"|,]*)?(?![\w-]))/gi;
const TRAILING = /[.,;:!?)\]'"]+$/;

/** Splits typed text the way Slack links it. The texts of all runs joined are the typed text. */
export function linkify(typed: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of typed.matchAll(LINKS)) {
    const text = found[0].replace(TRAILING, '');
    if (found.index > from) runs.push({ text: typed.slice(from, found.index), url: null });
    runs.push({ text, url: urlOf(text, found.groups ?? {}) });
    from = found.index + text.length;
  }
  if (from < typed.length) runs.push({ text: typed.slice(from), url: null });
  return runs;
}

function urlOf(text: string, groups: Readonly<Record<string, string | undefined>>): string {
  if (groups.url) return text;
  return groups.mail ? `mailto:${text}` : `http://${text}`;
}
