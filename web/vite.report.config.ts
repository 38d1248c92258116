import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** The report's template: one file that carries its script, its styles and the licences of both, and asks nobody for anything. */
export default defineConfig({
  plugins: [svelte(), viteSingleFile({ removeViteModuleLoader: true }), contentPolicy()],
  publicDir: false,
  build: {
    target: 'es2023',
    outDir: 'dist-report',
    rolldownOptions: { input: 'report.html' },
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000,
  },
});

/** Names the file's own script and styles by their digests in its policy, which allows nothing else. */
function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName === 'report.html') file.source = withNotices(withPolicy(String(file.source)));
        }
      },
    },
  };
}

function withPolicy(html: string): string {
  const script = /<script type="module"[^>]*>([^]*?)<\/script>/g;
  const digests = (text: string, element: RegExp) => [...text.matchAll(element)].map(([, of = '']) => `'sha256-${createHash('sha256').update(of).digest('base64')}'`).join(' ');
  const scripts = digests(html, script);
  // What a script has between quotes is no element.
  const styles = digests(html.replace(script, ''), /<style[^>]*>([^]*?)<\/style>/g);
  if (!scripts || !styles) throw new Error('The report has no script or no styles of its own.');
  // Attributes: the pictures that are printed have them. No address in them leads anywhere.
  const policy = `default-src 'none'; script-src ${scripts}; style-src-elem ${styles}; style-src-attr 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  return html.replace('%POLICY%', () => policy);
}

// The packages ask that their licences go with what is made of them, and a report leaves the program.
function withNotices(html: string): string {
  const all = readFileSync(new URL('../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8');
  const page = all.slice(all.indexOf('\n## The page'));
  if (!page.startsWith('\n## ') || page.includes('<')) throw new Error('THIRD-PARTY-NOTICES.md has no part on the page that can stand in a report.');
  return html.replace('%NOTICES%', () => page);
}
