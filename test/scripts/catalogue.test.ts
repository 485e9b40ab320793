import { describe, expect, test } from 'vitest';
import { BLIND_SPOTS } from '../../scripts/messages/blind-spots.ts';
import { readActions, readCatalogue } from '../../scripts/messages/catalogue-file.ts';
import { PATHS, readProjects, readRelease } from '../../scripts/messages/catalogue-paths.ts';

const catalogues = {
  nginx: readCatalogue(PATHS.nginx),
  legacy: readCatalogue(PATHS.legacy),
  lua: readCatalogue(PATHS.lua),
  projects: readCatalogue(PATHS.projects),
  byHand: readCatalogue(PATHS.byHand),
};
const all = Object.values(catalogues).flat();
const ids = new Set(all.map(({ id }) => id));

describe('the catalogue of messages', () => {
  test('never uses an id twice', () => {
    expect(ids.size).toBe(all.length);
  });

  test('refers to messages that exist', () => {
    const named = all.flatMap(({ base, also_matches }) => [...(base ? [base] : []), ...(also_matches ?? [])]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test.for(Object.entries(catalogues))('is sorted by project, file and line: %s', ([, messages]) => {
    const places = messages.map(
      ({ project = '', file, line }) => `${project} ${file} ${String(line).padStart(6, '0')}`,
    );
    expect(places).toEqual(places.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
  });

  test('says of every legacy message when it was last seen', () => {
    expect(catalogues.legacy.filter(({ last_seen }) => last_seen === undefined)).toEqual([]);
  });

  test('names the release that it was read from', () => {
    expect(readRelease()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('names the revision of every project that it was read from', () => {
    const named = new Set(Object.keys(readProjects()));
    expect(catalogues.projects.filter(({ project = '' }) => !named.has(project))).toEqual([]);
  });

  test('holds no text of a project that another project has', () => {
    const texts = [...catalogues.projects, ...catalogues.byHand].map(({ template }) => template);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  test('has actions', () => {
    expect(new Set(readActions(PATHS.actions).map(({ action }) => action)).size).toBeGreaterThanOrEqual(67);
  });

  test('excuses only messages that it holds', () => {
    const unknown = BLIND_SPOTS.filter(
      (spot) => !all.some(({ file, template }) => spot.file === file && spot.template === template),
    );
    expect(unknown).toEqual([]);
  });
});
