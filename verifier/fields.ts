import { type Fields, members } from './plan.ts'
import type { World } from './world.ts'

/** Reads the fields of a line; what they should be and are not is told as a problem of the line. */

/** One id; anything else is told. */
export const one = (fields: Fields, name: string, world: World): string => {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') return value
  world.refuse(`“${name}”应为一个标识`, `“${name}” must be one id`)
  return ''
}

/** The ids of a list, each once. A list that is left out is empty when none is required. */
export const many = (fields: Fields, name: string, world: World, atLeast = 1): string[] => {
  const value = fields[name]
  if (value === undefined && atLeast === 0) return []
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '')
  if (isList && value.length >= Math.max(1, atLeast) && new Set(value).size === value.length) return value
  world.refuse(`“${name}”应为不重复的标识列表`, `“${name}” must be a list of ids, each once`)
  return []
}

/** One id, of a unit that is open. */
export const openUnit = (fields: Fields, name: string, world: World): string => {
  const unit = one(fields, name, world)
  if (unit !== '') world.mustBeOpen(unit)
  return unit
}

/** Those of a list of units that are open; the others are told. */
export const openUnits = (fields: Fields, name: string, world: World, atLeast = 1): string[] =>
  many(fields, name, world, atLeast).filter((unit) => world.mustBeOpen(unit))

/** The sponsor, when one is named, is open. */
export const sponsorOpen = (fields: Fields, world: World): void => {
  if (fields.sponsor !== undefined) openUnit(fields, 'sponsor', world)
}

/** The parts that something is divided into. */
export const partsIn = (fields: Fields, world: World): Fields[] => {
  const parts = Array.isArray(fields.into) ? fields.into.map(members) : []
  if (parts.length < 2) world.refuse('至少分为两份', 'it must be divided into two or more')
  return parts
}

/** A unit does not join itself. */
export const notItself = (units: readonly string[], into: string, world: World): void => {
  if (units.includes(into))
    world.refuse(`“${into}”不能并入自身`, `“${into}” cannot join itself`, { table: 'units', id: into })
}
