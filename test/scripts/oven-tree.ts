import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tree, toTree } from '../../scripts/messages/tree.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

/** A small source tree: a made-up module, its header, and the file where nginx's addresses are parsed. */
export const ovenTree = (oven = fixture('oven.c')): Tree =>
  toTree([
    { name: 'src/core/ngx_inet.c', text: fixture('address.c') },
    { name: 'src/oven/ngx_oven.h', text: fixture('oven.h') },
    { name: 'src/oven/ngx_oven.c', text: oven },
  ]);

/** The made-up module's text, to change it. */
export const ovenText = (): string => fixture('oven.c');
