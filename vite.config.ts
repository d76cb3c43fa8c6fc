import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  base: './', // relative, so that the pages also work below a path of a proxy
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
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
