import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = dirname(fileURLToPath(import.meta.url))
const root = resolve(src, '..')

/** The floors from the top; neighbours on one floor do not import each other. */
const house = [
  ['cli'],
  ['server', 'web'],
  ['store'],
  ['ledger'],
  ['reform'],
  ['measures'],
  ['register'],
  ['rights'],
  ['kernel'],
]

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : /\.tsx?$/.test(name) ? [path] : []
  })

const sources = filesUnder(src).filter((file) => !/\.test\.tsx?$/.test(file) && !file.endsWith('testing.ts'))

const roomOf = (file: string) => relative(src, file).split('/')[0] ?? ''
const floorOf = (file: string) => house.findIndex((rooms) => rooms.includes(roomOf(file)))

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^\s*(?:import|export)[^'"]*?from '([^']+)'|^\s*import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

const localImports = sources.flatMap((file) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ file, target: resolve(dirname(file), name.split('?')[0] as string) })),
)

test('every source file stands on a floor of the house', () => {
  expect(sources.filter((file) => floorOf(file) < 0).map((file) => relative(src, file))).toEqual([])
})

test('imports only go downstairs, and neighbours on one floor leave each other alone', () => {
  const breaks = localImports
    .filter(({ target }) => target.startsWith(src) && existsSync(target))
    .filter(({ file, target }) => roomOf(file) !== roomOf(target) && floorOf(target) <= floorOf(file))
    .map(({ file, target }) => `${relative(src, file)} → ${relative(src, target)}`)

  expect(breaks).toEqual([])
})

test('the page uses only the pure floors', () => {
  const breaks = localImports
    .filter(
      ({ file, target }) => roomOf(file) === 'web' && ['store', 'server', 'cli'].includes(roomOf(target)),
    )
    .map(({ file }) => relative(src, file))

  expect(breaks).toEqual([])
})

test('below the effects there is no I/O, no clock and no chance', () => {
  const pure = sources.filter((file) =>
    ['kernel', 'rights', 'register', 'measures', 'reform', 'ledger'].includes(roomOf(file)),
  )
  const breaks = pure.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    return /from 'node:|\bnew Date\(|Date\.now|Math\.random|process\.|\bfetch\(/.test(text)
      ? [relative(src, file)]
      : []
  })

  expect(breaks).toEqual([])
})

test('nothing in the product imports the independent checkers but the command line, and they import nothing of ours', () => {
  const outside = localImports
    .filter(({ target }) => !target.startsWith(src))
    .map(({ file }) => relative(src, file))
  expect([...new Set(outside)]).toEqual(['cli/commands/verify.ts', 'cli/journals.ts'])

  for (const folder of ['verifier', 'journal-verifier']) {
    const verifier = filesUnder(join(root, folder)).filter((file) => !file.endsWith('.test.ts'))
    expect(verifier.length).toBeGreaterThan(0)
    const shared = verifier.filter((file) => importsOf(file).some((name) => name.startsWith('../')))
    expect(shared).toEqual([])
  }
})

test('files are rooms, not halls: at most 300 lines', () => {
  const breaks = sources
    .filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)
    .map((file) => relative(src, file))

  expect(breaks).toEqual([])
})

test('one operation, one file: the list is complete and every file is on it', () => {
  const folder = join(src, 'reform/operations')
  const files = readdirSync(folder).filter((name) => name !== 'index.ts' && !name.endsWith('.test.ts'))
  const listed = readFileSync(join(folder, 'index.ts'), 'utf8')

  expect(files.filter((name) => !listed.includes(`'./${name}'`))).toEqual([])
})

test('one rule, one file: the list is complete and every file is on it', () => {
  const folder = join(src, 'reform/rules')
  const listed = readFileSync(join(folder, 'index.ts'), 'utf8')
  const files = readdirSync(folder).filter((name) => {
    if (name === 'index.ts' || name.endsWith('.test.ts')) return false
    return readFileSync(join(folder, name), 'utf8').includes('defineRule(')
  })

  expect(files.filter((name) => !listed.includes(`'./${name}'`))).toEqual([])
})

test('no escape from the type checker and no skipped test', () => {
  const breaks = filesUnder(src)
    .filter((file) => !file.endsWith('architecture.test.ts'))
    .filter((file) =>
      /: any\b|\bas any\b|@ts-(ignore|expect-error|nocheck)|\b(it|test|describe)\.(skip|only|todo)\b|TODO|FIXME/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    .map((file) => relative(src, file))

  expect(breaks).toEqual([])
})

test('no published figure is written as a number in the sources', () => {
  const printed =
    /\b(1964|1_964|1305|1_305|903|3875|3_875|3100|3_100|10500|10_500|3_670_000|133_000_000|88\.9|124000|124_000)\b/
  const breaks = sources
    .filter((file) => printed.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file))

  expect(breaks).toEqual([])
})
