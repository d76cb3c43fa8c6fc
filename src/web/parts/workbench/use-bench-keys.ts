import { useEffect } from 'react'
import type { Bench } from '../../model/bench.ts'

/** Ctrl or ⌘ with Z undoes, with Shift as well or with Y redoes, wherever the focus is on the workbench. */
export const useBenchKeys = ({ draft, mayEdit }: Bench): void => {
  useEffect(() => {
    if (draft === undefined || !mayEdit) return
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) draft.redo()
      else draft.undo()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [draft, mayEdit])
}

/** A field undoes its own typing; the text of the plan is no such field, because its history is the draft's. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
