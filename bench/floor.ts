import { readLines } from './read-lines.ts';

// What no reader in JavaScript can undercut: each line of a file as a latin1 string, and nothing done with it.

let lines = 0;
let characters = 0;
readLines(process.argv[2] ?? '', (line) => {
  lines += 1;
  characters += line.length;
});
console.log(JSON.stringify({ lines, characters }));
