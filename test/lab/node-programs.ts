/** A Node server that reads every request and answers at once. */
export const HELLO_NODE = `
import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().on('end', () => response.end('hello\\n'));
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** A Node server that answers `/slow…` after this many milliseconds, and all else at once. */
export const toSlowNode = (milliseconds: number): string => `
import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(() => response.end('at last\\n'), request.url.startsWith('/slow') ? ${milliseconds} : 0);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
