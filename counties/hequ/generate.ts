import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hequTables } from './generator/tables.ts'

/** Rewrites the county's tables: `node scripts/run.mjs counties/hequ/generate.ts`. */
for (const [file, text] of Object.entries(hequTables())) writeFileSync(join(import.meta.dirname, file), text)
