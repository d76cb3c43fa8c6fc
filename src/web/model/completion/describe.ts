import { number, type Text } from '../../../kernel/text.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import { outlineOf } from './outline.ts'
import type { Entry } from './scan.ts'
import { isId, meaningOf, schemaAt, wordsOf } from './schema.ts'
import { opAt } from './suggest.ts'
import { tableAt, thingNamed } from './things.ts'
import type { World } from './world.ts'

/** What a word of a plan file is: its name, and a sentence about it. */
export interface Described {
  readonly from: number
  readonly to: number
  readonly title: string
  readonly about: string
}

/** What stands at an offset, in the chosen language; undefined for words that speak for themselves. */
export const describedAt = (text: string, offset: number, world: World): Described | undefined => {
  const { entries } = outlineOf(text, offset, true)
  const entry = entries.find(({ from, to }) => offset >= from && offset <= to)
  if (entry === undefined) return undefined
  const [title, about = ''] = (entry.kind === 'key' ? keyTold : valueTold)(entry, entries, world)
  return title === undefined || title === '' ? undefined : { from: entry.from, to: entry.to, title, about }
}

type Told = readonly [title?: string | undefined, about?: string | undefined]

const keyTold = ({ path }: Entry, entries: readonly Entry[], world: World): Told => {
  if (path[0] === 'expect' && path.length === 2) return figureTold(String(path[1]), world)
  const at = schemaAt(path, opAt(entries, path))
  return [meaningOf(at)[world.language], path.at(-1) === 'op' ? '' : (at?.description ?? '')]
}

const valueTold = ({ path, text }: Entry, entries: readonly Entry[], world: World): Told => {
  const { language } = world
  const op = opAt(entries, path)
  const key = path.findLast((part) => typeof part === 'string')
  if (key === 'op' && path.length === 3) {
    const operation = operationNamed(text)
    return operation === undefined
      ? []
      : [[operation.terms[0], operation.name].join(' · '), operation.counting[language]]
  }
  if (key === 'rule') {
    const rule = world.rules.find(({ code }) => code === text)
    return rule === undefined ? [] : [`${rule.code} ${rule.title[language]}`]
  }
  const at = schemaAt(path, op)
  if (at?.enum !== undefined) return [wordsOf(at).find(({ word }) => word === text)?.term]
  if (at === undefined || !isId(at) || op === undefined) return []
  const register = world.registerAt(Number(path[1]) + 1)
  const thing = register && thingNamed(register, text, tableAt(path, op))
  return thing === undefined ? [] : [thing.name[language], thing.about[language]]
}

const figureTold = (id: string, { figures, language }: World): Told => {
  const figure = figures.find((each) => each.id === id)
  const now: Text | undefined =
    figure?.value === undefined
      ? undefined
      : { zh: `现计算得 ${number(figure.value)}`, en: `It comes to ${number(figure.value)} now` }
  return figure === undefined ? [] : [figure.label[language], now?.[language]]
}
