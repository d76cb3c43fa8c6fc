// Settings that must stand before any schema is made; the page itself is a piece that is loaded after them.
import './no-eval.ts'
import { firstLanguage } from './model/first-language.ts'
import { bringTexts } from './texts/brought.ts'

// Asked for at once, so that the words come beside the page and not after it; `start` waits for them.
bringTexts(firstLanguage(window.location.hash)).catch(() => undefined)
void import('./start.tsx')
