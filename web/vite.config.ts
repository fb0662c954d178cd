/** Builds the page: the app, the worker that keeps it, a list of its files, and each file compressed beside itself. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const DIST = join(import.meta.dirname, 'dist');
/** Packed already, or read by the machine that installs the page and not by the page. */
const NOT_PACKED = /\.(woff2|png|gz|br)$/;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

/** Writes `shell.json`, the files the worker keeps, then `.br` and `.gz` beside what shrinks. */
function shell(): Plugin {
  return {
    name: 'nima-shell',
    apply: 'build',
    closeBundle() {
      const kept = filesIn(DIST).filter(
        (path) => !/^\/(index\.html|service-worker\.js|shell\.json)$|\.(gz|br)$/.test(path),
      );
      writeFileSync(join(DIST, 'shell.json'), JSON.stringify({ files: ['/', ...kept] }));
      for (const path of filesIn(DIST).filter((each) => !NOT_PACKED.test(each))) {
        const content = readFileSync(join(DIST, path));
        writeFileSync(join(DIST, `${path}.gz`), gzipSync(content, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(join(DIST, `${path}.br`), brotliCompressSync(content, { params }));
      }
    },
  };
}

const nima = { target: 'http://127.0.0.1:8002' };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), shell()],
  build: {
    outDir: DIST,
    emptyOutDir: true,
    target: 'es2023',
    // Small files stay files: what is inlined as data: would need a looser policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        worker: join(import.meta.dirname, 'worker/service-worker.ts'),
      },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'service-worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/v1': nima, '/health': nima } },
});
