const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF_16_MARK = Buffer.from([0xff, 0xfe]);

/** UTF-8 passes through without its mark; what PowerShell's `>` writes, UTF-16 with its mark, becomes UTF-8. */
export async function* toUtf8(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && startsWith(chunk, UTF_16_MARK)) decoder = new TextDecoder('utf-16le');
    const from = isFirst && startsWith(chunk, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    isFirst = false;
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk.subarray(from);
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);
