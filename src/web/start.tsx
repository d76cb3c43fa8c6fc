import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { comeBack } from './model/came-back.ts'
import { firstLanguage } from './model/first-language.ts'
import { riverCss } from './river/style.ts'
import './styles/axis.css'
import './styles/rail.css'
import './styles/page.css'
import './styles/controls.css'
import './styles/river.css'
import './styles/tables.css'
import './styles/panel.css'
import './styles/desk.css'
import './styles/print.css'
import { bringTexts } from './texts/brought.ts'
import { tokenCss } from './tokens.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(`${tokenCss}\n${riverCss}`)
document.adoptedStyleSheets = [sheet]

await bringTexts(firstLanguage(window.location.hash))
const page = document.getElementById('page')
if (page !== null) createRoot(page).render(<App ending={comeBack()} />)

// The faces are many files; the page does not wait for them.
void import('./fonts.ts')
