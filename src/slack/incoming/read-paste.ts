import type { Download } from './download-file.ts';
import type { SlackFile, SlackMessage } from './slack-message.ts';
import { textOfMessage } from './text-of-message.ts';

/** What a message holds for us. */
export interface Paste {
  readonly text: string;
  /** What could not be read, for the person who sent it. */
  readonly notices: readonly string[];
}

export type ReadFile = (file: SlackFile) => Promise<Download>;

const MOST_FILES = 5;

/** The lines of a message and of its text files. Files come first, so that line numbers in the answer are those of the
 * first file. */
export async function readPaste(message: SlackMessage, readFile: ReadFile): Promise<Paste> {
  const files = await readFiles(message.files ?? [], readFile);
  return {
    text: [files.text, textOfMessage(message)].filter((part) => part.trim() !== '').join('\n'),
    notices: files.notices,
  };
}

/** The lines of text files alone. */
export async function readFiles(files: readonly SlackFile[], readFile: ReadFile): Promise<Paste> {
  const asked = files.slice(0, MOST_FILES);
  const downloads = await Promise.all(asked.map(readFile));
  const texts = downloads.flatMap((download) => (download.kind === 'text' ? [download.text] : []));
  const notices = downloads.flatMap((download, index) => noticesOf(download, asked[index]));
  const tooMany = files.length > MOST_FILES ? [`I read the first ${MOST_FILES} of ${files.length} files.`] : [];
  return { text: texts.join('\n'), notices: [...notices, ...tooMany] };
}

function noticesOf(download: Download, file: SlackFile | undefined): readonly string[] {
  if (download.kind === 'problem') return [download.says];
  const size = Math.floor(download.text.length / 1_000_000);
  return download.complete ? [] : [`${file?.name ?? 'The file'} is large: I read its first ${size} MB.`];
}
