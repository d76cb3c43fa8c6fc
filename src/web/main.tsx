// Settings that must stand before any schema is made; the page itself is a piece that is loaded after them.
import './no-eval.ts'

void import('./start.tsx')
