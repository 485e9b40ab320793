import type { LogRecord } from '../records/log-record.ts';

/** A line in which a backend is told where to listen. */
export interface Setting {
  readonly record: LogRecord;
  readonly of: 'uwsgi' | 'uwsgi-http' | 'php-fpm';
  /** As written: `127.0.0.1:3031`, `:8000`, `/run/app.sock`. */
  readonly address: string;
}

// As their files or command lines have them. Sources: uWSGI's and PHP-FPM's manuals.
const FORMS: readonly (readonly [Setting['of'], RegExp])[] = [
  ['uwsgi', /(?:^|\s--)(?:uwsgi-)?socket\s*[= ]\s*(\S{1,200})/],
  ['uwsgi-http', /(?:^|\s--)http(?:-socket)?\s*[= ]\s*(\S{1,200})/],
  ['php-fpm', /^listen\s*=\s*(\S{1,200})/],
];
const WORDS = /socket|http|listen/;
const LONGEST = 500;

/** Finds them among the lines that nginx did not write. */
export function readSettings(records: readonly LogRecord[]): readonly Setting[] {
  return records.flatMap((record) => {
    const isOther = record.kind === 'unknown' || record.kind === 'companion';
    const text = isOther ? record.text.slice(0, LONGEST) : '';
    if (!WORDS.test(text)) return [];
    return FORMS.flatMap(([of, form]): Setting[] => {
      const address = form.exec(text)?.[1];
      return address === undefined ? [] : [{ record, of, address }];
    });
  });
}
