import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { operations } from '../src/reform/operations/index.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8')

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory()
      ? filesUnder(path)
      : /(?<!testing|\.test)\.ts$/.test(name)
        ? [path]
        : []
  })

test('every exported type of the register and of the reform stands in the glossary', () => {
  const types = ['src/register', 'src/reform'].flatMap((folder) =>
    filesUnder(join(root, folder))
      .filter((file) => !/\/(operations|exchange|rules)\//.test(file))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^export (?:type|interface|class) (\w+)/gm)].map(
          (match) => match[1],
        ),
      ),
  )

  expect(types.filter((name) => !glossary.includes(`| \`${name}\` |`))).toEqual([])
})

test('every operation stands in the glossary with all its Chinese terms', () => {
  const missing = operations.flatMap(({ name, terms }) =>
    glossary.includes(`| \`${name}\` | ${terms.join('、')} |`) ? [] : [name],
  )

  expect(missing).toEqual([])
})
