import { watchBlocks } from './longest-block.ts';

// Loaded into the bot before its own code (`node --import`): logs every block of the event loop of more than a few milliseconds.

const FEW_MS = 2;
const EVERY_MS = 20;
const watch = watchBlocks();
setInterval(() => {
  const ms = watch.take();
  if (ms > FEW_MS) process.stdout.write(`${JSON.stringify({ msg: 'blocked', ms })}\n`);
}, EVERY_MS).unref();
