import type { Text } from '../../kernel/text.ts'

/** Why a box looks as it does: what it counts towards, or that it shares a staff, or that it is closed. */
export const tones = ['root', 'group', 'organ', 'institution', 'other', 'guest', 'closed'] as const
export type Tone = (typeof tones)[number]

/** A place in the tree of the county: the county, a group of units, or a unit. */
export interface OrgNode {
  /** The id of the unit, or `group:…` for what is only a heading. */
  readonly id: string
  readonly isUnit: boolean
  readonly name: Text
  readonly fullName: Text
  readonly tone: Tone
  /** 编制数 and 实有人数 of the unit itself; of a heading, of all below it. */
  readonly posts: number
  readonly people: number
  readonly children: readonly OrgNode[]
}

/** An area of the drawing, in px of the drawing at its full size. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A node with everything below it: its own box stands at the top left of the area that the whole takes. */
export interface Block extends Area {
  readonly node: OrgNode
  readonly depth: number
  readonly boxWidth: number
  readonly boxHeight: number
  /** The rows in which the children stand, from the top; within a row from the left. */
  readonly shelves: readonly Shelf[]
}

export interface Shelf {
  readonly top: number
  readonly bottom: number
  readonly blocks: readonly Block[]
  /** No block of this row has children. */
  readonly isPlain: boolean
}

export interface ChartLayout {
  readonly root: Block
  readonly units: number
}

/** What part of the drawing is looked at: the corner that stands at the top left, and px of the screen for each px. */
export interface Sight {
  readonly x: number
  readonly y: number
  readonly scale: number
}
