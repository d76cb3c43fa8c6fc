import { say } from '../../../kernel/text.ts'
import { operations } from '../../../reform/operations/index.ts'
import { outlineOf } from './outline.ts'
import { type Cursor, type Entry, isBelow, type Path } from './scan.ts'
import { beginningOf, isId, meaningOf, type Schema, schemaAt, wordsOf } from './schema.ts'
import { templates } from './templates.ts'
import { type Thing, tableAt, thingsIn } from './things.ts'
import type { World } from './world.ts'

/** One thing that may be written here. */
export interface Suggestion {
  readonly label: string
  /** Beside the label: the other name. */
  readonly detail?: string
  /** What it is, in a sentence. */
  readonly info?: string
  /** Put in place of the word; with `isTemplate` it has places to fill, `${}`. */
  readonly insert: string
  readonly isTemplate?: boolean
  /** Further words that it is found by. */
  readonly also?: string
  /** Lower comes first, among those that are found alike. */
  readonly rank: number
}

export interface Suggestions {
  readonly from: number
  readonly to: number
  readonly list: readonly Suggestion[]
}

/** What may be written at a place of a plan file, best first; undefined where nothing can be said. */
export const suggestionsAt = (text: string, offset: number, world: World): Suggestions | undefined => {
  const { entries, cursor } = outlineOf(text, offset, true)
  if (cursor === undefined) return undefined
  const space = text[cursor.from - 1] === ':' && !cursor.isKeyed && cursor.part === 'value' ? ' ' : ''
  const list = found(all({ entries, cursor, world }), cursor.word).map((each) =>
    space === '' ? each : { ...each, insert: `${space}${each.insert}` },
  )
  return list.length === 0 ? undefined : { from: cursor.from, to: cursor.to, list }
}

interface Asked {
  readonly entries: readonly Entry[]
  readonly cursor: Cursor
  readonly world: World
}

const all = (asked: Asked): Suggestion[] => {
  const { cursor, entries, world } = asked
  const { path } = cursor
  const op = opAt(entries, path)
  const here = schemaAt(path, op)
  if (path[0] === 'lines' && (cursor.part === 'item' || (cursor.part === 'either' && path.length <= 2)))
    return [
      ...(path.length === 1 ? templates(world.language, '- ') : templates(world.language, '')),
      ...(path.length === 2 && here !== undefined ? keysOf(asked, here) : []),
    ]
  if (here === undefined) return path[0] === 'expect' ? figuresOf(asked) : []
  if (path[0] === 'expect') return figuresOf(asked)
  if (cursor.part === 'key' || (cursor.part === 'either' && here.properties !== undefined))
    return keysOf(asked, here)
  return valuesOf(asked, here, op)
}

/** The word of the operation of the line that a path leads into. */
export const opAt = (entries: readonly Entry[], path: Path): string | undefined =>
  path[0] === 'lines' && path.length > 1
    ? entries.find(
        ({ kind, path: at }) =>
          kind === 'value' && at.length === 3 && at[2] === 'op' && at[0] === 'lines' && at[1] === path[1],
      )?.text
    : undefined

const required = say('（必填）', ' (required)')

/** The members that are not there yet, those that must be first. */
const keysOf = ({ cursor, entries, world }: Asked, here: Schema): Suggestion[] => {
  const taken = new Set(
    entries
      .filter(
        ({ kind, path, from }) => kind === 'key' && isBelow(path, cursor.path, 1) && from !== cursor.from,
      )
      .map(({ text }) => text),
  )
  return Object.entries(here.properties ?? {})
    .filter(([key]) => !taken.has(key))
    .map(([key, at], order): Suggestion => {
      const must = here.required?.includes(key) ?? false
      return {
        label: key,
        detail: `${meaningOf(at)[world.language]}${must ? required[world.language] : ''}`,
        insert: cursor.isKeyed
          ? key
          : cursor.path.length === 0 && key === 'lines'
            ? 'lines:'
            : beginningOf(key, at),
        isTemplate: !cursor.isKeyed,
        also: `${meaningOf(at).zh} ${meaningOf(at).en}`,
        rank: (must ? 0 : 100) + order,
      }
    })
}

const valuesOf = (asked: Asked, here: Schema, op: string | undefined): Suggestion[] => {
  const { cursor, world } = asked
  const key = cursor.path.findLast((part) => typeof part === 'string')
  if (cursor.path[0] === 'lines' && cursor.path.length === 3 && key === 'op') return operationsIn(world)
  if (key === 'rule')
    return world.rules.map(({ code, title }, rank) => ({
      label: code,
      detail: title[world.language],
      insert: code,
      also: `${title.zh} ${title.en}`,
      rank,
    }))
  if (here.format === 'date')
    return world.days.map(({ day, label }, rank) => ({
      label: day,
      detail: label[world.language],
      insert: day,
      rank,
    }))
  if (here.type === 'boolean')
    return ['true', 'false'].map((word, rank) => ({ label: word, insert: word, rank }))
  if (here.const !== undefined) return [{ label: String(here.const), insert: String(here.const), rank: 0 }]
  if (here.enum !== undefined)
    return wordsOf(here).map(({ word, term }, rank) => ({
      label: word,
      ...(term === undefined ? {} : { detail: term, also: term }),
      insert: word,
      rank,
    }))
  return isId(here) && op !== undefined ? idsOf(asked, op) : []
}

/** Every operation by its Chinese term and by its English name; those of the chosen language first. */
const operationsIn = ({ language }: World): Suggestion[] =>
  operations.flatMap(({ name, terms, counting }, order): Suggestion[] => {
    const [term = name] = terms
    const also = `${name} ${terms.join(' ')}`
    const info = counting[language]
    return [
      { label: term, detail: name, info, also, insert: term, rank: order + (language === 'zh' ? 0 : 100) },
      { label: name, detail: term, info, also, insert: name, rank: order + (language === 'en' ? 0 : 100) },
    ]
  })

/** The ids that the register has when this line acts; what the units of the line hold comes first. */
const idsOf = ({ entries, cursor, world }: Asked, op: string): Suggestion[] => {
  const { path } = cursor
  const register = world.registerAt(Number(path[1]) + 1)
  const table = tableAt(path, op)
  if (register === undefined || table === undefined) return []
  const own = entries.filter((each) => each.kind === 'value' && isBelow(each.path, path.slice(0, 2)))
  const others = own.filter(({ from }) => from !== cursor.from)
  const named = new Set(others.map(({ text }) => text).filter((text) => register.units.has(text)))
  const list = path.slice(0, -1)
  const taken = new Set(
    (table === 'units' ? others : others.filter((each) => isBelow(each.path, list, 1))).map(
      ({ text }) => text,
    ),
  )
  return thingsIn(register, table)
    .filter(({ id }) => !taken.has(id))
    .map((thing, order) => suggested(thing, world, order + (named.has(thing.unit ?? '') ? 0 : 100_000)))
}

const suggested = ({ id, name, about }: Thing, { language }: World, rank: number): Suggestion => ({
  label: id,
  detail: name[language] === id ? about[language] : name[language],
  info: [name[language], about[language]].filter((text) => text !== '').join(' · '),
  insert: id,
  also: `${name.zh} ${name.en} ${about.zh}`,
  rank,
})

const figuresOf = ({ entries, cursor, world }: Asked): Suggestion[] => {
  if (cursor.part === 'value') {
    const value = world.figures.find(({ id }) => id === cursor.path[1])?.value
    return value === undefined ? [] : [{ label: String(value), insert: String(value), rank: 0 }]
  }
  const taken = new Set(
    entries
      .filter(({ path, from }) => path[0] === 'expect' && from !== cursor.from)
      .map(({ path }) => path[1]),
  )
  return world.figures
    .filter(({ id }) => !taken.has(id))
    .map(({ id, label, value }, rank) => ({
      label: id,
      detail: label[world.language],
      insert: cursor.isKeyed ? id : `${id}: ${value ?? ''}`,
      also: `${label.zh} ${label.en}`,
      rank,
    }))
}

/** Those that the word is found in: at the beginning, then inside, then in what else they are called. */
const found = (list: readonly Suggestion[], word: string): Suggestion[] => {
  const asked = word.trim().toLowerCase()
  const scored = list.flatMap((each): { each: Suggestion; score: number }[] => {
    const at = each.label.toLowerCase().indexOf(asked)
    const score = at === 0 ? 0 : at > 0 ? 1 : (each.also ?? '').toLowerCase().includes(asked) ? 2 : 3
    return score === 3 ? [] : [{ each, score }]
  })
  return scored
    .sort((a, b) => a.score - b.score || a.each.rank - b.each.rank)
    .slice(0, most)
    .map(({ each }) => each)
}

/** More are not shown; who looks for one of them writes another letter. */
const most = 200
