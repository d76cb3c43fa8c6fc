import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/** What can be done with the cards; lines are counted from 1. */
export interface CardActions {
  readonly count: number
  choose(line: number | undefined): void
  move(from: number, to: number): void
  remove(line: number): void
  edit(line: number): void
  copy(line: number): void
  insert(line: number): void
}

/**
 * ↑ ↓ Home End choose a card, Alt with ↑ or ↓ puts it elsewhere, Enter opens it (the button's own), E edits it, Delete
 * takes it away. The focus goes along with the card.
 */
export const useCardKeys = (list: RefObject<HTMLOListElement | null>, actions: CardActions) => {
  const goal = useRef<number>(undefined)
  // After every drawing, because the card that is meant may only then be there.
  useEffect(() => {
    if (goal.current === undefined) return
    const head = list.current?.querySelector<HTMLElement>(`[data-line="${goal.current}"] .card-head`)
    if (head === null || head === undefined) return
    goal.current = undefined
    head.focus({ preventScroll: true })
    const card = head.closest('li')
    if (list.current !== null && card !== null) showIn(list.current, card)
  })
  return (event: KeyboardEvent) => {
    const head = (event.target as HTMLElement).closest<HTMLElement>('.card-head')
    const line = Number(head?.closest<HTMLElement>('[data-line]')?.dataset.line)
    if (!line || event.ctrlKey || event.metaKey) return
    const go = (to: number | undefined) => {
      event.preventDefault()
      if (to === undefined) return
      goal.current = to
      actions.choose(to)
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && event.altKey) {
      event.preventDefault()
      const to = line + step
      if (to < 1 || to > actions.count) return
      goal.current = to
      actions.move(line, to)
    } else if (step !== 0) go(neighbour(list.current, line, step))
    else if (event.key === 'Home') go(neighbour(list.current, undefined, 1))
    else if (event.key === 'End') go(neighbour(list.current, undefined, -1))
    else if (event.key === 'Delete') {
      event.preventDefault()
      if (line > 1 && line === actions.count) goal.current = line - 1
      else goal.current = line
      actions.remove(line)
    }
  }
}

/** The line of the card before or behind one among those that are shown; the first or the last of all. */
const neighbour = (list: HTMLElement | null, line: number | undefined, step: 1 | -1): number | undefined => {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].map((each) =>
    Number(each.dataset.line),
  )
  return line === undefined ? lines.at(step === 1 ? 0 : -1) : lines[lines.indexOf(line) + step]
}

/** Scrolls the list, and nothing but the list, so that a card of it can be seen. */
export const showIn = (list: HTMLElement, card: HTMLElement): void => {
  const [box, own] = [list.getBoundingClientRect(), card.getBoundingClientRect()]
  if (own.top < box.top) list.scrollTop += own.top - box.top - 8
  else if (own.bottom > box.bottom)
    list.scrollTop += Math.min(own.bottom - box.bottom + 8, own.top - box.top - 8)
}
