import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Scenario } from './scenario.ts';

const FOLDER = fileURLToPath(new URL('scenarios/', import.meta.url));

/** Every file below `scenarios/`, by `area/name`. */
export async function findScenarios(): Promise<readonly { readonly name: string; readonly scenario: Scenario }[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const [area = '', name = ''] = file.replace(/\.ts$/, '').split('/');
      const { default: scenario }: { default: Scenario } = await import(`./scenarios/${area}/${name}.ts`);
      return { name: `${area}/${name}`, scenario };
    }),
  );
}
