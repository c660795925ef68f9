// Writes licences.txt beside the built files: the notices of all that the bundle holds, which must travel with it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Package {
  name: string;
  version: string;
  license: string;
}

const PACKAGES = join(import.meta.dirname, '../node_modules');
/** What lies inside the style sheets and comes from no package of its own: a text for each. */
const FONTS = join(import.meta.dirname, 'fonts');
/** Packages published without a licence file, and the package of the same authors that has it. */
const SAME_AUTHORS: Record<string, string> = {
  '@graphiql/plugin-doc-explorer': 'graphiql',
  '@graphiql/plugin-explorer': 'graphiql',
  '@graphiql/plugin-history': 'graphiql',
  'react-compiler-runtime': 'react',
  'react-remove-scroll-bar': 'react-remove-scroll',
};

/** The workers are bundled one by one before the page: each bundle is read, and the page's writes the list. */
export function licences(): { ofPage: Plugin; ofWorkers: Plugin } {
  const folders = new Set<string>();
  const read: Plugin['generateBundle'] = (_options, bundle) => {
    for (const chunk of Object.values(bundle)) {
      const modules = chunk.type === 'chunk' ? chunk.moduleIds : [];
      modules.map(packageFolder).forEach((folder) => folder && folders.add(folder));
    }
  };
  return {
    ofWorkers: { name: 'licences-of-workers', generateBundle: read },
    ofPage: {
      name: 'licences-of-page',
      generateBundle(options, bundle, isWrite) {
        read.call(this, options, bundle, isWrite);
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: list([...folders]) });
      },
    },
  };
}

function packageFolder(module: string): string | undefined {
  return module.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
}

function list(folders: string[]): string {
  const packages = folders.map((folder) => {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
    return section(`${about.name} ${about.version} (${about.license})`, notices(folder, about.name));
  });
  const fonts = readdirSync(FONTS).map((file) =>
    section(file.replace('.txt', ' (font)'), readFileSync(join(FONTS, file), 'utf8')),
  );
  const all = [...new Set([...packages, ...fonts])].sort();
  return `The explorer is built of these packages and fonts. Each keeps its own licence.\n\n${all.join('\n')}`;
}

function notices(folder: string, name: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file)).sort();
  if (files.length > 0) {
    return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n\n');
  }
  const other = SAME_AUTHORS[name];
  if (!other) {
    throw new Error(`${name} has no licence file. Find its licence and name where it stands in explorer/licences/list.ts.`);
  }
  return notices(join(PACKAGES, other), other);
}

function section(title: string, text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').replace(/[ \t]+$/gm, '').trim();
  return `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${plain}\n`;
}
