import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

/** The faces come in two formats; every browser we promise reads the smaller one, so the other is left out. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.split('?')[0]?.endsWith('.css')
      ? code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
      : undefined,
}

/**
 * Names in the head what `main.tsx` will ask for: the piece with the page, the pieces it stands on, and its style sheet.
 * All are on their way before the first of them has run, and nothing is drawn before its style is there.
 */
const askedAtOnce: Plugin = {
  name: 'asked-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {}, chunk: entry }) => {
      // Vite itself names what the entry stands on.
      const files = new Set(entry?.imports)
      const styles = new Set<string>()
      const take = (file: string) => {
        const chunk = bundle[file]
        if (chunk?.type !== 'chunk' || files.has(file)) return
        files.add(file)
        for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
        for (const each of chunk.imports) take(each)
      }
      const start = Object.values(bundle).find(
        (each) => each.type === 'chunk' && each.facadeModuleId?.endsWith('start.tsx'),
      )
      take(start?.fileName ?? '')
      const tag =
        (rel: string) =>
        (file: string): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        })
      return [
        ...[...styles].map(tag('stylesheet')),
        ...[...files].filter((file) => !entry?.imports.includes(file)).map(tag('modulepreload')),
      ]
    },
  },
}

export default defineConfig({
  root: 'src/web',
  base: './', // relative, so that the pages also work below a path of a proxy
  plugins: [onlyWoff2, askedAtOnce, react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900, // in kB before compression; compressed it is about 210
    // The oldest browsers we promise: Chrome 109 is the last one for Windows 7 and 8.1.
    target: ['chrome109', 'firefox115'],
    modulePreload: { polyfill: false }, // both know it
    // Fonts stay files: as text in the CSS every visitor would load all their pieces.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf|otf)$/.test(file) ? false : undefined),
    rolldownOptions: {
      output: {
        // The first page is two pieces and not a dozen: what `main.tsx` runs before any schema is made, and the rest.
        codeSplitting: {
          groups: [
            {
              name: 'first',
              priority: 2,
              includeDependenciesRecursively: false,
              test: /node_modules.zod.|vite.preload-helper|src.web.(no-eval|model.first-language|texts.(brought|index))\.ts$/,
            },
            { name: 'start', priority: 1, test: /src.web.start\.tsx$/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '4310'}` },
  },
})
