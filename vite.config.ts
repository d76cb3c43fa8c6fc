import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The faces come in two formats; every browser we promise reads the smaller one, so the other is left out. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.split('?')[0]?.endsWith('.css')
      ? code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
      : undefined,
}

export default defineConfig({
  root: 'src/web',
  base: './', // relative, so that the pages also work below a path of a proxy
  plugins: [onlyWoff2, react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900, // in kB before compression; compressed it is about 210
    // The oldest browsers we promise: Chrome 109 is the last one for Windows 7 and 8.1.
    target: ['chrome109', 'firefox115'],
    // Fonts stay files: as text in the CSS every visitor would load all their pieces.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf|otf)$/.test(file) ? false : undefined),
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '4310'}` },
  },
})
